package org.itocheck.math;

import static jdk.incubator.vector.VectorOperators.*;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorSpecies;

/** {@link Sine} on the Vector API, operation for operation; a row with an entry far away goes to the plain version as a whole. */
final class VectorSine extends Sine {
    private static final VectorSpecies<Double> DOUBLES = VectorShapes.DOUBLES;
    private static final VectorSpecies<Long> LONGS = VectorShapes.LONGS;
    private static final int WIDTH = DOUBLES.length();

    private static final VectorStage NEAR = (w, x, out) -> near(x, w);
    private static final VectorStage TAYLOR = (w, x, out) -> taylor(w, out);
    private static final VectorStage[] SIN = {NEAR, (w, x, out) -> reduce(x, 0, w), TAYLOR};
    private static final VectorStage[] COS = {NEAR, (w, x, out) -> reduce(x, 1, w), TAYLOR};

    private final VectorWork work;

    VectorSine(int lanes) {
        super(lanes, new BitCasts(lanes));
        work = new VectorWork(lanes);
    }

    @Override
    void sin(double[] x, double[] out) {
        if (!work.run(SIN, x, out)) {
            super.sin(x, out);
        }
    }

    @Override
    void cos(double[] x, double[] out) {
        if (!work.run(COS, x, out)) {
            super.cos(x, out);
        }
    }

    /** Whether no |x| is above 1e5, infinite or NaN. */
    private static boolean near(double[] x, VectorWork work) {
        LongVector farthest = LongVector.broadcast(LONGS, FARTHEST_BITS);
        LongVector any = LongVector.zero(LONGS);
        for (int j = 0; j < work.lanes; j += WIDTH) {
            LongVector size =
                    DoubleVector.fromArray(DOUBLES, x, j).reinterpretAsLongs().and(Long.MAX_VALUE);
            any = any.or(farthest.sub(size));
        }
        return any.reduceLanes(OR) >= 0;
    }

    /** Leaves r and the sign (-1)^(n + quarters) as a sign bit. */
    private static boolean reduce(double[] x, int quarters, VectorWork work) {
        double[] first = work.first;
        double[] second = work.second;
        double shift = 0.5 * quarters;
        DoubleVector rounder = DoubleVector.broadcast(DOUBLES, ROUNDER);
        DoubleVector piHigh = DoubleVector.broadcast(DOUBLES, PI_HIGH);
        DoubleVector piLow = DoubleVector.broadcast(DOUBLES, PI_LOW);
        for (int j = 0; j < work.lanes; j += WIDTH) {
            DoubleVector y = DoubleVector.fromArray(DOUBLES, x, j);
            DoubleVector rounded = y.fma(ONE_OVER_PI, -shift).add(ROUNDER);
            rounded.reinterpretAsLongs()
                    .add(quarters)
                    .lanewise(LSHL, 63)
                    .reinterpretAsDoubles()
                    .intoArray(second, j);
            DoubleVector minusK = rounder.sub(rounded).sub(shift);
            minusK.fma(piLow, minusK.fma(piHigh, y)).intoArray(first, j);
        }
        return true;
    }

    private static boolean taylor(VectorWork work, double[] out) {
        double[] first = work.first;
        double[] second = work.second;
        for (int j = 0; j < work.lanes; j += WIDTH) {
            DoubleVector r = DoubleVector.fromArray(DOUBLES, first, j);
            DoubleVector w = r.mul(r);
            DoubleVector p = w.fma(C21, C19)
                    .lanewise(FMA, w, C17)
                    .lanewise(FMA, w, C15)
                    .lanewise(FMA, w, C13)
                    .lanewise(FMA, w, C11)
                    .lanewise(FMA, w, C9)
                    .lanewise(FMA, w, C7)
                    .lanewise(FMA, w, C5)
                    .lanewise(FMA, w, C3);
            LongVector sign = DoubleVector.fromArray(DOUBLES, second, j).reinterpretAsLongs();
            r.mul(w)
                    .fma(p, r)
                    .reinterpretAsLongs()
                    .lanewise(XOR, sign)
                    .reinterpretAsDoubles()
                    .intoArray(out, j);
        }
        return true;
    }
}
