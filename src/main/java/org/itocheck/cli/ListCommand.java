package org.itocheck.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.itocheck.claim.Numbers;
import org.itocheck.dynamics.Problem;
import org.itocheck.dynamics.Problems;
import org.itocheck.dynamics.optimizer.Svag;
import org.itocheck.dynamics.sde.ItoSde;
import org.itocheck.network.architecture.Architectures;
import org.itocheck.observable.Observables;
import org.itocheck.training.experiment.Presets;
import org.itocheck.truth.Truth;
import org.itocheck.truth.Truths;
import picocli.CommandLine.Command;

/** Lists what the other commands understand. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        subcommands = {ListNetworksCommand.class, ListPresetsCommand.class},
        description = {
            "Lists problems, families, claims, observables, studies, networks and",
            "experiments. 'list networks' and 'list presets' have more of the last two."
        })
final class ListCommand extends ConsoleCommand {
    @Override
    public Integer call() {
        PrintWriter out = out();
        out.println("Problems (show NAME prints one):");
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("name", "d", "eta", "lambda", "K", "exact means of SVAG", "of the SDE"));
        Problems.all().forEach(problem -> rows.add(row(problem)));
        Columns.print(out, rows, "lrrrrll");
        out.println();
        out.println("Claims (verify --claim KIND):");
        List<List<String>> claims = new ArrayList<>();
        for (ClaimKind kind : ClaimKind.values()) {
            claims.add(List.of(kind.label(), kind.meaning()));
        }
        Columns.print(out, claims, "ll");
        out.println();
        out.println("Studies (verify --study NAME):");
        Columns.print(
                out,
                Studies.names().stream()
                        .map(name -> List.of(name, Studies.description(name)))
                        .toList(),
                "ll");
        out.println();
        out.println("Networks (list networks, show NAME):");
        Architectures.forms().forEach(form -> out.println("  " + form));
        out.println();
        out.println("Families:     " + String.join(", ", Families.names()));
        out.println("Observables:  " + Observables.examples());
        out.println("Experiments:  " + String.join(", ", Presets.figures()) + "; each also in small, as NAME-mini");
        out.flush();
        return Main.PASSED;
    }

    private static List<String> row(Problem problem) {
        return List.of(
                problem.name(),
                Integer.toString(problem.objective().dimension()),
                Numbers.plain(problem.learningRate()),
                Numbers.plain(problem.weightDecay()),
                Integer.toString(problem.steps()),
                Truths.of(Svag.family(problem).at(2, problem.objective()), problem)
                        .map(Truth::source)
                        .orElse("-"),
                Truths.of(ItoSde.of(problem), problem).map(Truth::source).orElse("- (estimated)"));
    }
}
