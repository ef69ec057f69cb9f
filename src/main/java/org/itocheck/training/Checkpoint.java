package org.itocheck.training;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.itocheck.report.JsonLine;

/**
 * Where a run goes on after an interruption. Nothing else is needed: mini-batches and noise are functions of seed and step.
 *
 * @param header of the run
 * @param step how many steps were made
 * @param x parameters before the next step, shape [d]
 * @param lossSum of the mini-batches since the last line of the log
 * @param lossCount how many steps that are
 * @param seconds the run has taken so far
 * @param logLength bytes of the log that belong to it
 */
record Checkpoint(
        RunHeader header, long step, double[] x, double lossSum, long lossCount, double seconds, long logLength) {
    private static final String MAGIC = "ItoCheck run 1";

    void write(Path file) {
        RunFiles.replace(file, withCheckSum(bytes()));
    }

    /**
     * Reads a checkpoint.
     *
     * @throws RunException if the file is damaged or no checkpoint
     */
    static Checkpoint read(Path file) {
        try {
            byte[] all = Files.readAllBytes(file);
            int length = all.length - Long.BYTES;
            if (length < 0
                    || checkSum(all, length)
                            != ByteBuffer.wrap(all, length, Long.BYTES).getLong()) {
                throw damaged(file);
            }
            return parse(file, Arrays.copyOf(all, length));
        } catch (IOException e) {
            throw new RunException("cannot read " + file + " (" + e + "); delete it to begin anew", e);
        }
    }

    private byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(Double.BYTES * x.length + 4096);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeUTF(MAGIC);
            out.writeUTF(JsonLine.render(header));
            out.writeLong(step);
            out.writeDouble(lossSum);
            out.writeLong(lossCount);
            out.writeDouble(seconds);
            out.writeLong(logLength);
            out.writeInt(x.length);
            for (double value : x) {
                out.writeDouble(value);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static Checkpoint parse(Path file, byte[] content) throws IOException {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(content))) {
            if (!in.readUTF().equals(MAGIC)) {
                throw damaged(file);
            }
            RunHeader header = JsonLine.read(in.readUTF(), RunHeader.class);
            long step = in.readLong();
            double lossSum = in.readDouble();
            long lossCount = in.readLong();
            double seconds = in.readDouble();
            long logLength = in.readLong();
            double[] x = new double[in.readInt()];
            for (int i = 0; i < x.length; i++) {
                x[i] = in.readDouble();
            }
            return new Checkpoint(header, step, x, lossSum, lossCount, seconds, logLength);
        }
    }

    private static byte[] withCheckSum(byte[] content) {
        return ByteBuffer.allocate(content.length + Long.BYTES)
                .put(content)
                .putLong(checkSum(content, content.length))
                .array();
    }

    private static long checkSum(byte[] content, int length) {
        CRC32 sum = new CRC32();
        sum.update(content, 0, length);
        return sum.getValue();
    }

    private static RunException damaged(Path file) {
        return new RunException(file + " is damaged or no checkpoint; delete it to begin the run anew");
    }
}
