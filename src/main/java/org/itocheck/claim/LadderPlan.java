package org.itocheck.claim;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.itocheck.dynamics.sde.Limit;
import org.itocheck.ensemble.CellTests;
import org.itocheck.ensemble.Controls;
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
 * @param controlled whether with the control variates of the setting: only if they make it fewer, since they may also add skewness
 */
record LadderPlan(long paths, long needed, boolean controlled) {
    /** Below this many the sample variance is too uncertain for normal intervals as far in the tail as ours. */
    static final long LEAST = 1024;

    private static final long PILOT = 1 << 13;
    /** A pilot sees too little of a skewed law. */
    private static final long CAUTION = 2;
    /** A count estimated from a noisy error may be this much too large. */
    private static final double REACH = 4;
    /** Fewer additional trajectories than this factor settle nothing. */
    private static final double WORTH = 1.2;
    /** The share of the bound that the interval may fill; the rest is left to the error itself. */
    private static final double FILL = 0.8;
    /** A level that hardly moves, beside one that does, counts as moving this much. */
    private static final double STILL = 1e-6;

    /**
     * @param powers those of the model whose intercept is judged beside the levels; empty if the levels alone are
     * @param alpha error rate of one interval
     */
    static LadderPlan of(
            Setting setting,
            Limit limit,
            int[] powers,
            Tolerance tolerance,
            double alpha,
            Laboratory laboratory,
            Bill bill) {
        long size = Math.max(2, Math.min(PILOT, laboratory.trajectoryBudget())); // one has no variance
        List<Estimates> pilots = new ArrayList<>();
        boolean controls = false;
        for (int level : setting.levels()) {
            Controls known = ControlVariates.of(setting, setting.family(), level);
            controls |= !known.isEmpty();
            pilots.add(bill.add(
                    laboratory.simulate(setting, setting.family(), level, "pilot", size, CellTests.NONE, known)));
        }
        double reference = LimitReference.exact(limit, setting).isPresent() ? 0 : LimitReference.estimatedFactor();
        Needs needs = new Needs(setting, pilots, reference, powers, tolerance, alpha);
        LadderPlan plain = needs.plan(Estimates::plainMoments, laboratory, false);
        if (!controls) {
            return plain;
        }
        LadderPlan controlled = needs.plan(Estimates::moments, laboratory, true);
        return controlled.needed < plain.needed ? controlled : plain;
    }

    /** Which moments of a pilot count. */
    @FunctionalInterface
    private interface Choice {
        Moments of(Estimates pilot, int checkpoint, int observable);
    }

    /** What decides how many trajectories a ladder needs. */
    private record Needs(
            Setting setting,
            List<Estimates> pilots,
            double reference,
            int[] powers,
            Tolerance tolerance,
            double alpha) {
        LadderPlan plan(Choice choice, Laboratory laboratory, boolean controlled) {
            long budget = laboratory.trajectoryBudget();
            long paths = LEAST;
            long needed = paths;
            for (int k : setting.checkpoints()) {
                for (int g = 0; g < setting.observables().size(); g++) {
                    long width = forWidth(choice, k, g, laboratory.budget().falsePassRate());
                    long skewness = forSkewness(choice, k, g);
                    // What the budget cannot reach is left open, without spending the budget on it.
                    paths = Math.max(paths, Math.max(width, skewness > budget ? 1 : skewness));
                    needed = Math.max(needed, Math.max(width, skewness));
                }
            }
            return new LadderPlan(Math.max(2, Math.min(paths, budget)), needed, controlled);
        }

        private long forWidth(Choice choice, int k, int g, double missRate) {
            double[] deviations = deviations(choice, k, g);
            double finest = deviations[deviations.length - 1];
            double plain = deviations(Estimates::plainMoments, k, g)[deviations.length - 1];
            return Power.minForInterval(
                    FILL * tolerance.absolute(plain),
                    Math.hypot(widest(deviations), reference * finest),
                    SkewAllowance.rate(alpha),
                    missRate);
        }

        /** The largest standard error of a contrast, with one path a level. */
        private double widest(double[] deviations) {
            double largest = Arrays.stream(deviations).max().orElseThrow();
            if (powers.length == 0) {
                return largest;
            }
            int[] levels = setting.levels().stream().mapToInt(Integer::intValue).toArray();
            double[] relative = Arrays.stream(deviations)
                    .map(deviation -> Math.max(STILL, deviation / largest))
                    .toArray();
            SignedRegression fit = SignedRegression.fit(levels, new double[levels.length], relative, 0, powers);
            return largest * Math.max(1, fit.standardError(0));
        }

        private double[] deviations(Choice choice, int k, int g) {
            return pilots.stream()
                    .mapToDouble(pilot -> choice.of(pilot, k, g).standardDeviation())
                    .map(deviation -> Math.max(Double.MIN_NORMAL, deviation))
                    .toArray();
        }

        private long forSkewness(Choice choice, int k, int g) {
            long needed = 1;
            for (Estimates pilot : pilots) {
                double skewness = choice.of(pilot, k, g).skewness();
                needed = Math.max(needed, SkewAllowance.minTrajectories(skewness, alpha));
            }
            return CAUTION * needed;
        }
    }

    /**
     * The plan of a second look: the same if nothing is open, or if a contrast failed, or if the budget cannot settle what is open; else as
     * many trajectories as the open contrasts ask for.
     */
    LadderPlan again(List<Contrast> contrasts, long budget) {
        long wanted = needed;
        boolean within = true;
        for (Contrast contrast : contrasts) {
            if (contrast.verdict() == Verdict.FAIL) {
                return this;
            }
            if (contrast.verdict() == Verdict.INCONCLUSIVE) {
                wanted = Math.max(wanted, contrast.needed());
                within &= contrast.needed() <= REACH * budget;
            }
        }
        long more = Math.min(wanted, budget);
        boolean open = contrasts.stream().anyMatch(c -> c.verdict() == Verdict.INCONCLUSIVE);
        return new LadderPlan(
                open && within && more > WORTH * paths ? more : paths, open ? wanted : needed, controlled);
    }
}
