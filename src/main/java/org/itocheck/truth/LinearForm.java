package org.itocheck.truth;

import org.itocheck.random.NoiseLaw;

/**
 * A random number {@code mean + sum_t coefficients[t] xi_t} with independent xi_t of powers of one law: everything about it in
 * closed form (THEORY 3.A, 3.F).
 *
 * @param mean its mean
 * @param coefficients the factors of the noises
 * @param amounts the convolution powers of the law that the noises have, 1 for the law itself
 * @param law the law
 */
record LinearForm(double mean, double[] coefficients, double[] amounts, NoiseLaw law) {
    private static final double TWO_PI = 2 * Math.PI;
    /** A law without this moment has a characteristic function that is not smooth at 0. */
    private static final int MANY = 100;

    /** Noises of the law itself. */
    LinearForm(double mean, double[] coefficients, NoiseLaw law) {
        this(mean, coefficients, LinearNoiseLaw.uniform(coefficients.length, 1), law);
    }

    /** The sum of the m-th powers of the coefficients, each times its amount. */
    double powerSum(int m) {
        double sum = 0;
        for (int t = 0; t < coefficients.length; t++) {
            sum += amounts[t] * StrictMath.pow(coefficients[t], m);
        }
        return sum;
    }

    /** E y^0 ... E y^degree, from the cumulants. */
    double[] moments(int degree) {
        double[] cumulants = LawFacts.cumulants(law, degree);
        for (int m = 1; m <= degree; m++) {
            cumulants[m] = m == 1 ? mean : cumulants[m] * powerSum(m);
        }
        return LawFacts.momentsOf(cumulants);
    }

    /** E cos y. */
    Expectation cosine() {
        return Expectation.ofSquare(characteristic(1), (1 + characteristic(2)) / 2);
    }

    /** E exp(-y^2/2). */
    Expectation gaussianBump() {
        return Expectation.ofSquare(bump(1), bump(2));
    }

    /**
     * E exp(-w y^2/2), the integral of the characteristic function against a Gaussian by the trapezoid rule: the rule adds the images of y
     * shifted by multiples of 2 pi / h, so h keeps those out of reach.
     */
    private double bump(double w) {
        if (!law.hasMoment(MANY)) {
            return HalfLine.integrate(
                            u -> characteristic(u) * StrictMath.exp(-u * u / (2 * w)), 12 * Math.sqrt(w), mean)
                    * 2
                    / Math.sqrt(TWO_PI * w);
        }
        double reach = Math.abs(mean) + 40 * Math.sqrt(powerSum(2)) + 20;
        double h = Math.min(0.1, TWO_PI / (2 * reach));
        int nodes = (int) Math.ceil(12 * Math.sqrt(w) / h);
        double sum = 0.5;
        for (int i = 1; i <= nodes; i++) {
            double u = i * h;
            sum += characteristic(u) * StrictMath.exp(-u * u / (2 * w));
        }
        return 2 * h * sum / Math.sqrt(TWO_PI * w);
    }

    /** The real part of E exp(iuy). */
    private double characteristic(double u) {
        double[] z = {StrictMath.cos(u * mean), StrictMath.sin(u * mean)};
        for (int t = 0; t < coefficients.length; t++) {
            NoisePowers.multiplyCharacteristic(law, u * coefficients[t], amounts[t], z);
        }
        return z[0];
    }
}
