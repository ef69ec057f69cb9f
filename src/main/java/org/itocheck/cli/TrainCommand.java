package org.itocheck.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import org.itocheck.network.torch.Precision;
import org.itocheck.network.torch.Torch;
import org.itocheck.network.torch.TorchDevice;
import org.itocheck.training.experiment.Experiment;
import org.itocheck.training.experiment.ExperimentFile;
import org.itocheck.training.experiment.ExperimentRecord;
import org.itocheck.training.experiment.ExperimentRun;
import org.itocheck.training.experiment.NetworkFactory;
import org.itocheck.training.experiment.Presets;
import org.itocheck.training.experiment.report.ExperimentReport;
import org.itocheck.verify.Settings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Trains the networks of an experiment. */
@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Trains the networks of an experiment: a preset, or a YAML file of your own.",
            "Prints verdicts and tables, and writes a report beside the logs.",
            "Ctrl-C saves; the same command goes on where it stopped."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all runs ended, and every claim of the experiment passed",
            "1:a claim failed or stayed open, or a run was stopped",
            "2:bad usage; one line says which option, and what it takes"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  itocheck train figure-1-mini                 a few minutes on two cores",
            "  itocheck train figure-1-mini --print         its file, to begin your own from",
            "  itocheck train mine.yaml --replicates 5",
            "  itocheck train figure-1 --device cuda --threads 1",
            "",
            "'itocheck list presets' names all presets. docs/experiments.md says more."
        })
final class TrainCommand extends ConsoleCommand {
    private static final int MOST_REPLICATES = 10_000;
    private static final int WIDTH = 150;

    @Parameters(paramLabel = "EXPERIMENT", description = "Name of a preset, or a YAML file.")
    String name = "";

    @Option(
            names = "--runs",
            order = 1,
            paramLabel = "FOLDER",
            description = "Logs, checkpoints and reports go to FOLDER/NAME. Default: runs.")
    String folderOption = "runs";

    @Option(
            names = "--threads",
            order = 2,
            paramLabel = "N",
            description = "How many runs are made at a time. Default: all processors; with cuda 1.")
    @Nullable String threadsOption;

    @Option(
            names = "--replicates",
            order = 3,
            paramLabel = "N",
            description = "Runs of each setting. Default: as the experiment says.")
    @Nullable String replicatesOption;

    @Option(names = "--seed", order = 4, paramLabel = "SEED", description = "Default: as the experiment says.")
    @Nullable String seedOption;

    @Option(names = "--device", order = 5, paramLabel = "DEVICE", description = "cpu or cuda. Default: cpu.")
    String deviceOption = "cpu";

    @Option(names = "--precision", order = 6, paramLabel = "P", description = "float or double. Default: float.")
    String precisionOption = "float";

    @Option(names = "--print", order = 7, description = "Print the file of the preset and do nothing else.")
    boolean print;

    @Override
    public Integer call() {
        if (print) {
            out().print(Presets.yaml(name));
            out().flush();
            return Main.PASSED;
        }
        ExperimentRun run = new ExperimentRun(
                experiment(), networks(), Values.path("--runs", folderOption, "a folder", "runs"), threads());
        TrainProgress progress = new TrainProgress(
                commandLine().getErr(),
                CommandLine.Help.Ansi.AUTO.enabled(),
                run.folder().getFileName().toString());
        SavingHook hook = SavingHook.install(run::stop);
        try {
            ExperimentRecord record = run.run(progress);
            progress.end();
            return report(record, run.folder());
        } finally {
            hook.remove();
        }
    }

    private int report(ExperimentRecord record, Path folder) {
        ExperimentReport report = ExperimentReport.of(record, reproduce());
        Path page = folder.resolve("report.html");
        Path numbers = folder.resolve("report.json");
        report.writeHtml(page).writeJson(numbers);
        PrintWriter out = out();
        boolean terminal = CommandLine.Help.Ansi.AUTO.enabled();
        int width = terminal ? commandLine().getCommandSpec().usageMessage().width() : WIDTH;
        out.print(report.text(width, terminal));
        out.println();
        out.println("report: " + page + ", " + numbers);
        if (!record.complete()) {
            out.println("stopped and saved in " + folder + "; the same command goes on");
            return Main.FAILED;
        }
        boolean claimsNothing = report.result().outcomes().isEmpty();
        return claimsNothing ? Main.PASSED : report.result().exitCode();
    }

    /** What the numbers depend on; neither threads nor folder. */
    private String reproduce() {
        return "mvn -q compile exec:java -Dexec.args=\"train " + name
                + (replicatesOption == null ? "" : " --replicates " + replicatesOption)
                + (seedOption == null ? "" : " --seed " + seedOption)
                + (deviceOption.equals("cpu") ? "" : " --device " + deviceOption)
                + (precisionOption.equals("float") ? "" : " --precision " + precisionOption)
                + "\"";
    }

    /** A file if it looks like one, else a preset. */
    private Experiment experiment() {
        Experiment read = name.endsWith(".yaml") || name.endsWith(".yml")
                ? ExperimentFile.read(Path.of(name))
                : Presets.named(name);
        Experiment replicated = replicatesOption == null
                ? read
                : read.withReplicates((int) Values.count("--replicates", replicatesOption, MOST_REPLICATES, "5"));
        return seedOption == null ? replicated : replicated.with(Values.seed("--seed", seedOption));
    }

    private NetworkFactory networks() {
        Precision precision = Values.constant("--precision", precisionOption, Precision.class);
        Torch.missing().ifPresent(problem -> {
            throw new IllegalArgumentException(problem);
        });
        if (device() == TorchDevice.CUDA && !Torch.hasCuda()) {
            throw new IllegalArgumentException(
                    "--device is '" + deviceOption
                            + "', but libtorch sees no GPU here; use --device cpu, or see docs/networks.md for what a GPU needs");
        }
        return NetworkFactory.torch(precision, device());
    }

    private TorchDevice device() {
        return Values.constant("--device", deviceOption, TorchDevice.class);
    }

    private int threads() {
        if (threadsOption != null) {
            return (int) Values.count("--threads", threadsOption, Terms.MOST_THREADS, "2");
        }
        return device() == TorchDevice.CUDA ? 1 : Settings.ofSystemProperties().threads();
    }
}
