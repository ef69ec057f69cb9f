package org.itocheck.cli;

import java.util.ArrayList;
import java.util.List;
import org.itocheck.claim.Claim;
import org.itocheck.claim.Numbers;
import org.itocheck.claim.Setting;
import org.itocheck.dynamics.Family;
import org.itocheck.dynamics.Problem;
import org.itocheck.dynamics.Problems;
import org.itocheck.observable.Observable;
import org.itocheck.observable.Observables;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that make one claim about one problem. */
final class OneClaim {
    private static final String LADDER = "1,2,4,8";

    @Option(names = "--problem", order = 10, paramLabel = "NAME", description = "A problem of the catalogue.")
    @Nullable String problem;

    @Option(
            names = "--claim",
            order = 11,
            paramLabel = "KIND",
            description = "One of those below. Default: exact-means.")
    @Nullable String claim;

    @Option(
            names = "--family",
            order = 12,
            paramLabel = "NAME",
            description = "What moves: svag, euler-maruyama, sgd, ngd, gd or linear-scaling. Default: svag,"
                    + " and linear-scaling for batch-sizes.")
    @Nullable String family;

    @Option(
            names = "--levels",
            order = 13,
            paramLabel = "L,L,...",
            description = "The ladder. Default: 1,2,4,16 for exact-means, 1,2,4,8 for limit, order, envelope and"
                    + " one-step, up to 64 for ladder, else 1,2,4.")
    @Nullable String levels;

    @Option(
            names = "--observe",
            order = 14,
            paramLabel = "G",
            description = "A test function, for example 'x[0]^2' or loss; may be repeated. Default: the"
                    + " standard ones of the loss, see show.")
    List<String> observe = new ArrayList<>();

    @Option(
            names = "--within",
            order = 15,
            paramLabel = "SIZE",
            description = "How large an error must be found, in standard deviations of each test function;"
                    + " for envelope the C of C/l. Default: 0.02 for exact-means and batch-sizes, 0.05 for sampled-step and"
                    + " equilibrium (of |x|^2), 0.1 for limit and order, 1 for parts, 2 for envelope.")
    @Nullable String within;

    @Option(
            names = "--control-variates",
            order = 16,
            description = "Use the coordinates as control variates, where their exact means are known: the"
                    + " verdict needs fewer paths at the same error rates.")
    boolean controlVariates;

    /** The name of the problem. */
    String name() {
        if (problem == null) {
            throw new IllegalArgumentException("--problem is missing: --claim, --family, --levels, --observe and"
                    + " --within say more of one problem, for example --problem C2");
        }
        return problem;
    }

    Claim claim() {
        Problem on = Problems.named(name());
        ClaimKind kind = kind();
        Family moved = Families.named(familyName(), on);
        refuseUnused(kind);
        Setting setting = Setting.of(moved, on, levels(kind), observables(on));
        return kind.on(controlVariates ? setting.withLinearControls() : setting, size(kind));
    }

    /** The options again, as they were understood, without what is the default. */
    List<String> arguments() {
        List<String> arguments = new ArrayList<>(List.of("--problem", name(), "--claim", kind().label()));
        arguments.addAll(List.of("--family", familyName()));
        arguments.addAll(List.of(
                "--levels",
                String.join(
                        ",",
                        levels(kind()).stream().map(l -> Integer.toString(l)).toList())));
        observe.forEach(g -> arguments.addAll(List.of("--observe", g)));
        if (within != null) {
            arguments.addAll(List.of("--within", within));
        }
        if (controlVariates) {
            arguments.add("--control-variates");
        }
        return arguments;
    }

    private void refuseUnused(ClaimKind kind) {
        if (!kind.sized() && within != null) {
            throw unused("--within is '" + within, kind, "its tolerance is that of its statistics or of rounding");
        }
        if (controlVariates && !kind.controls()) {
            throw new IllegalArgumentException("--control-variates is given, which --claim " + kind.label()
                    + " does not use: it is for exact-means, limit, order and envelope; leave the option out");
        }
        if (!kind.observes() && !observe.isEmpty()) {
            throw unused("--observe is '" + observe.get(0), kind, "it chooses what it looks at");
        }
    }

    private static IllegalArgumentException unused(String what, ClaimKind kind, String why) {
        return new IllegalArgumentException(
                what + "', which --claim " + kind.label() + " does not use: " + why + "; leave the option out");
    }

    private String familyName() {
        return family != null ? family : kind() == ClaimKind.BATCH_SIZES ? "linear-scaling" : "svag";
    }

    private ClaimKind kind() {
        return claim == null ? ClaimKind.EXACT_MEANS : ClaimKind.named(claim);
    }

    private List<Integer> levels(ClaimKind kind) {
        List<Integer> ladder = levels == null ? kind.levels() : Values.levels("--levels", levels, LADDER);
        int least = kind.leastLevels();
        if (ladder.size() < least) {
            throw new IllegalArgumentException("--levels is '" + levels + "', expected at least " + least
                    + " levels for --claim " + kind.label() + ", for example --levels " + LADDER);
        }
        return ladder;
    }

    private double size(ClaimKind kind) {
        return within == null ? kind.within() : Values.positive("--within", within, Numbers.plain(kind.within()));
    }

    private List<Observable> observables(Problem on) {
        return observe.isEmpty()
                ? Observables.standard(on.objective())
                : observe.stream().map(text -> observable(text, on)).toList();
    }

    private static Observable observable(String text, Problem on) {
        try {
            return Observables.parse(text, on.objective());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("--observe: " + e.getMessage(), e);
        }
    }
}
