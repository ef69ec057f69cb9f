package org.itocheck.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.itocheck.claim.Numbers;
import org.itocheck.dynamics.Problem;
import org.itocheck.dynamics.optimizer.Svag;
import org.itocheck.observable.Observable;
import org.itocheck.truth.Expectation;
import org.itocheck.truth.Truth;
import org.itocheck.truth.Truths;

/** The table of exact weak errors e(l) = E g(SVAG(l)) - E g(SDE) at the end of a problem. */
final class WeakErrors {
    private static final List<Integer> LEVELS = List.of(1, 2, 4, 8, 16, 32, 64);
    private static final String UNKNOWN = "unknown";

    private WeakErrors() {}

    static void print(PrintWriter out, Problem problem, List<Observable> observables, Truth limit) {
        out.println();
        out.println("Exact weak errors e(l) = E g(SVAG(l)) - E g(SDE) at T = " + Numbers.plain(problem.horizon())
                + "; SVAG(1) is SGD:");
        List<List<String>> columns = LEVELS.parallelStream()
                .map(level -> errors(problem, observables, limit, level))
                .toList();
        List<List<String>> rows = new ArrayList<>();
        rows.add(new ArrayList<>(List.of("g", "E g(X_T)", "sd g")));
        LEVELS.forEach(level -> rows.get(0).add("e(" + level + ")"));
        IntStream.range(0, observables.size())
                .forEach(g -> rows.add(row(
                        observables.get(g).name(),
                        limit.of(observables.get(g), problem.steps()),
                        columns.stream().map(column -> column.get(g)).toList())));
        Columns.print(out, rows, "l" + "r".repeat(2 + LEVELS.size()));
    }

    /** e(l) of one level, one entry for each observable. */
    private static List<String> errors(Problem problem, List<Observable> observables, Truth limit, int level) {
        Optional<Truth> svag = Truths.of(Svag.family(problem).at(level, problem.objective()), problem);
        return observables.stream()
                .map(g -> {
                    Optional<Expectation> mean = svag.flatMap(truth -> truth.of(g, problem.steps()));
                    Optional<Expectation> exact = limit.of(g, problem.steps());
                    return mean.isEmpty() || exact.isEmpty()
                            ? "-"
                            : String.format(
                                    Locale.ROOT,
                                    "%.3e",
                                    mean.get().mean() - exact.get().mean());
                })
                .toList();
    }

    private static List<String> row(String name, Optional<Expectation> limit, List<String> errors) {
        List<String> row = new ArrayList<>(List.of(name));
        row.add(limit.map(e -> String.format(Locale.ROOT, "%.9f", e.mean())).orElse(UNKNOWN));
        row.add(limit.filter(Expectation::hasVariance)
                .map(e -> String.format(Locale.ROOT, "%.4g", Math.sqrt(e.variance())))
                .orElse(UNKNOWN));
        row.addAll(errors);
        return row;
    }
}
