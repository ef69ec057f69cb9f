package org.itocheck.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.itocheck.claim.OneStepMoments;
import org.itocheck.claim.Setting;
import org.itocheck.dynamics.Problem;
import org.itocheck.dynamics.optimizer.Svag;
import org.itocheck.observable.Observable;
import org.itocheck.random.Seed;
import org.itocheck.truth.Truth;
import org.itocheck.verify.Verifier;

/** Which claims apply to a problem, and what they rest on. */
record Applicability(Problem problem, List<Observable> observables, Optional<Truth> svag, Optional<Truth> sde) {
    /** One row for each kind of claim: its name, and yes or no with the reason. */
    List<List<String>> rows() {
        List<List<String>> rows = new ArrayList<>();
        for (ClaimKind kind : ClaimKind.values()) {
            rows.add(List.of(
                    kind.label(),
                    switch (kind) {
                        case EXACT_MEANS -> exactMeans();
                        case ONE_STEP -> oneStep();
                        case LIMIT, ORDER, ENVELOPE -> ladder();
                    }));
        }
        return rows;
    }

    private String exactMeans() {
        if (svag.isEmpty()) {
            return "no: there are no exact means to compare with";
        }
        List<String> unknown = unknown(svag.get());
        return unknown.isEmpty() ? "yes" : "yes, without " + String.join(", ", unknown) + ": choose with --observe";
    }

    private String ladder() {
        if (sde.isEmpty()) {
            return "yes, against a limit that Euler-Maruyama estimates: slower, wider intervals";
        }
        List<String> unknown = unknown(sde.get());
        return unknown.isEmpty()
                ? "yes"
                : "yes; without " + String.join(", ", unknown) + " the limit is exact, with them estimated";
    }

    private String oneStep() {
        Setting setting = Setting.of(Svag.family(problem), problem, List.of(2), observables.subList(0, 1));
        var outcome = new Verifier(new Seed(1), 1e-6, 1e-3, 1, 1).verify(new OneStepMoments(setting));
        return outcome.passed() ? "yes" : "no: " + outcome.finding();
    }

    private List<String> unknown(Truth truth) {
        return observables.stream()
                .filter(g -> truth.of(g, problem.steps()).isEmpty())
                .map(Observable::name)
                .toList();
    }
}
