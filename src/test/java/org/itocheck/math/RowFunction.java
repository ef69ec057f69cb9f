package org.itocheck.math;

import static java.math.BigDecimal.ONE;

import java.math.BigDecimal;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;

/** Every function of {@link RowMath} with a fast reference, a 50-digit reference, and the bound of its error. */
@SuppressWarnings("ImmutableEnumChecker") // the functions keep no state
enum RowFunction {
    EXP(-745, 709.7, 4e-16, StrictMath::exp, Digits::exp) {
        @Override
        void apply(RowMath math, double[] x, double[] out) {
            math.exp(x, out);
        }
    },
    LOG(0, 20, 3e-16, StrictMath::log, Digits::log) {
        @Override
        void apply(RowMath math, double[] x, double[] out) {
            math.log(x, out);
        }
    },
    SIN(-1e5, 1e5, 4e-16, StrictMath::sin, Digits::sin) {
        @Override
        void apply(RowMath math, double[] x, double[] out) {
            math.sin(x, out);
        }
    },
    COS(-1e5, 1e5, 4e-16, StrictMath::cos, Digits::cos) {
        @Override
        void apply(RowMath math, double[] x, double[] out) {
            math.cos(x, out);
        }
    },
    TANH(-25, 25, 6e-16, StrictMath::tanh, x -> {
        BigDecimal e = Digits.exp(x.add(x));
        return Digits.divide(e.subtract(ONE), e.add(ONE));
    }) {
        @Override
        void apply(RowMath math, double[] x, double[] out) {
            math.tanh(x, out);
        }
    },
    LOGISTIC(
            -700,
            50,
            6e-16,
            x -> 1 / (1 + StrictMath.exp(-x)),
            x -> Digits.divide(ONE, ONE.add(Digits.exp(x.negate())))) {
        @Override
        void apply(RowMath math, double[] x, double[] out) {
            math.logistic(x, out);
        }
    },
    LOG_COSH(
            -30,
            30,
            6e-16,
            x -> {
                double s = StrictMath.sinh(x / 2);
                return StrictMath.log1p(2 * s * s);
            },
            x -> Digits.log(Digits.divide(Digits.exp(x).add(Digits.exp(x.negate())), BigDecimal.valueOf(2)))) {
        @Override
        void apply(RowMath math, double[] x, double[] out) {
            math.logCosh(x, out);
        }
    },
    SOFTPLUS(
            -700,
            50,
            8e-16,
            x -> Math.max(x, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(x))),
            x -> Digits.log1p(Digits.exp(x))) {
        @Override
        void apply(RowMath math, double[] x, double[] out) {
            math.softplus(x, out);
        }
    };

    final double from;
    final double to;
    final double bound;
    final DoubleUnaryOperator reference;
    final UnaryOperator<BigDecimal> digits;

    RowFunction(double from, double to, double bound, DoubleUnaryOperator reference, UnaryOperator<BigDecimal> digits) {
        this.from = from;
        this.to = to;
        this.bound = bound;
        this.reference = reference;
        this.digits = digits;
    }

    abstract void apply(RowMath math, double[] x, double[] out);

    /** The error in the unit of its Javadoc: of the value, for log cosh of the argument. Subnormal values count in units of 2^-1022. */
    double error(double x, double actual, double difference) {
        double unit = this == LOG_COSH ? Math.abs(x) : Math.max(Math.abs(actual), Double.MIN_NORMAL);
        return difference == 0 ? 0 : Math.abs(difference) / unit;
    }
}
