package org.itocheck.cli;

import java.util.ArrayList;
import java.util.List;
import org.itocheck.claim.Claim;
import org.itocheck.claim.ExactMean;
import org.itocheck.claim.LimitBias;
import org.itocheck.claim.OneStepMoments;
import org.itocheck.claim.Setting;
import org.itocheck.claim.Tolerance;
import org.itocheck.claim.WeakErrorBelow;
import org.itocheck.claim.WeakOrder;
import org.itocheck.dynamics.Family;
import org.itocheck.dynamics.Names;
import org.itocheck.dynamics.Problem;
import org.itocheck.dynamics.Problems;
import org.itocheck.dynamics.sde.ItoSde;
import org.itocheck.observable.Observable;
import org.itocheck.observable.Observables;
import picocli.CommandLine.Option;

/** The options that make one claim about one problem. */
final class OneClaim {
    static final List<String> CLAIMS = List.of("exact-means", "limit", "order", "envelope", "one-step");

    @Option(names = "--problem", required = true, description = "A problem of the catalogue (see list).")
    String problem = "";

    @Option(
            names = "--family",
            defaultValue = "svag",
            description = "svag, euler-maruyama, sgd, ngd or gd. Default: ${DEFAULT-VALUE}.")
    String family = "svag";

    @Option(
            names = "--claim",
            defaultValue = "exact-means",
            description = "exact-means, limit, order, envelope or one-step. Default: ${DEFAULT-VALUE}.")
    String claim = "exact-means";

    @Option(
            names = "--levels",
            split = ",",
            defaultValue = "1,2,4,16",
            description = "The ladder of levels. Default: ${DEFAULT-VALUE}.")
    List<Integer> levels = List.of(1, 2, 4, 16);

    @Option(
            names = "--observe",
            description = "A test function as list shows it, for example 'x[0]^2'; may be given more than once."
                    + " Default: the standard ones of the loss.")
    List<String> observe = new ArrayList<>();

    @Option(
            names = "--within",
            defaultValue = "0.02",
            description = "The discrepancy that must be seen, in standard deviations of each test function;"
                    + " for envelope the C of C/l. Default: ${DEFAULT-VALUE}.")
    double within = ExactMean.DEFAULT_DISCREPANCY;

    String name() {
        return problem;
    }

    Claim claim() {
        Problem on = Problems.named(problem);
        Family moved = Families.named(family, on);
        Setting setting = Setting.of(moved, on, levels, observables(on));
        ItoSde limit = ItoSde.of(on);
        Tolerance tolerance = Tolerance.withinDeviations(within);
        return switch (claim) {
            case "exact-means" -> new ExactMean(setting, moved, within);
            case "limit" -> new LimitBias(setting, limit, tolerance);
            case "order" -> new WeakOrder(setting, limit, 1, tolerance);
            case "envelope" -> new WeakErrorBelow(setting, limit, tolerance);
            case "one-step" -> new OneStepMoments(setting);
            default ->
                throw new IllegalArgumentException("claim is '" + claim + "', did you mean '"
                        + Names.nearest(claim, CLAIMS) + "'? Known: " + String.join(", ", CLAIMS));
        };
    }

    private List<Observable> observables(Problem on) {
        return observe.isEmpty()
                ? Observables.standard(on.objective())
                : observe.stream()
                        .map(text -> Observables.parse(text, on.objective()))
                        .toList();
    }
}
