package org.itocheck.mutant;

import java.util.Arrays;
import org.itocheck.objective.StochasticObjective;
import org.itocheck.random.RandomStream;

/**
 * The loss of E1 with its gradient {@code P omega / |x|} written wrongly.
 *
 * @param mistake which
 */
record WrongSphere(Mistake mistake) implements StochasticObjective {
    private static final double NOISE = 0.6;

    /** What is wrong. */
    enum Mistake {
        NONE,
        /** omega / |x|, not projected. */
        NO_PROJECTION,
        /** P with x x' / |x| in the place of x x' / |x|^2. */
        WRONG_NORMALISER,
        /** P omega / |x|^2: orthogonal to x, but it shrinks too fast. */
        SHRINKS_TOO_FAST,
        /** Only the mean is projected. */
        NOISE_NOT_PROJECTED,
        /** Every second mini-batch has a bias along x of one millionth. */
        SLIGHT
    }

    @Override
    public String name() {
        return "sphere with " + mistake;
    }

    @Override
    public int dimension() {
        return 3;
    }

    @Override
    public void sampleGradient(double[] x, RandomStream random, double[] gradient) {
        double[] noise = new double[3];
        Arrays.setAll(noise, i -> NOISE * random.gaussian());
        double[] mean = {-1, 0, 0};
        double norm = Math.sqrt(dot(x, x));
        double removed = mistake == Mistake.WRONG_NORMALISER ? norm : norm * norm;
        double divisor = mistake == Mistake.SHRINKS_TOO_FAST ? norm * norm : norm;
        double ofMean = mistake == Mistake.NO_PROJECTION ? 0 : dot(mean, x) / removed;
        double ofNoise = mistake == Mistake.NO_PROJECTION || mistake == Mistake.NOISE_NOT_PROJECTED
                ? 0
                : dot(noise, x) / removed;
        double slight = mistake == Mistake.SLIGHT && noise[0] > 0 ? 1e-6 : 0;
        for (int i = 0; i < 3; i++) {
            gradient[i] = (mean[i] + noise[i] - (ofMean + ofNoise - slight) * x[i]) / divisor;
        }
    }

    private static double dot(double[] a, double[] b) {
        return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    }
}
