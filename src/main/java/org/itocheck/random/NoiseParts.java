package org.itocheck.random;

import java.util.Arrays;
import org.apache.commons.math3.util.FastMath;
import org.itocheck.math.RowMath;

/**
 * The noise of a mini-batch m times smaller, for noise that is infinitely divisible: a number {@code m (root - E root)} such that the sum
 * of m independent roots has the law of the whole. Its n-th cumulant, where there is one, is {@code m^(n-1)} times that of the whole.
 * <ul>
 *   <li>{@code gaussian}: sqrt(m) N(0, 1);
 *   <li>{@code poisson1}: m Poisson(1/m) - 1, by inversion of 48 bits;
 *   <li>{@code exp1}: m Gamma(1/m) - 1, by a table of the monotone map from Exp(1), see {@link GammaRoot};
 *   <li>{@code stable1.5}: m^(1/3) times the whole, since m^(2/3) is the scale of the sum of m of them.
 * </ul>
 * Immutable tables, to be shared by all threads; {@link DividedRows} draws from them.
 */
public final class NoiseParts {
    static final int UNIFORM_BITS = 48;
    private static final double RANGE = 0x1p48;

    private final int parts;
    private final long[] poisson;
    private final GammaRoot gamma;

    /**
     * Makes the tables.
     *
     * @param parts m, at least 1
     * @throws IllegalArgumentException if {@code parts < 1}
     */
    public NoiseParts(int parts) {
        if (parts < 1) {
            throw new IllegalArgumentException("parts is " + parts + ", expected at least 1 (1 is the whole)");
        }
        this.parts = parts;
        this.poisson = poisson(1.0 / parts);
        this.gamma = new GammaRoot(parts);
    }

    /**
     * Whether a law is infinitely divisible: the law of a sum of m independent numbers of one law, for every m.
     *
     * @param law any law; bounded laws never are; Student's are, but their
     *     parts have no name
     * @return whether {@link DividedRows} can draw its parts
     */
    public static boolean divisible(NoiseLaw law) {
        return law == NoiseLaw.GAUSSIAN
                || law == NoiseLaw.POISSON
                || law == NoiseLaw.EXPONENTIAL
                || law == NoiseLaw.STABLE;
    }

    /**
     * m.
     *
     * @return at least 1
     */
    public int parts() {
        return parts;
    }

    /** 2^48 P(N <= k) for N ~ Poisson(1/m), k = 0, 1, ..., up to the last that 48 bits reach. */
    long[] poisson() {
        return poisson;
    }

    /** m^(1/3). */
    double stable() {
        return FastMath.cbrt(parts);
    }

    GammaRoot gamma() {
        return gamma;
    }

    private static long[] poisson(double rate) {
        double[] mass = {-rate};
        new RowMath(1).exp(mass, mass);
        long[] thresholds = new long[64];
        double term = mass[0];
        double below = term;
        int count = 0;
        while (Math.rint(RANGE * below) < RANGE && count < thresholds.length) {
            thresholds[count++] = (long) Math.rint(RANGE * below);
            term *= rate / count;
            below += term;
        }
        return Arrays.copyOf(thresholds, count);
    }
}
