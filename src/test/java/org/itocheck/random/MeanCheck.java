package org.itocheck.random;

/**
 * Checks that independent numbers of known variance have a given mean, with a stated false-alarm rate at any sample size and for any
 * law: Catoni's influence function psi(y) = sign(y) log(1 + |y| + y^2/2) has E exp(psi(a (X - mean))) at most 1 + a^2 variance / 2, so
 * that the sum of n of them exceeds n a^2 variance / 2 + log(2/delta) with probability at most delta/2, and so does its negative. With
 * a^2 = 2 log(2/delta) / (n variance) the limit is 2 log(2/delta). A mean that is off by more than 13 standard errors is missed about
 * half the time at delta = 1e-9, one off by 20 hardly ever.
 *
 * @see <a href="https://arxiv.org/abs/1009.2048">Catoni (2012), proposition 2.1</a>
 */
final class MeanCheck {
    static final double FALSE_ALARM = 1e-9;
    private static final double LIMIT = 2 * Math.log(2 / FALSE_ALARM);

    private final double mean;
    private final double scale;
    private double sum;

    MeanCheck(double mean, double variance, long draws) {
        this.mean = mean;
        this.scale = Math.sqrt(LIMIT / (draws * variance));
    }

    void add(double x) {
        double y = scale * (x - mean);
        double size = Math.abs(y);
        sum += Math.copySign(Math.log1p(size + 0.5 * size * size), y);
    }

    /** At most 1 in absolute value if the mean is as stated, except with probability {@link #FALSE_ALARM}. */
    double score() {
        return sum / LIMIT;
    }
}
