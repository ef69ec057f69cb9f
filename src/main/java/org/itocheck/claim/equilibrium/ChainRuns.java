package org.itocheck.claim.equilibrium;

import java.util.List;
import org.itocheck.claim.Laboratory;
import org.itocheck.claim.Numbers;
import org.itocheck.claim.Setting;
import org.itocheck.dynamics.Problem;
import org.itocheck.ensemble.CellTests;
import org.itocheck.ensemble.Estimates;
import org.itocheck.observable.Observable;
import org.itocheck.stats.Moments;
import org.itocheck.stats.SkewAllowance;

/** The ensembles behind one measured equilibrium: a pilot that plans, then two from over-dispersed starts that must agree. */
final class ChainRuns {
    private static final long PILOT = 2048;
    private static final long LEAST = 1024;
    /** The same where a chain is a mean over many looks. */
    private static final long AVERAGED_PILOT = 32;

    private static final long AVERAGED_LEAST = 16;
    /** The pilot does not know the standard deviations better than this, squared. */
    private static final double CAUTION = 1.3;
    /** A pilot sees too little of a skewed law. */
    private static final double SKEW_CAUTION = 2;
    /** A planned burn-in is doubled twice before the chains are given up. */
    private static final int ATTEMPTS = 3;
    /** What a planned burn-in leaves of the start, as a share of the precision of R. */
    private static final double BIAS = 0.08;
    /** A few gradients may be so small that rounding bends them; more than this share means something. */
    private static final double FEW = 0.1;

    private final EquilibriumChains chains;
    private final Laboratory laboratory;
    private final Precision precision;
    private final String purpose;
    private final double alpha;
    private long chainCount;
    private long stepCount;
    private boolean tooShort;

    ChainRuns(EquilibriumChains chains, Laboratory laboratory, double alpha, Precision precision, String purpose) {
        this.chains = chains;
        this.laboratory = laboratory;
        this.precision = precision;
        this.purpose = purpose;
        this.alpha = alpha / (2 * SnapshotObservables.QUANTITIES * (chains.burnIn() > 0 ? 1 : ATTEMPTS));
    }

    EquilibriumEstimate estimate() {
        double planned = planned();
        if (planned > EquilibriumChains.LONGEST_BURN_IN) {
            return EquilibriumEstimate.nothing(
                    "at eta lambda = " + Numbers.plain(chains.learningRate() * chains.weightDecay())
                            + " the squared norm does not relax to an equilibrium",
                    "use a weight decay with eta lambda well away from 0 and from 1",
                    0,
                    0,
                    0);
        }
        int burnIn = (int) planned;
        EquilibriumEstimate estimate = attempt(burnIn, 0);
        for (int i = 1; i < ATTEMPTS && chains.burnIn() == 0 && tooShort; i++) {
            burnIn *= 2;
            estimate = attempt(burnIn, i);
        }
        return estimate;
    }

    private double planned() {
        if (chains.burnIn() > 0) {
            return chains.burnIn();
        }
        var dynamics = chains.family().at(chains.level(), chains.problem().objective());
        double steps = BurnIn.steps(dynamics, chains.weightDecay(), BIAS * precision.norm());
        return Math.ceil(steps / chains.family().stepsPerCheckpoint(chains.level()));
    }

    private EquilibriumEstimate attempt(int burnIn, int attempt) {
        double[] start = chains.problem().start();
        String look = purpose + " " + attempt;
        tooShort = false;
        Estimates pilot = run(start, burnIn, look + " pilot", Math.min(pilotSize(), laboratory.trajectoryBudget()));
        double radial = pilot.moments(1, SnapshotObservables.RADIAL).mean();
        if (radial > FEW) {
            return nothing(
                    "the loss is not scale invariant: " + Numbers.percent(radial)
                            + " of its mini-batch gradients are not orthogonal to x to ten digits",
                    "the balance of |x|^2 is known for scale-invariant losses only",
                    burnIn);
        }
        double norm = pilot.moments(1, 0).mean();
        long half = needed(pilot);
        Halves halves = halves(norm, burnIn, look, half);
        long skewed = halves.neededForSkewness();
        if (skewed > half && skewed <= laboratory.trajectoryBudget()) {
            halves = halves(norm, burnIn, look + " again", (long) (SKEW_CAUTION * skewed));
        }
        return estimate(halves, burnIn);
    }

