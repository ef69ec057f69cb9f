package org.itocheck.claim;

import org.itocheck.ensemble.CellTests;
import org.itocheck.ensemble.Estimates;
import org.itocheck.stats.Evidence;
import org.itocheck.stats.Interval;
import org.itocheck.stats.MeanTest;
import org.itocheck.stats.Moments;

/**
 * Whether trajectories are independent: 128 pairs of ensembles of m trajectories are simulated, and the squared differences of their means,
 * in units of 2 sigma^2/m, tested for the mean 1. Where k trajectories always do the same, the mean is k. The test misses a mean of 4 or
 * more with probability below 1e-3, for every false-alarm rate of 1e-12 or more (Chernoff bound, computed numerically for m = 256).
 *
 * @param setting of a {@link BatchWatch}, whose last coordinate but one is the mean index of a mini-batch
 * @param level l
 * @param samples n
 * @param batchSize B
 */
record MeanSpread(Setting setting, int level, int samples, int batchSize) {
    static final double MISS_RATE = 1e-3;

    private static final int PAIRS = 128;
    private static final int OF_MEAN = 256;
    /** The mean of the squares that is sure to be found is 1 more than this. */
    private static final double ALLOWED = 3;

    Cell cell(double alpha, Laboratory laboratory, Bill bill) {
        int m = (int) Math.min(OF_MEAN, laboratory.trajectoryBudget());
        double[] squares = squares(m, laboratory, bill);
        double n = samples;
        double excess =
                -1.2 * (n * n + 1) / (n * n - 1) / (2.0 * batchSize * m); // of a difference of means of B m indices
        MeanTest test = new MeanTest(1, 2 + excess, alpha, PAIRS);
        double[] scratch = new double[PAIRS];
        boolean alarm = test.alarm(test.accumulate(Evidence.NONE, test.influence(squares, PAIRS, scratch), PAIRS));
        Moments moments = Moments.of(squares, PAIRS, scratch);
        int k = setting.checkpoints().get(0);
        return new Cell(
                "variance of means over sigma^2/" + m,
                level,
                setting.problem().learningRate() / level,
                k,
                moments.mean(),
                1,
                moments.mean() - 1,
                Interval.normalMultiplier(alpha) * Math.sqrt(test.variance() / PAIRS),
                ALLOWED,
                moments.standardDeviation(),
                2L * PAIRS * m,
                alarm ? Verdict.FAIL : m == OF_MEAN ? Verdict.PASS : Verdict.INCONCLUSIVE,
                "");
    }

    private double[] squares(int m, Laboratory laboratory, Bill bill) {
        double n = samples;
        double variance = (n * n - 1) / (12 * batchSize);
        double[] squares = new double[PAIRS];
        for (int i = 0; i < PAIRS; i++) {
            double difference = mean(2 * i, m, laboratory, bill) - mean(2 * i + 1, m, laboratory, bill);
            squares[i] = difference * difference * m / (2 * variance);
        }
        return squares;
    }

    private double mean(int number, int m, Laboratory laboratory, Bill bill) {
        String purpose = "means " + number;
        Estimates part = bill.add(laboratory.simulate(setting, setting.family(), level, purpose, m, CellTests.NONE));
        return part.moments(setting.checkpoints().get(0), setting.observables().size() - 2)
                .mean();
    }
}
