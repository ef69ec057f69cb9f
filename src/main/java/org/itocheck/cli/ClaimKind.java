package org.itocheck.cli;

import java.util.Arrays;
import java.util.List;
import org.itocheck.claim.Claim;
import org.itocheck.claim.ExactMean;
import org.itocheck.claim.LimitBias;
import org.itocheck.claim.OneStepMoments;
import org.itocheck.claim.Setting;
import org.itocheck.claim.Tolerance;
import org.itocheck.claim.WeakErrorBelow;
import org.itocheck.claim.WeakOrder;
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
    /** {@link OneStepMoments}. */
    ONE_STEP("one-step", "one step has the moments of SVAG; every path is run, nothing is random", Double.NaN, 8);

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
        return List.of(1, 2, 4, finest);
    }

    /** Whether it observes test functions over time. */
    boolean observes() {
        return this != ONE_STEP;
    }

    Claim on(Setting setting, double size) {
        ItoSde limit = new ItoSde(
                setting.problem().objective(),
                setting.problem().learningRate(),
                setting.problem().weightDecay());
        return switch (this) {
            case EXACT_MEANS -> new ExactMean(setting, setting.family(), size);
            case LIMIT -> new LimitBias(setting, limit, Tolerance.withinDeviations(size));
            case ORDER -> new WeakOrder(setting, limit, 1, Tolerance.withinDeviations(size));
            case ENVELOPE -> new WeakErrorBelow(setting, limit, Tolerance.withinDeviations(size));
            case ONE_STEP -> new OneStepMoments(setting);
        };
    }
}
