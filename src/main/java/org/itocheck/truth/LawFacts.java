package org.itocheck.truth;

import java.util.Optional;
import org.itocheck.random.NoiseLaw;

/** Exact facts about the laws of noise: moments, cumulants, characteristic functions, atoms (THEORY 3.A). */
final class LawFacts {
    private LawFacts() {}

    /**
     * E xi^0 ... E xi^degree.
     *
     * @throws IllegalArgumentException if one of them does not exist
     */
    static double[] moments(NoiseLaw law, int degree) {
        if (!law.hasMoment(degree)) {
            throw new IllegalArgumentException("degree is " + degree + ", the moments of " + law.label()
                    + " are finite below order " + law.moments() + " only");
        }
        double[] m = new double[degree + 1];
        m[0] = 1;
        for (int n = 1; n <= degree; n++) {
            m[n] = switch (law) {
                case GAUSSIAN -> n == 1 ? 0 : (n - 1) * m[n - 2];
                case RADEMACHER -> n % 2 == 0 ? 1 : 0;
                case SKEW_TWO_POINT -> n == 1 ? 0 : 0.1 * StrictMath.pow(3, n) + 0.9 * StrictMath.pow(-1.0 / 3, n);
                case UNIFORM -> n % 2 == 0 ? StrictMath.pow(3, n / 2.0) / (n + 1) : 0;
                case POISSON -> touchard(m, n);
                case EXPONENTIAL -> n * m[n - 1] + (n % 2 == 0 ? 1 : -1);
                case THREE_POINT -> n % 2 == 0 ? StrictMath.pow(3, n / 2 - 1) : 0;
                case STUDENT_3, STUDENT_5 -> student(law.moments(), m, n);
                case STABLE -> 0;
            };
        }
        return m;
    }

    /** The cumulants of orders 0 (which is 0) to {@code degree}. */
    static double[] cumulants(NoiseLaw law, int degree) {
        double[] m = moments(law, degree);
        double[] k = new double[degree + 1];
        for (int n = 1; n <= degree; n++) {
            k[n] = m[n];
            double binomial = 1;
            for (int i = 1; i < n; i++) {
                k[n] -= binomial * k[i] * m[n - i];
                binomial = binomial * (n - i) / i;
            }
        }
        return k;
    }

    /** The moments of orders 0 to {@code cumulants.length - 1}. */
    static double[] momentsOf(double[] cumulants) {
        double[] m = new double[cumulants.length];
        m[0] = 1;
        for (int n = 1; n < m.length; n++) {
            double binomial = 1;
            for (int i = 1; i <= n; i++) {
                m[n] += binomial * cumulants[i] * m[n - i];
                binomial = binomial * (n - i) / i;
            }
        }
        return m;
    }

    /** Multiplies the complex number {@code z} by E exp(i v xi). */
    static void multiplyCharacteristic(NoiseLaw law, double v, double[] z) {
        switch (law) {
            case GAUSSIAN -> multiply(z, StrictMath.exp(-v * v / 2), 0);
            case RADEMACHER -> multiply(z, StrictMath.cos(v), 0);
            case SKEW_TWO_POINT ->
                multiply(
                        z,
                        0.1 * StrictMath.cos(3 * v) + 0.9 * StrictMath.cos(v / 3),
                        0.1 * StrictMath.sin(3 * v) - 0.9 * StrictMath.sin(v / 3));
            case UNIFORM -> multiply(z, sinc(Math.sqrt(3) * v), 0);
            case POISSON -> {
                double size = StrictMath.exp(StrictMath.cos(v) - 1);
                double angle = StrictMath.sin(v) - v;
                multiply(z, size * StrictMath.cos(angle), size * StrictMath.sin(angle));
            }
            case EXPONENTIAL -> {
                double c = StrictMath.cos(v);
                double s = -StrictMath.sin(v);
                double square = 1 + v * v;
                multiply(z, (c - s * v) / square, (s + c * v) / square);
            }
            case THREE_POINT -> multiply(z, (2 + StrictMath.cos(Math.sqrt(3) * v)) / 3, 0);
            case STUDENT_3 -> multiply(z, (1 + Math.abs(v)) * StrictMath.exp(-Math.abs(v)), 0);
            case STUDENT_5 -> {
                double u = Math.sqrt(3) * Math.abs(v);
                multiply(z, (1 + u + u * u / 3) * StrictMath.exp(-u), 0);
            }
            case STABLE -> multiply(z, StrictMath.exp(-Math.abs(v) * Math.sqrt(Math.abs(v))), 0);
        }
    }

    /** The atoms and their probabilities, {@code {values, probabilities}}, of the laws with two or three of them. */
    static Optional<double[][]> atoms(NoiseLaw law) {
        return switch (law) {
            case RADEMACHER -> Optional.of(new double[][] {{-1, 1}, {0.5, 0.5}});
            case SKEW_TWO_POINT -> Optional.of(new double[][] {{3, -1.0 / 3}, {0.1, 0.9}});
            case THREE_POINT ->
                Optional.of(new double[][] {{-Math.sqrt(3), 0, Math.sqrt(3)}, {1.0 / 6, 2.0 / 3, 1.0 / 6}});
            default -> Optional.empty();
        };
    }

    /** E xi^n from E xi^(n - 2), for n below the degrees of freedom. */
    private static double student(double degrees, double[] m, int n) {
        return n % 2 == 1 ? 0 : m[n - 2] * (n - 1) * (degrees - 2) / (degrees - n);
    }

    private static double touchard(double[] m, int n) {
        double sum = 0;
        double binomial = 1;
        for (int k = 0; k < n - 1; k++) {
            sum += binomial * m[k];
            binomial = binomial * (n - 1 - k) / (k + 1);
        }
        return sum;
    }

    private static double sinc(double v) {
        return Math.abs(v) < 1e-4 ? 1 - v * v / 6 : StrictMath.sin(v) / v;
    }

    private static void multiply(double[] z, double re, double im) {
        double real = z[0] * re - z[1] * im;
        z[1] = z[0] * im + z[1] * re;
        z[0] = real;
    }
}
