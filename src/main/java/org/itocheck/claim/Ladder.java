package org.itocheck.claim;

import java.util.ArrayList;
import java.util.List;
import org.itocheck.dynamics.sde.Limit;
import org.itocheck.ensemble.CellTests;
import org.itocheck.ensemble.Estimates;
import org.itocheck.stats.Moments;
import org.itocheck.stats.SkewAllowance;

/** The signed errors of a family against its limit at every level, checkpoint and observable, with their standard errors. */
final class Ladder {
    /** Where nothing is random, as in gradient descent, this is left of the standard error. */
    private static final double ROUNDING = 1e-13;

    private final Setting setting;
    private final LimitReference reference;
    private final List<Estimates> estimates;

    private Ladder(Setting setting, LimitReference reference, List<Estimates> estimates) {
        this.setting = setting;
        this.reference = reference;
        this.estimates = estimates;
    }

    /**
     * Simulates every level with the same number of trajectories, and the reference if it is not exact; each look draws its own. Control
     * variates of the setting lower the standard errors where their means are known.
     *
     * @param variates takes note of what they saved
     */
    static Ladder climb(
            Setting setting,
            Limit limit,
            Laboratory laboratory,
            String look,
            long paths,
            Bill bill,
            ControlVariates variates) {
        LimitReference reference = LimitReference.exact(limit, setting)
                .orElseGet(() -> LimitReference.estimated(limit, setting, laboratory, look, paths, bill));
        List<Estimates> estimates = new ArrayList<>();
        for (int level : setting.levels()) {
            estimates.add(variates.note(bill.add(laboratory.simulate(
                    setting,
                    setting.family(),
                    level,
                    look + " ladder",
                    paths,
                    CellTests.NONE,
                    ControlVariates.of(setting, setting.family(), level)))));
        }
        return new Ladder(setting, reference, estimates);
    }

    LimitReference reference() {
        return reference;
    }

    int[] levels() {
        return setting.levels().stream().mapToInt(Integer::intValue).toArray();
    }

    Moments moments(int level, int checkpoint, int observable) {
        return estimates.get(level).moments(checkpoint, observable);
    }

    /** Of g itself, whatever the control variates. */
    Moments plainMoments(int level, int checkpoint, int observable) {
        return estimates.get(level).plainMoments(checkpoint, observable);
    }

    double[] errors(int checkpoint, int observable) {
        double truth = reference.mean(checkpoint, observable);
        return levelwise(level -> moments(level, checkpoint, observable).mean() - truth);
    }

    double[] standardErrors(int checkpoint, int observable) {
        return levelwise(level -> {
            Moments m = moments(level, checkpoint, observable);
            return Math.max(m.standardError(), ROUNDING * (1 + Math.abs(m.mean())));
        });
    }

    /** The standard deviation of the observable: of the limit where known, else at the finest level. */
    double standardDeviation(int checkpoint, int observable) {
        double variance = reference.variance(checkpoint, observable);
        return Double.isNaN(variance)
                ? plainMoments(estimates.size() - 1, checkpoint, observable).standardDeviation()
                : Math.sqrt(variance);
    }

    /** How many paths a level the skewness of this observable asks for, before a normal interval of level alpha may be trusted. */
    long neededForSkewness(int checkpoint, int observable, double alpha) {
        long needed = reference.neededForSkewness(checkpoint, observable, alpha);
        for (int level = 0; level < estimates.size(); level++) {
            double skewness = moments(level, checkpoint, observable).skewness();
            needed = Math.max(needed, SkewAllowance.minTrajectories(skewness, alpha));
        }
        return needed;
    }

    /** One cell for each level. */
    List<Cell> cells(
            int checkpoint, int observable, double multiplier, double[] allowed, Verdict[] verdicts, String note) {
        double truth = reference.mean(checkpoint, observable);
        double shared = reference.standardError(checkpoint, observable);
        double model = reference.modelError(checkpoint, observable);
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < estimates.size(); i++) {
            Moments m = moments(i, checkpoint, observable);
            int level = setting.levels().get(i);
            cells.add(new Cell(
                    setting.observables().get(observable).name(),
                    level,
                    setting.problem().learningRate() / level,
                    checkpoint,
                    m.mean(),
                    truth,
                    m.mean() - truth,
                    multiplier * Math.hypot(m.standardError(), shared) + model,
                    allowed[i],
                    plainMoments(i, checkpoint, observable).standardDeviation(),
                    m.count(),
                    verdicts[i],
                    verdicts[i] == Verdict.INCONCLUSIVE ? note : ""));
        }
        return cells;
    }

    private double[] levelwise(java.util.function.IntToDoubleFunction f) {
        double[] values = new double[estimates.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = f.applyAsDouble(i);
        }
        return values;
    }
}
