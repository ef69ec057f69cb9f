package org.itocheck.training;

import static org.assertj.core.api.Assertions.assertThat;

import org.itocheck.network.NetworkLoss;
import org.itocheck.network.Networks;
import org.itocheck.network.data.Augmentation;
import org.itocheck.random.Seed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GradientNoiseTest {
    private static final int BATCH = 8;
    private static final int BATCHES = 4;
    private static final int REPEATS = 400;
    /** A rule of six standard errors: wrong once in a thousand million runs. */
    private static final double MOST_ERRORS = 6;

    @BeforeEach
    void torch() {
        Networks.assumeTorch();
    }

    @Test
    void both_numbers_are_right_on_average() {
        NetworkLoss loss = Runs.train();
        double[] x = loss.network().layout().initial(new Seed(3));
        MiniBatches batches = new MiniBatches(loss, Sampling.WITH_REPLACEMENT, Augmentation.NONE, BATCH, new Seed(4));
        double[] g = new double[REPEATS];
        double[] n = new double[REPEATS];
        for (int r = 0; r < REPEATS; r++) {
            GradientNoise found = GradientNoise.measure(loss, x, batches, (long) r * BATCHES, BATCHES);
            g[r] = found.gradient();
            n[r] = found.noise();
        }

        assertThat(Math.abs(errors(g, squaredGradient(loss, x)))).isLessThan(MOST_ERRORS);
        assertThat(Math.abs(errors(n, noise(loss, x)))).isLessThan(MOST_ERRORS);
        assertThat(errors(g, squaredGradient(loss, x) + noise(loss, x) / BATCHES))
                .as("the squared mean without its correction would be seen")
                .isLessThan(-MOST_ERRORS);
    }

    private static double squaredGradient(NetworkLoss loss, double[] x) {
        double[] gradient = new double[x.length];
        loss.gradient(x, gradient);
        return squared(gradient);
    }

    /** tr Cov of one image's gradient, over B. */
    private static double noise(NetworkLoss loss, double[] x) {
        double[] gradient = new double[x.length];
        double sum = 0;
        for (int i = 0; i < loss.samples(); i++) {
            loss.network().gradient(x, loss.batch(i), gradient);
            sum += squared(gradient);
        }
        return (sum / loss.samples() - squaredGradient(loss, x)) / BATCH;
    }

    private static double squared(double[] v) {
        double sum = 0;
        for (double value : v) {
            sum += value * value;
        }
        return sum;
    }

    /** How many standard errors the mean is off. */
    private static double errors(double[] values, double truth) {
        double mean = 0;
        for (double value : values) {
            mean += value / values.length;
        }
        double square = 0;
        for (double value : values) {
            square += (value - mean) * (value - mean);
        }
        return (mean - truth) / Math.sqrt(square / (values.length - 1.0) / values.length);
    }
}
