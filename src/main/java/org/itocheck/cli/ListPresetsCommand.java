package org.itocheck.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.itocheck.training.experiment.Experiment;
import org.itocheck.training.experiment.Presets;
import picocli.CommandLine.Command;

/** Lists the experiments that come with the library. */
@Command(
        name = "presets",
        mixinStandardHelpOptions = true,
        description = "Lists the experiments that 'train' knows; 'train NAME --print' shows the file of one.")
final class ListPresetsCommand extends ConsoleCommand {
    @Override
    public Integer call() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("name", "compares", "data", "panels", "runs", "what it shows"));
        Presets.names().stream()
                .map(Presets::named)
                .map(ListPresetsCommand::row)
                .forEach(rows::add);
        Columns.print(out(), rows, "lllrrl");
        out().flush();
        return Main.PASSED;
    }

    private static List<String> row(Experiment experiment) {
        int settings = experiment.panels().stream()
                .mapToInt(panel -> panel.settings().size())
                .sum();
        return List.of(
                experiment.name(),
                experiment.comparison().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                experiment.panels().stream()
                        .map(panel -> panel.data().id())
                        .distinct()
                        .collect(Collectors.joining(", ")),
                Integer.toString(experiment.panels().size()),
                Integer.toString(settings * experiment.replicates()),
                experiment.title());
    }
}
