package org.itocheck.network.data;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/**
 * An array of unsigned bytes in the idx format of MNIST, packed with gzip: two zero bytes, 8 for the type, the number of dimensions, each
 * dimension as four bytes with the highest first, and the values, the last dimension fastest.
 *
 * @param dimensions the shape
 * @param values in one array
 */
record Idx(int[] dimensions, byte[] values) {
    private static final int UNSIGNED_BYTES = 0x0800;
    private static final int MOST_VALUES = 1 << 30;

    /** Reads a file with an array of a number of dimensions. */
    static Idx read(Path file, int rank) {
        String place = DataException.absolute(file);
        try (DataInputStream in =
                new DataInputStream(new BufferedInputStream(new GZIPInputStream(Files.newInputStream(file))))) {
            int magic = in.readInt();
            if (magic != (UNSIGNED_BYTES | rank)) {
                throw DataException.in(
                        place,
                        String.format(
                                "expected an idx file of unsigned bytes with %d dimensions, first bytes %08x, found %08x",
                                rank, UNSIGNED_BYTES | rank, magic));
            }
            int[] dimensions = new int[rank];
            long size = 1;
            for (int k = 0; k < rank; k++) {
                dimensions[k] = in.readInt();
                size *= checkedDimension(place, dimensions[k], size);
            }
            byte[] values = in.readNBytes((int) size);
            if (values.length < size || in.read() >= 0) {
                throw DataException.in(
                        place,
                        "expected " + size + " values, found "
                                + (values.length < size ? Integer.toString(values.length) : "more"));
            }
            return new Idx(dimensions, values);
        } catch (EOFException e) {
            throw DataException.in(place, "ends too early", e);
        } catch (IOException e) {
            throw DataException.in(place, "cannot be unpacked", e);
        }
    }

    private static int checkedDimension(String place, int dimension, long before) {
        if (dimension < 1 || dimension > MOST_VALUES / before) {
            throw DataException.in(
                    place,
                    "a dimension is " + Integer.toUnsignedString(dimension) + ", expected at least 1 and at most "
                            + MOST_VALUES + " values in all");
        }
        return dimension;
    }
}
