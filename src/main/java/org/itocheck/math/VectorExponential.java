package org.itocheck.math;

import static jdk.incubator.vector.VectorOperators.*;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@link Exponential} on the Vector API: what it does between -708 and 708, where neither its bounds are met nor the two halves of its
 * exponent needed. A row with an entry beyond, or NaN, goes to the plain version as a whole.
 * <p>The work is done in three stages, called through an array whose entries the compiler cannot tell: of two it would inline both, and a
 * long method makes an object of every vector. For the same reason no helper takes or makes vectors. Masks do not occur, because vectors
 * of two doubles have none.
 */
final class VectorExponential extends Exponential {
    private static final VectorSpecies<Double> DOUBLES = VectorShapes.DOUBLES;
    private static final VectorSpecies<Long> LONGS = VectorShapes.LONGS;
    private static final int WIDTH = DOUBLES.length();
    /** The bits of 708: e^x and 2^n are normal numbers up to there, either way. */
    private static final long FARTHEST_BITS = 0x4086200000000000L;
    /** All bits of a double: it stays as it is. */
    static final long SIGNED = -1;
    /** All bits but the sign: its absolute value. */
    static final long ABSOLUTE = Long.MAX_VALUE;

    private static final VectorStage[] EXP = {
        (w, x, out) -> reduce(x, SIGNED, 1, w), (w, x, out) -> taylor(w), (w, x, out) -> join(w, out)
    };

    private final VectorWork work;

    VectorExponential(int lanes) {
        super(lanes, new BitCasts(lanes));
        work = new VectorWork(lanes);
    }

    @Override
    void exp(double[] x, double[] out) {
        if (!work.run(EXP, x, out)) {
            super.exp(x, out);
        }
    }

    /**
     * Leaves r and ROUNDER + n for y = {@code factor} times x or its absolute value.
     *
     * @param mask {@link #SIGNED} or {@link #ABSOLUTE}
     * @return false if some |y| is above 708, infinite or NaN
     */
    static boolean reduce(double[] x, long mask, double factor, VectorWork work) {
        double[] first = work.first;
        double[] second = work.second;
        DoubleVector rounder = DoubleVector.broadcast(DOUBLES, ROUNDER);
        DoubleVector ln2High = DoubleVector.broadcast(DOUBLES, LN2_HIGH);
        DoubleVector ln2Low = DoubleVector.broadcast(DOUBLES, LN2_LOW);
        LongVector farthest = LongVector.broadcast(LONGS, FARTHEST_BITS);
        LongVector any = LongVector.zero(LONGS);
        for (int j = 0; j < work.lanes; j += WIDTH) {
            DoubleVector y = DoubleVector.fromArray(DOUBLES, x, j)
                    .reinterpretAsLongs()
                    .and(mask)
                    .reinterpretAsDoubles()
                    .mul(factor);
            any = any.or(farthest.sub(y.reinterpretAsLongs().and(Long.MAX_VALUE)));
            DoubleVector k = y.fma(LOG2_E, ROUNDER);
            k.intoArray(second, j);
            DoubleVector minusN = rounder.sub(k);
            minusN.fma(ln2Low, minusN.fma(ln2High, y)).intoArray(first, j);
        }
        return any.reduceLanes(OR) >= 0;
    }

    /** e^r - 1 in place of r. */
    static boolean taylor(VectorWork work) {
        double[] first = work.first;
        for (int j = 0; j < work.lanes; j += WIDTH) {
            DoubleVector r = DoubleVector.fromArray(DOUBLES, first, j);
            DoubleVector p = r.fma(C13, C12)
                    .lanewise(FMA, r, C11)
                    .lanewise(FMA, r, C10)
                    .lanewise(FMA, r, C9)
                    .lanewise(FMA, r, C8)
                    .lanewise(FMA, r, C7)
                    .lanewise(FMA, r, C6)
                    .lanewise(FMA, r, C5)
                    .lanewise(FMA, r, C4)
                    .lanewise(FMA, r, C3)
                    .lanewise(FMA, r, C2);
            r.mul(r).fma(p, r).intoArray(first, j);
        }
        return true;
    }

    /** e^y. */
    static boolean join(VectorWork work, double[] out) {
        double[] fraction = work.first;
        double[] rounded = work.second;
        for (int j = 0; j < work.lanes; j += WIDTH) {
            DoubleVector power = DoubleVector.fromArray(DOUBLES, rounded, j)
                    .reinterpretAsLongs()
                    .sub(ROUNDER_BITS - EXPONENT_BIAS)
                    .lanewise(LSHL, MANTISSA_BITS)
                    .reinterpretAsDoubles();
            DoubleVector.fromArray(DOUBLES, fraction, j).add(1).mul(power).intoArray(out, j);
        }
        return true;
    }
}
