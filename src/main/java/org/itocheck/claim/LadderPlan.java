package org.itocheck.claim;

import java.util.Arrays;
import org.itocheck.dynamics.sde.ItoSde;
import org.itocheck.ensemble.CellTests;
import org.itocheck.ensemble.Estimates;
import org.itocheck.stats.Moments;
import org.itocheck.stats.Power;
import org.itocheck.stats.SignedRegression;
import org.itocheck.stats.SkewAllowance;

/**
 * How many trajectories a level a ladder needs so that a program whose error is well inside its bound passes: the widest interval must
 * be as narrow as the bound. Standard deviations and skewness come from pilot ensembles that no verdict uses.
 *
 * @param paths how many to simulate, within the budget
 * @param needed how many would do
 */
record LadderPlan(long paths, long needed) {
    /** Below this many the sample variance is too uncertain for normal intervals as far in the tail as ours. */
    static final long LEAST = 1024;

    private static final long PILOT = 1 << 13;
    /** A pilot sees too little of a skewed law. */
    private static final long CAUTION = 2;
    /** The share of the bound that the interval may fill; the rest is left to the error itself. */
    private static final double FILL = 0.8;

    /**
     * @param factor the largest standard error of a contrast, in standard errors of one level
     * @param alpha error rate of one interval
     */
    static LadderPlan of(
            Setting setting,
            ItoSde limit,
            double factor,
            Tolerance tolerance,
            double alpha,
            Laboratory laboratory,
            Bill bill) {
        double spread = LimitReference.exact(limit, setting).isPresent()
                ? factor
                : Math.hypot(factor, LimitReference.estimatedFactor());
        double deviation = 0;
        long forSkewness = 1;
        long size = Math.max(2, Math.min(PILOT, laboratory.trajectoryBudget())); // one has no variance
        for (int level : setting.levels()) {
            Estimates pilot =
                    bill.add(laboratory.simulate(setting, setting.family(), level, "pilot", size, CellTests.NONE));
            for (int k : setting.checkpoints()) {
                for (int g = 0; g < setting.observables().size(); g++) {
                    Moments moments = pilot.moments(k, g);
                    deviation = Math.max(deviation, moments.standardDeviation());
                    long paths = SkewAllowance.minTrajectories(moments.skewness(), alpha);
                    forSkewness = paths > laboratory.trajectoryBudget() ? forSkewness : Math.max(forSkewness, paths);
                }
            }
        }
        double bound = tolerance.unit() == Tolerance.Unit.ABSOLUTE ? tolerance.value() : tolerance.value() * deviation;
        double missRate = laboratory.budget().falsePassRate();
        long forWidth = deviation > 0 // else nothing is random
                ? Power.minForInterval(FILL * bound, spread * deviation, SkewAllowance.rate(alpha), missRate)
                : LEAST;
        long needed = Math.max(LEAST, Math.max(CAUTION * forSkewness, forWidth));
        return new LadderPlan(Math.max(2, Math.min(needed, laboratory.trajectoryBudget())), needed);
    }

    /** Whether the budget allows as many as needed; more would change nothing then. */
    boolean affordable() {
        return paths >= needed;
    }

    /** The standard error of the intercept of c0 + c1/l^p + c2/l^(p+1), in standard errors of one level. */
    static double interceptFactor(int[] levels, int... powers) {
        double[] ones = new double[levels.length];
        Arrays.fill(ones, 1);
        return SignedRegression.fit(levels, new double[levels.length], ones, 0, powers)
                .standardError(0);
    }
}
