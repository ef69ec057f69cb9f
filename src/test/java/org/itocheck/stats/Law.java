package org.itocheck.stats;

import java.util.SplittableRandom;

/** Laws of independent values with known mean, standard deviation and skewness. */
enum Law {
    GAUSSIAN(0, 1, 0),
    RADEMACHER(0, 1, 0),
    UNIFORM(0, 1, 0),
    EXPONENTIAL(1, 1, 2),
    SKEW_TWO_POINT(0, 1, 8.0 / 3),
    /** The fourth power of a normal value. */
    GAUSSIAN_FOURTH(3, Math.sqrt(96), 9504 / Math.pow(96, 1.5)),
    /** (E - 1)^3 for E exponential; its moments are numbers of derangements. */
    EXPONENTIAL_CUBED(2, Math.sqrt(261), 131_922 / Math.pow(261, 1.5)),
    /** (E - 1)^4 for E exponential: skewness 98. */
    EXPONENTIAL_FOURTH(9, Math.sqrt(14_752), 175_815_808 / Math.pow(14_752, 1.5)),
    LOGNORMAL(Math.exp(0.5), Math.sqrt((Math.E - 1) * Math.E), (Math.E + 2) * Math.sqrt(Math.E - 1));

    final double mean;
    final double sigma;
    final double skewness;

    Law(double mean, double sigma, double skewness) {
        this.mean = mean;
        this.sigma = sigma;
        this.skewness = skewness;
    }

    double draw(SplittableRandom random) {
        return switch (this) {
            case GAUSSIAN -> random.nextGaussian();
            case RADEMACHER -> random.nextBoolean() ? 1 : -1;
            case UNIFORM -> (random.nextDouble() - 0.5) * Math.sqrt(12);
            case EXPONENTIAL -> random.nextExponential();
            case SKEW_TWO_POINT -> random.nextDouble() < 0.1 ? 3 : -1.0 / 3;
            case GAUSSIAN_FOURTH -> square(square(random.nextGaussian()));
            case EXPONENTIAL_CUBED -> cube(random.nextExponential() - 1);
            case EXPONENTIAL_FOURTH -> square(square(random.nextExponential() - 1));
            case LOGNORMAL -> Math.exp(random.nextGaussian());
        };
    }

    /** Fills the array with values, moved by {@code bias} standard deviations. */
    double[] fill(double[] values, double bias, SplittableRandom random) {
        for (int i = 0; i < values.length; i++) {
            values[i] = draw(random) + bias * sigma;
        }
        return values;
    }

    private static double square(double x) {
        return x * x;
    }

    private static double cube(double x) {
        return x * x * x;
    }
}
