package org.itocheck.cli;

import java.util.Arrays;
import java.util.List;
import org.itocheck.claim.BatchSampling;
import org.itocheck.claim.Claim;
import org.itocheck.claim.ErrorDecomposition;
import org.itocheck.claim.ExactMean;
import org.itocheck.claim.LimitBias;
import org.itocheck.claim.OneStepMoments;
import org.itocheck.claim.SampledOneStepMoments;
import org.itocheck.claim.Setting;
import org.itocheck.claim.Tolerance;
import org.itocheck.claim.WeakErrorBelow;
import org.itocheck.claim.WeakOrder;
import org.itocheck.claim.equilibrium.Equilibrium;
import org.itocheck.claim.jump.BatchInvariance;
import org.itocheck.claim.order.BoundedLadder;
import org.itocheck.claim.scale.NormDynamics;
import org.itocheck.claim.scale.ScaleInvariance;
import org.itocheck.claim.tail.MomentStability;
import org.itocheck.claim.tail.NoiseTail;
import org.itocheck.dynamics.sde.ItoSde;

/** The claims the command line can make, each with a ladder and a size that suit it. */
enum ClaimKind {
    /** {@link ExactMean}. */
    EXACT_MEANS("exact-means", "the code is right: at every level and step, E g equals its exact value", 0.02, 16),
    /** {@link LimitBias}. */
    LIMIT("limit", "the SDE is the limit: e(l) = c0 + c1/l + c2/l^2 with |c0| small", 0.1, 8),
    /** {@link WeakOrder}. */
    ORDER("order", "weak order 1: e(l) = c1/l + c2/l^2 and nothing else, at every level", 0.1, 8),
    /** {@link WeakErrorBelow}. */
    ENVELOPE("envelope", "the error is small: |e(l)| <= C/l at every level, for the C that you give", 2, 8),
    /** {@link BoundedLadder}. */
    LADDER("ladder", "l |e(l)| is bounded, on exact numbers; nothing is random", Double.NaN, 64),
    /** {@link ErrorDecomposition}. */
    PARTS("parts", "the error in two parts, of the noise that is not Gaussian and of the steps, is small", 1, 4),
    /** {@link OneStepMoments}. */
    ONE_STEP("one-step", "one step has the moments of SVAG; every path is run, nothing is random", Double.NaN, 8),
    /** {@link SampledOneStepMoments}. */
    SAMPLED_STEP("sampled-step", "one step has the moments of SVAG, by simulation of steps", 0.05, 4),
    /** {@link BatchSampling}. */
    BATCHES("batches", "mini-batches are drawn uniformly, with replacement, and fresh in every step", Double.NaN, 4),
    /** {@link BatchInvariance}. */
    BATCH_SIZES("batch-sizes", "the linear scaling rule keeps the law for every batch size", 0.02, 4),
    /** {@link ScaleInvariance}. */
    SCALE("scale", "every mini-batch loss is scale invariant", Double.NaN, 1),
    /** {@link NormDynamics}. */
    NORMS("norms", "|x|^2 obeys its recursion in every step, as it does on scale-invariant losses", Double.NaN, 4),
    /** {@link Equilibrium}. */
    EQUILIBRIUM("equilibrium", "noise, gradient and weight decay keep |x|^2 in balance in the long run", 0.05, 4),
    /** {@link NoiseTail}. */
    TAIL("tail", "the gradient noise at the start has the tail index 2 of a Gaussian", Double.NaN, 1),
    /** {@link MomentStability}. */
    MOMENTS("moments", "the gradient noise at the start has 4 and 8 moments", Double.NaN, 1);

    private final String label;
    private final String meaning;
    private final double within;
    private final int finest;

    ClaimKind(String label, String meaning, double within, int finest) {
        this.label = label;
        this.meaning = meaning;
        this.within = within;
        this.finest = finest;
    }

    static ClaimKind named(String name) {
        return Arrays.stream(values())
                .filter(kind -> kind.label.equals(name))
                .findFirst()
                .orElseThrow(() -> Values.unknown("--claim", name, labels()));
    }

    static List<String> labels() {
        return Arrays.stream(values()).map(ClaimKind::label).toList();
    }

    /** The name on the command line. */
    String label() {
        return label;
    }

    /** What it says, in one line. */
    String meaning() {
        return meaning;
    }

    /** The default of {@code --within}; NaN if the claim has no size. */
    double within() {
        return within;
    }

    /** The default of {@code --levels}. */
    List<Integer> levels() {
        return switch (finest) {
            case 1 -> List.of(1);
            case 4 -> List.of(1, 2, 4);
            case 64 -> List.of(1, 2, 4, 8, 16, 32, 64);
            default -> List.of(1, 2, 4, finest);
        };
    }

    /** How many levels it needs at least. */
    int leastLevels() {
        return switch (this) {
            case ORDER -> 3;
            case LIMIT -> 2;
            case LADDER -> 5;
            default -> 1;
        };
    }

    /** Whether it observes test functions over time. */
    boolean observes() {
        return switch (this) {
            case EXACT_MEANS, LIMIT, ORDER, ENVELOPE, LADDER, PARTS, BATCH_SIZES -> true;
            default -> false;
        };
    }

    /** Whether it can use control variates. */
    boolean controls() {
        return switch (this) {
            case EXACT_MEANS, LIMIT, ORDER, ENVELOPE -> true;
            default -> false;
        };
    }

    /** Whether it has a size. */
    boolean sized() {
        return !Double.isNaN(within);
    }

    Claim on(Setting setting, double size) {
        ItoSde limit = ItoSde.of(setting.problem());
        Tolerance tolerance = sized() ? Tolerance.withinDeviations(size) : Tolerance.within(1);
        double[] start = away(setting.problem().start());
        return switch (this) {
            case EXACT_MEANS -> new ExactMean(setting, setting.family(), size);
            case LIMIT -> new LimitBias(setting, limit, tolerance);
            case ORDER -> new WeakOrder(setting, limit, 1, tolerance);
            case ENVELOPE -> new WeakErrorBelow(setting, limit, tolerance);
            case LADDER -> new BoundedLadder(setting, limit);
            case PARTS -> new ErrorDecomposition(setting, limit, tolerance, tolerance);
            case ONE_STEP -> new OneStepMoments(setting);
            case SAMPLED_STEP -> sampledStep(setting, size);
            case BATCHES -> BatchSampling.of(setting);
            case BATCH_SIZES -> new BatchInvariance(setting, setting.family(), size);
            case SCALE -> new ScaleInvariance(setting.problem().objective(), List.of(start));
            case NORMS -> new NormDynamics(setting);
            case EQUILIBRIUM -> Equilibrium.of(setting.family(), setting.problem(), setting.levels(), size);
            case TAIL -> new NoiseTail(setting.problem().objective(), start, 2);
            case MOMENTS -> new MomentStability(setting.problem().objective(), start);
        };
    }

    /** The start, or where it is 0 the point (1, ..., 1), since a scale-invariant loss has no gradient at 0. */
    private static double[] away(double[] start) {
        if (Arrays.stream(start).allMatch(x -> x == 0)) {
            Arrays.fill(start, 1);
        }
        return start;
    }

    private static Claim sampledStep(Setting setting, double size) {
        SampledOneStepMoments all = new SampledOneStepMoments(setting, SampledOneStepMoments.Law.SVAG);
        return new SampledOneStepMoments(setting, all.law(), all.points(), all.order(), size);
    }
}
