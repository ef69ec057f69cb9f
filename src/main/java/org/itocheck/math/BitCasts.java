package org.itocheck.math;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.LongBuffer;

/**
 * Rows of doubles seen as rows of bits, and back, without rounding.
 * <p>{@code Double.longBitsToDouble} in a loop stays scalar under C2; two bulk copies through one piece of memory do not. Short rows are
 * cast entry by entry, which is cheaper there and gives the same bits. One instance per thread.
 */
public final class BitCasts {
    /** Below this many lanes the bulk copies cost more than they save. */
    private static final int FEW = 16;

    private final int lanes;
    private final LongBuffer longs;
    private final DoubleBuffer doubles;

    /**
     * Working memory for rows of the given length.
     *
     * @param lanes the number of entries every cast moves, at least 1
     * @throws IllegalArgumentException if {@code lanes < 1}
     */
    public BitCasts(int lanes) {
        if (lanes < 1) {
            throw new IllegalArgumentException("lanes is " + lanes + ", expected at least 1");
        }
        this.lanes = lanes;
        ByteBuffer memory = ByteBuffer.allocateDirect(lanes < FEW ? 0 : Double.BYTES * lanes)
                .order(ByteOrder.nativeOrder());
        longs = memory.asLongBuffer();
        doubles = memory.asDoubleBuffer();
    }

    /**
     * The bits of the first {@code lanes} entries, as {@link Double#doubleToRawLongBits} gives them.
     *
     * @param values read
     * @param bits written
     */
    public void toLongs(double[] values, long[] bits) {
        if (lanes < FEW) {
            for (int j = 0; j < lanes; j++) {
                bits[j] = Double.doubleToRawLongBits(values[j]);
            }
        } else {
            doubles.put(0, values, 0, lanes);
            longs.get(0, bits, 0, lanes);
        }
    }

    /**
     * The doubles with the given bits, as {@link Double#longBitsToDouble} gives them.
     *
     * @param bits read
     * @param values written
     */
    public void toDoubles(long[] bits, double[] values) {
        if (lanes < FEW) {
            for (int j = 0; j < lanes; j++) {
                values[j] = Double.longBitsToDouble(bits[j]);
            }
        } else {
            longs.put(0, bits, 0, lanes);
            doubles.get(0, values, 0, lanes);
        }
    }
}
