package org.itocheck.training;

import org.itocheck.network.Batch;
import org.itocheck.network.NetworkLoss;

/**
 * How large mini-batch gradients g are on average and how far they scatter, from m independent mini-batches: N is the sum over coordinates of
 * the sample variance, and G the squared length of the sample mean less N/m, so that both are unbiased; where the noise outweighs the gradient
 * by more than m times G may come out below 0.
 *
 * @param gradient G_t, for |E g|^2
 * @param noise N_t, for tr Cov g
 * @param batches m
 * @see <a href="https://arxiv.org/abs/2102.12470">Li, Malladi, Arora (2021), equation (14) and Appendix E.2</a>
 */
public record GradientNoise(double gradient, double noise, int batches) {
    /** Checks the number of batches. */
    public GradientNoise {
        if (batches < 2) {
            throw new IllegalArgumentException("batches is " + batches + ", expected at least 2");
        }
    }

    static GradientNoise measure(NetworkLoss loss, double[] x, MiniBatches source, long firstDraw, int batches) {
        double[] gradient = new double[x.length];
        double[] mean = new double[x.length];
        double scatter = 0;
        for (int k = 0; k < batches; k++) {
            Batch batch = source.draw(firstDraw + k);
            loss.network().gradient(x, batch, gradient);
            scatter += welford(gradient, mean, k + 1);
        }
        double noise = scatter / (batches - 1);
        double length = 0;
        for (double m : mean) {
            length += m * m;
        }
        return new GradientNoise(length - noise / batches, noise, batches);
    }

    /** Moves the mean and returns what the sum of squared deviations grows by. */
    private static double welford(double[] gradient, double[] mean, int count) {
        double growth = 0;
        for (int i = 0; i < mean.length; i++) {
            double before = gradient[i] - mean[i];
            mean[i] += before / count;
            growth += before * (gradient[i] - mean[i]);
        }
        return growth;
    }
}