    private Halves halves(double norm, int burnIn, String look, long wanted) {
        long count = Math.max(2, Math.min(wanted, laboratory.trajectoryBudget()));
        double[] start = chains.problem().start();
        double scale = Math.sqrt(norm) / length(start);
        double[] near = scaled(start, scale / Math.sqrt(BurnIn.SPREAD));
        double[] far = scaled(BurnIn.turned(start), scale * Math.sqrt(BurnIn.SPREAD));
        return new Halves(
                run(near, burnIn, look + " near", count),
                run(far, burnIn, look + " far", count),
                alpha,
                precision,
                burnIn,
                chains.averaged());
    }

    private EquilibriumEstimate estimate(Halves halves, int burnIn) {
        String obstacle = halves.obstacle();
        tooShort = halves.disagree();
        if (!obstacle.isEmpty()) {
            String remedy = tooShort
                    ? "burn in longer: withBurnIn(" + 4 * burnIn + ")"
                    : "raise the budget: -Ditocheck.trajectories=" + 4 * laboratory.trajectoryBudget();
            return nothing(obstacle, remedy, burnIn);
        }
        return new EquilibriumEstimate(
                halves.range(0), halves.range(1), halves.range(2), "", "", chainCount, stepCount, burnIn);
    }

    /** How many chains each half needs for the precision and for the skewness of the values. */
    private long needed(Estimates pilot) {
        double needed = chains.averaged() ? AVERAGED_LEAST : LEAST;
        double multiplier = SkewAllowance.multiplier(alpha);
        for (int q = 0; q < SnapshotObservables.QUANTITIES; q++) {
            Moments m = pilot.moments(1, q);
            double root =
                    multiplier * m.standardDeviation() / (precision.of(q) * Math.max(m.mean(), m.standardError()));
            needed = Math.max(needed, CAUTION * root * root / 2);
            needed = Math.max(needed, SKEW_CAUTION * SkewAllowance.minTrajectories(m.skewness(), alpha));
        }
        return (long) Math.ceil(Math.min(needed, 1L << 60));
    }

    private Estimates run(double[] start, int burnIn, String look, long count) {
        Problem given = chains.problem();
        ProbedLoss loss = new ProbedLoss(given.objective());
        Problem problem =
                new Problem(given.name(), loss, ProbedLoss.start(start), given.learningRate(), given.weightDecay(), 1);
        ProbedFamily family = new ProbedFamily(chains.family(), burnIn, chains.looks());
        List<Observable> observables = chains.averaged()
                ? SnapshotObservables.averages(given.objective())
                : SnapshotObservables.of(given.objective());
        Setting setting = new Setting(family, problem, List.of(chains.level()), observables, List.of(1));
        Estimates estimates = laboratory.simulate(setting, family, chains.level(), look, count, CellTests.NONE);
        chainCount += count;
        stepCount += count * family.stepsPerCheckpoint(chains.level());
        return estimates;
    }

    private long pilotSize() {
        return chains.averaged() ? AVERAGED_PILOT : PILOT;
    }

    private EquilibriumEstimate nothing(String obstacle, String remedy, int burnIn) {
        return EquilibriumEstimate.nothing(obstacle, remedy, chainCount, stepCount, burnIn);
    }

    private static double length(double[] x) {
        double square = 0;
        for (double a : x) {
            square += a * a;
        }
        return Math.sqrt(square);
    }

    private static double[] scaled(double[] x, double factor) {
        double[] scaled = x.clone();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] *= factor;
        }
        return scaled;
    }
}
