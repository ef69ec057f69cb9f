package org.itocheck.cli;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.itocheck.claim.Numbers;
import org.itocheck.dynamics.Problem;
import org.itocheck.dynamics.Problems;
import org.itocheck.dynamics.optimizer.Svag;
import org.itocheck.dynamics.sde.ItoSde;
import org.itocheck.observable.Observable;
import org.itocheck.observable.Observables;
import org.itocheck.truth.Expectation;
import org.itocheck.truth.Truth;
import org.itocheck.truth.Truths;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows one problem: its formula, its parameters, what is known of it, and its exact weak errors. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = "Shows one problem: formula, parameters, what is known, and the exact weak errors e(l) of SVAG.")
final class ShowCommand extends ConsoleCommand {
    private static final int[] LEVELS = {1, 2, 4, 8, 16, 32, 64};

    @Parameters(paramLabel = "NAME", description = "A problem of the catalogue (see list).")
    String name = "";

    @Override
    public Integer call() {
        PrintWriter out = out();
        Problem problem = Problems.named(name);
        Optional<Truth> limit = Truths.of(ItoSde.of(problem), problem);
        out.println(problem.name());
        line(out, "loss", problem.objective().formula());
        line(out, "dimension", Integer.toString(problem.objective().dimension()));
        line(out, "start", start(problem.start()));
        line(
                out,
                "time",
                "eta = " + Numbers.plain(problem.learningRate()) + ", K = " + problem.steps() + " SGD steps, T = "
                        + Numbers.plain(problem.horizon()));
        line(out, "decay", "lambda = " + Numbers.plain(problem.weightDecay()));
        line(out, "SVAG", known(Truths.of(Svag.family(problem).at(2, problem.objective()), problem)));
        line(out, "SDE", known(limit));
        limit.ifPresent(truth -> errors(out, problem, truth));
        out.flush();
        return Main.PASSED;
    }

    private static void errors(PrintWriter out, Problem problem, Truth limit) {
        out.println();
        out.println("Exact weak errors e(l) = E g(SVAG(l)) - E g(SDE) at T:");
        out.printf(Locale.ROOT, "  %-18s %14s %11s", "g", "E g(X_T)", "sd g");
        for (int level : LEVELS) {
            out.printf(Locale.ROOT, " %10s", "e(" + level + ")");
        }
        out.println();
        for (Observable g : Observables.standard(problem.objective())) {
            limit.of(g, problem.steps()).ifPresent(truth -> row(out, problem, g, truth));
        }
    }

    private static void row(PrintWriter out, Problem problem, Observable g, Expectation truth) {
        out.printf(
                Locale.ROOT,
                "  %-18s %14.9f %11s",
                g.name(),
                truth.mean(),
                truth.hasVariance() ? String.format(Locale.ROOT, "%.4g", Math.sqrt(truth.variance())) : "unknown");
        for (int level : LEVELS) {
            Optional<Expectation> svag = Truths.of(Svag.family(problem).at(level, problem.objective()), problem)
                    .flatMap(t -> t.of(g, problem.steps()));
            out.printf(
                    Locale.ROOT,
                    " %10s",
                    svag.map(e -> String.format(Locale.ROOT, "%.2e", e.mean() - truth.mean()))
                            .orElse("-"));
        }
        out.println();
    }

    private static String start(double[] start) {
        String text = Arrays.toString(
                Arrays.stream(start).limit(10).mapToObj(Numbers::plain).toArray());
        return start.length > 10 ? text.replace("]", ", ...]") : text;
    }

    private static String known(Optional<Truth> truth) {
        return truth.map(t -> "exact: " + t.source()).orElse("no exact truth; estimated by simulation where needed");
    }

    private static void line(PrintWriter out, String label, String value) {
        out.printf(Locale.ROOT, "  %-10s %s%n", label, value);
    }
}
