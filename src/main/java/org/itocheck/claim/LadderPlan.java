package org.itocheck.claim;

import java.util.Arrays;
import org.itocheck.dynamics.sde.ItoSde;
import org.itocheck.ensemble.CellTests;
import org.itocheck.ensemble.Estimates;
import org.itocheck.stats.Power;
import org.itocheck.stats.SignedRegression;

/**
 * How many trajectories a level a ladder needs so that a program whose error is well inside its bound passes: the widest interval must
 * be as narrow as the bound. Standard deviations come from a pilot ensemble at the coarsest level that no verdict uses.
 *
 * @param paths how many to simulate, within the budget
 * @param needed how many would do
 */
record LadderPlan(long paths, long needed) {
    private static final long PILOT = 1 << 13;

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
        boolean exact = LimitReference.exact(limit, setting).isPresent();
        double spread = exact ? factor : Math.hypot(factor, LimitReference.estimatedFactor());
        double ratio = tolerance.unit() == Tolerance.Unit.STANDARD_DEVIATIONS
                ? 1 / tolerance.value()
                : largestDeviation(setting, laboratory, bill) / tolerance.value();
        // The intervals pay a factor of ten for skewness; half of the bound is left to the error itself.
        long needed = Power.minForInterval(
                0.5 / ratio, spread, alpha / 10, laboratory.budget().falsePassRate());
        return new LadderPlan(Math.min(Math.max(needed, 1024), laboratory.trajectoryBudget()), needed);
    }

    /** The standard error of the intercept of c0 + c1/l^p + c2/l^(p+1), in standard errors of one level. */
    static double interceptFactor(int[] levels, int... powers) {
        double[] ones = new double[levels.length];
        Arrays.fill(ones, 1);
        return SignedRegression.fit(levels, new double[levels.length], ones, 0, powers)
                .standardError(0);
    }

    private static double largestDeviation(Setting setting, Laboratory laboratory, Bill bill) {
        int coarsest = setting.levels().get(0);
        Estimates pilot =
                bill.add(laboratory.simulate(setting, setting.family(), coarsest, "pilot", PILOT, CellTests.NONE));
        double largest = Double.MIN_NORMAL;
        for (int k : setting.checkpoints()) {
            for (int g = 0; g < setting.observables().size(); g++) {
                largest = Math.max(largest, pilot.moments(k, g).standardDeviation());
            }
        }
        return largest;
    }
}
