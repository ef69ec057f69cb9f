package org.itocheck.math;

import static jdk.incubator.vector.VectorOperators.*;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorSpecies;

/** {@link Logarithm} on the Vector API, operation for operation; a row with an unusual entry goes to the plain version as a whole. */
final class VectorLogarithm extends Logarithm {
    private static final VectorSpecies<Double> DOUBLES = VectorShapes.DOUBLES;
    private static final VectorSpecies<Long> LONGS = VectorShapes.LONGS;
    private static final int WIDTH = DOUBLES.length();

    private static final VectorStage[] LOG = {
        (w, x, out) -> usual(x, w), (w, x, out) -> split(x, w), (w, x, out) -> series(w, out)
    };

    private final VectorWork work;

    VectorLogarithm(int lanes) {
        super(lanes, new BitCasts(lanes));
        work = new VectorWork(lanes);
    }

    @Override
    void log(double[] x, double[] out) {
        if (!work.run(LOG, x, out)) {
            super.log(x, out);
        }
    }

    /** Whether all entries are positive normal numbers. */
    private static boolean usual(double[] x, VectorWork work) {
        LongVector any = LongVector.zero(LONGS);
        for (int j = 0; j < work.lanes; j += WIDTH) {
            LongVector aboveSmallest =
                    DoubleVector.fromArray(DOUBLES, x, j).reinterpretAsLongs().sub(SMALLEST_NORMAL_BITS);
            any = any.or(aboveSmallest).or(aboveSmallest.add(2 * SMALLEST_NORMAL_BITS));
        }
        return any.reduceLanes(OR) >= 0;
    }

    /** Leaves f and e. */
    private static boolean split(double[] x, VectorWork work) {
        double[] first = work.first;
        double[] second = work.second;
        for (int j = 0; j < work.lanes; j += WIDTH) {
            LongVector u = DoubleVector.fromArray(DOUBLES, x, j).reinterpretAsLongs();
            LongVector e =
                    u.sub(SQRT_HALF_BITS - (EXPONENT_OFFSET << MANTISSA_BITS)).lanewise(LSHR, MANTISSA_BITS);
            u.sub(e.sub(EXPONENT_OFFSET).lanewise(LSHL, MANTISSA_BITS))
                    .reinterpretAsDoubles()
                    .sub(1)
                    .intoArray(first, j);
            e.or(TWO_TO_52_BITS)
                    .reinterpretAsDoubles()
                    .sub(0x1p52 + EXPONENT_OFFSET)
                    .intoArray(second, j);
        }
        return true;
    }

    private static boolean series(VectorWork work, double[] out) {
        double[] first = work.first;
        double[] second = work.second;
        DoubleVector ln2High = DoubleVector.broadcast(DOUBLES, Exponential.LN2_HIGH);
        for (int j = 0; j < work.lanes; j += WIDTH) {
            DoubleVector f = DoubleVector.fromArray(DOUBLES, first, j);
            DoubleVector e = DoubleVector.fromArray(DOUBLES, second, j);
            DoubleVector s = f.div(f.add(2));
            DoubleVector w = s.mul(s);
            DoubleVector p = w.fma(C10, C9)
                    .lanewise(FMA, w, C8)
                    .lanewise(FMA, w, C7)
                    .lanewise(FMA, w, C6)
                    .lanewise(FMA, w, C5)
                    .lanewise(FMA, w, C4)
                    .lanewise(FMA, w, C3)
                    .lanewise(FMA, w, C2)
                    .lanewise(FMA, w, C1);
            DoubleVector square = f.mul(0.5).mul(f);
            DoubleVector tail = s.fma(p.fma(w, square), e.mul(Exponential.LN2_LOW));
            e.fma(ln2High, f.sub(square.sub(tail))).intoArray(out, j);
        }
        return true;
    }
}
