package org.itocheck.math;

import static jdk.incubator.vector.VectorOperators.*;
import static org.itocheck.math.VectorExponential.*;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@link Sigmoids} on the Vector API: the same bits, in stages that begin with those of {@link VectorExponential}. A row with an entry that
 * is too far for them goes to the plain version as a whole. e^y - 1 needs no bound before: from 44 on m / (m + 2) is 1, and e^-y - 1 is -1.
 */
final class VectorSigmoids extends Sigmoids {
    private static final VectorSpecies<Double> DOUBLES = VectorShapes.DOUBLES;
    private static final int WIDTH = DOUBLES.length();

    private static final VectorStage TAYLOR = (w, x, out) -> taylor(w);
    private static final VectorStage[] LOGISTIC = {
        (w, x, out) -> reduce(x, SIGNED, -1, w), TAYLOR, (w, x, out) -> joinToLogistic(w, out)
    };
    private static final VectorStage[] TANH = {
        (w, x, out) -> reduce(x, ABSOLUTE, 2, w), TAYLOR, (w, x, out) -> joinToTangent(w, x, out)
    };
    private static final VectorStage[] SOFTPLUS = {
        (w, x, out) -> reduce(x, ABSOLUTE, -1, w),
        TAYLOR,
        (w, x, out) -> join(w, w.first),
        (w, x, out) -> logarithmOfQuotient(w, 2),
        (w, x, out) -> addPositivePart(w, x, out)
    };
    private static final VectorStage[] LOG_COSH = {
        (w, x, out) -> reduce(x, ABSOLUTE, -2, w),
        TAYLOR,
        (w, x, out) -> joinMinusOne(w),
        (w, x, out) -> logarithmOfQuotient(w, 4),
        (w, x, out) -> addAbsoluteValue(w, x, out)
    };

    private final VectorWork work;

    VectorSigmoids(int lanes) {
        super(lanes, new Exponential(lanes, new BitCasts(lanes)));
        work = new VectorWork(lanes);
    }

    @Override
    void tanh(double[] x, double[] out) {
        if (!work.run(TANH, x, out)) {
            super.tanh(x, out);
        }
    }

    @Override
    void logistic(double[] x, double[] out) {
        if (!work.run(LOGISTIC, x, out)) {
            super.logistic(x, out);
        }
    }

    @Override
    void softplus(double[] x, double[] out) {
        if (!work.run(SOFTPLUS, x, out)) {
            super.softplus(x, out);
        }
    }

    @Override
    void logCosh(double[] x, double[] out) {
        if (!work.run(LOG_COSH, x, out)) {
            super.logCosh(x, out);
        }
    }

    /** 1 / (1 + e^y). */
    private static boolean joinToLogistic(VectorWork work, double[] out) {
        double[] fraction = work.first;
        double[] rounded = work.second;
        DoubleVector one = DoubleVector.broadcast(DOUBLES, 1);
        for (int j = 0; j < work.lanes; j += WIDTH) {
            DoubleVector power = DoubleVector.fromArray(DOUBLES, rounded, j)
                    .reinterpretAsLongs()
                    .sub(Exponential.ROUNDER_BITS - Exponential.EXPONENT_BIAS)
                    .lanewise(LSHL, Exponential.MANTISSA_BITS)
                    .reinterpretAsDoubles();
            DoubleVector exp =
                    DoubleVector.fromArray(DOUBLES, fraction, j).add(1).mul(power);
            one.div(exp.add(1)).intoArray(out, j);
        }
        return true;
    }

    /** m / (m + 2) for m = e^y - 1, which is not negative, with the sign of x. */
    private static boolean joinToTangent(VectorWork work, double[] x, double[] out) {
        double[] fraction = work.first;
        double[] rounded = work.second;
        for (int j = 0; j < work.lanes; j += WIDTH) {
            DoubleVector power = DoubleVector.fromArray(DOUBLES, rounded, j)
                    .reinterpretAsLongs()
                    .sub(Exponential.ROUNDER_BITS - Exponential.EXPONENT_BIAS)
                    .lanewise(LSHL, Exponential.MANTISSA_BITS)
                    .reinterpretAsDoubles();
            DoubleVector m = power.fma(DoubleVector.fromArray(DOUBLES, fraction, j), power.sub(1));
            LongVector sign =
                    DoubleVector.fromArray(DOUBLES, x, j).reinterpretAsLongs().and(Long.MIN_VALUE);
            m.div(m.add(2)).reinterpretAsLongs().or(sign).reinterpretAsDoubles().intoArray(out, j);
        }
        return true;
    }

    /** e^y - 1. */
    private static boolean joinMinusOne(VectorWork work) {
        double[] first = work.first;
        double[] rounded = work.second;
        for (int j = 0; j < work.lanes; j += WIDTH) {
            DoubleVector power = DoubleVector.fromArray(DOUBLES, rounded, j)
                    .reinterpretAsLongs()
                    .sub(Exponential.ROUNDER_BITS - Exponential.EXPONENT_BIAS)
                    .lanewise(LSHL, Exponential.MANTISSA_BITS)
                    .reinterpretAsDoubles();
            power.fma(DoubleVector.fromArray(DOUBLES, first, j), power.sub(1)).intoArray(first, j);
        }
        return true;
    }

    /** log((1 + s) / (1 - s)) with s = y / (shift + y). */
    private static boolean logarithmOfQuotient(VectorWork work, double shift) {
        double[] first = work.first;
        for (int j = 0; j < work.lanes; j += WIDTH) {
            DoubleVector y = DoubleVector.fromArray(DOUBLES, first, j);
            DoubleVector s = y.div(y.add(shift));
            DoubleVector w = s.mul(s);
            DoubleVector p = w.fma(C15, C14)
                    .lanewise(FMA, w, C13)
                    .lanewise(FMA, w, C12)
                    .lanewise(FMA, w, C11)
                    .lanewise(FMA, w, C10)
                    .lanewise(FMA, w, C9)
                    .lanewise(FMA, w, C8)
                    .lanewise(FMA, w, C7)
                    .lanewise(FMA, w, C6)
                    .lanewise(FMA, w, C5)
                    .lanewise(FMA, w, C4)
                    .lanewise(FMA, w, C3)
                    .lanewise(FMA, w, C2)
                    .lanewise(FMA, w, C1);
            s.mul(w).fma(p, s).mul(2).intoArray(first, j);
        }
        return true;
    }

    /** Twice max(x, 0) is x + |x|, exactly. */
    private static boolean addPositivePart(VectorWork work, double[] x, double[] out) {
        double[] log = work.first;
        for (int j = 0; j < work.lanes; j += WIDTH) {
            DoubleVector y = DoubleVector.fromArray(DOUBLES, x, j);
            y.add(y.abs()).mul(0.5).add(DoubleVector.fromArray(DOUBLES, log, j)).intoArray(out, j);
        }
        return true;
    }

    private static boolean addAbsoluteValue(VectorWork work, double[] x, double[] out) {
        double[] log = work.first;
        for (int j = 0; j < work.lanes; j += WIDTH) {
            DoubleVector y = DoubleVector.fromArray(DOUBLES, x, j).abs().add(DoubleVector.fromArray(DOUBLES, log, j));
            y.add(y.abs()).mul(0.5).intoArray(out, j);
        }
        return true;
    }
}
