package org.itocheck.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.itocheck.report.JsonLine;
import org.itocheck.report.ReportException;

/**
 * The log of a run: a file of JSON lines, the header first, then a line for each measurement. Each line is on the disk before the run goes on;
 * half a line, as a killed process leaves it, does not count.
 */
public final class RunLog {
    private final Path file;

    /** One line; one of the three is there. */
    private record Line(Optional<RunHeader> run, Optional<Measurement> at, Optional<RunStatus> end) {
        Line {
            if (Stream.of(run, at, end).filter(Optional::isPresent).count() != 1) {
                throw new IllegalArgumentException("expected one of run, at and end");
            }
        }

        static Line of(RunHeader header) {
            return new Line(Optional.of(header), Optional.empty(), Optional.empty());
        }

        static Line of(Measurement measurement) {
            return new Line(Optional.empty(), Optional.of(measurement), Optional.empty());
        }

        static Line of(RunStatus status) {
            return new Line(Optional.empty(), Optional.empty(), Optional.of(status));
        }
    }

    RunLog(Path file) {
        this.file = file;
    }

    /**
     * Reads a log.
     *
     * @throws RunException if it is not there, has no header or a line that is none of ours
     */
    public static RunRecord read(Path file) {
        return parse(file, lines(file))
                .orElseThrow(() -> new RunException(
                        file + " has no header; it is no log of a run, or its first line was never finished"));
    }

    /** The log, if there is one with a whole header. */
    Optional<RunRecord> readIfBegun() {
        return Files.exists(file) ? parse(file, lines(file)) : Optional.empty();
    }

    private static Optional<RunRecord> parse(Path file, List<String> lines) {
        Optional<RunHeader> header = Optional.empty();
        List<Measurement> measurements = new ArrayList<>();
        RunStatus status = RunStatus.STOPPED;
        for (int i = 0; i < lines.size(); i++) {
            Line line = parse(file, i, lines.get(i));
            if (i == 0 && line.run().isEmpty()) {
                throw new RunException(
                        file + " begins with another line than the header of a run; it is no log of ours");
            }
            if (i > 0 && line.run().isPresent()) {
                throw new RunException("line " + (i + 1) + " of " + file + " is a second header; a log is of one run");
            }
            header = i == 0 ? line.run() : header;
            line.at().ifPresent(measurements::add);
            status = line.end().orElse(status);
        }
        RunStatus end = status;
        return header.map(run -> new RunRecord(run, measurements, end));
    }

    /** Empties the file and writes the header. */
    void begin(RunHeader header) {
        truncate(0);
        append(Line.of(header));
    }

    void append(Measurement measurement) {
        append(Line.of(measurement));
    }

    void end(RunStatus status) {
        append(Line.of(status));
    }

    /** How long the file is, in bytes. */
    long length() {
        try {
            return Files.exists(file) ? Files.size(file) : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Forgets what was written after a checkpoint. */
    void truncate(long length) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.truncate(length);
        } catch (IOException e) {
            throw new RunException("cannot write " + file + " (" + e + "); free it or take another folder", e);
        }
    }

    private void append(Line line) {
        byte[] text = (JsonLine.render(line) + "\n").getBytes(StandardCharsets.UTF_8);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            RunFiles.writeAll(channel, text);
        } catch (IOException e) {
            throw new RunException("cannot write " + file + " (" + e + "); free it or take another folder", e);
        }
    }

    /** Whole lines only. */
    private static List<String> lines(Path file) {
        try {
            String text = Files.readString(file);
            int end = text.lastIndexOf('\n') + 1;
            return text.substring(0, end).lines().toList();
        } catch (IOException e) {
            throw new RunException("cannot read " + file + " (" + e + "); name the log of a run", e);
        }
    }

    private static Line parse(Path file, int index, String text) {
        try {
            return JsonLine.read(text, Line.class);
        } catch (ReportException e) {
            throw new RunException(
                    "line " + (index + 1) + " of " + file + " is not ours (" + e.getMessage()
                            + "); restore the file, or delete it and its checkpoint to begin anew",
                    e);
        }
    }
}
