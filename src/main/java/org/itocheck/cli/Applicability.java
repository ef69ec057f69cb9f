package org.itocheck.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.itocheck.claim.Setting;
import org.itocheck.dynamics.Problem;
import org.itocheck.dynamics.optimizer.Svag;
import org.itocheck.objective.Divisible;
import org.itocheck.objective.FiniteSum;
import org.itocheck.observable.Observable;
import org.itocheck.random.Seed;
import org.itocheck.truth.Truth;
import org.itocheck.verify.Verifier;

/** Which claims apply to a problem, and what they rest on. */
record Applicability(Problem problem, List<Observable> observables, Optional<Truth> svag, Optional<Truth> sde) {
    private static final int SHOWN = 3;
    private static final int LEAST_PART = 4;

    /** One row for each kind of claim: its name, and yes or no with the reason. */
    List<List<String>> rows() {
        List<List<String>> rows = new ArrayList<>();
        for (ClaimKind kind : ClaimKind.values()) {
            rows.add(List.of(
                    kind.label(),
                    switch (kind) {
                        case EXACT_MEANS -> exactMeans();
                        case LIMIT, ORDER, ENVELOPE -> ladder();
                        case LADDER -> exactLadder();
                        case ONE_STEP, SCALE, NORMS -> outcome(kind);
                        case PARTS, SAMPLED_STEP -> momentsOf();
                        case BATCHES ->
                            problem.objective() instanceof FiniteSum ? "yes" : "no: the loss is no finite sum";
                        case BATCH_SIZES -> batchSizes();
                        case EQUILIBRIUM -> equilibrium();
                        case TAIL -> "yes, where the noise has a density";
                        case MOMENTS -> "yes";
                    }));
        }
        return rows;
    }

    private String exactMeans() {
        if (svag.isEmpty()) {
            return "no: there are no exact means to compare with";
        }
        List<String> unknown = unknown(svag.get());
        return unknown.isEmpty() ? "yes" : "yes, without " + some(unknown) + ": choose with --observe";
    }

    private String exactLadder() {
        if (svag.isEmpty() || sde.isEmpty()) {
            return "no: there are no exact means";
        }
        List<String> unknown = unknown(sde.get());
        return unknown.isEmpty() ? "yes" : "yes, without " + some(unknown) + ": choose with --observe";
    }

    private String ladder() {
        if (sde.isEmpty()) {
            return "yes, against a limit that Euler-Maruyama estimates: slower, wider intervals";
        }
        List<String> unknown = unknown(sde.get());
        return unknown.isEmpty() ? "yes" : "yes; without " + some(unknown) + " the limit is exact, with them estimated";
    }

    /** Of a claim without randomness: whether it holds for SVAG(2). */
    private String outcome(ClaimKind kind) {
        Setting setting = Setting.of(Svag.family(problem), problem, List.of(2), observables.subList(0, 1));
        var outcome = new Verifier(new Seed(1), 1e-6, 1e-3, 1, 1).verify(kind.on(setting, Double.NaN));
        return outcome.passed() ? "yes" : "no: " + outcome.finding();
    }

    private String momentsOf() {
        return problem.objective().gradientMoments(problem.start()).isPresent()
                ? "yes"
                : "no: the loss gives no gradientMoments";
    }

    private String batchSizes() {
        try {
            Divisible.part(problem.objective(), LEAST_PART);
            return "yes";
        } catch (IllegalArgumentException e) {
            return "no: " + e.getMessage();
        }
    }

    private String equilibrium() {
        if (problem.weightDecay() == 0) {
            return "no: without weight decay there is no equilibrium";
        }
        String scale = outcome(ClaimKind.SCALE);
        return scale.equals("yes") ? scale : "no: the loss is not scale invariant";
    }

    private static String some(List<String> names) {
        return names.size() <= SHOWN
                ? String.join(", ", names)
                : String.join(", ", names.subList(0, SHOWN)) + " and " + (names.size() - SHOWN) + " others";
    }

    private List<String> unknown(Truth truth) {
        return observables.stream()
                .filter(g -> truth.of(g, problem.steps()).isEmpty())
                .map(Observable::name)
                .toList();
    }
}
