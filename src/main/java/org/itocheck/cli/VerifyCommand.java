package org.itocheck.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.itocheck.claim.Claim;
import org.itocheck.claim.Outcome;
import org.itocheck.claim.Verdict;
import org.itocheck.random.Seed;
import org.itocheck.report.ConsoleTable;
import org.itocheck.report.ReportFolder;
import org.itocheck.report.Study;
import org.itocheck.report.StudyResult;
import org.itocheck.verify.Explanation;
import org.itocheck.verify.Provenance;
import org.itocheck.verify.Settings;
import org.itocheck.verify.Verifier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Verifies a study, or one claim about one problem, and writes the report. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = {
            "Verifies a study, or one claim about one problem; prints a table of verdicts and writes a report.",
            "Exit code 0 if every claim passes, 1 if one fails or stays open, 2 for bad usage."
        })
final class VerifyCommand extends ConsoleCommand {
    private static final int WIDTH = 150;
    private static final String DEFAULT_SEED = "0x00005EED00000001";

    @Option(
            names = "--study",
            defaultValue = "default",
            description = "A study by name (see list). Default: ${DEFAULT-VALUE}.")
    String study = "default";

    @ArgGroup(exclusive = false, heading = "One claim about one problem:%n")
    @Nullable OneClaim oneClaim;

    @Option(
            names = "--seed",
            description =
                    "Root of all randomness, decimal or 0x...; also -Ditocheck.seed. Default: " + DEFAULT_SEED + ".")
    @Nullable String seed;

    @Option(
            names = "--threads",
            description = "Also -Ditocheck.threads. Default: all processors. Never changes a result.")
    @Nullable Integer threads;

    @Option(
            names = "--trajectories",
            description = "Most trajectories of one level; also -Ditocheck.trajectories. Default: "
                    + Verifier.DEFAULT_TRAJECTORIES + ".")
    @Nullable Long trajectories;

    @Option(
            names = "--fail-rate",
            defaultValue = "1e-6",
            description = "Probability that something correct fails, all claims together. Default: ${DEFAULT-VALUE}.")
    double failRate = Verifier.DEFAULT_FALSE_FAIL_RATE;

    @Option(
            names = "--pass-rate",
            defaultValue = "1e-3",
            description = "Probability that the stated discrepancy passes. Default: ${DEFAULT-VALUE}.")
    double passRate = Verifier.DEFAULT_FALSE_PASS_RATE;

    @Option(names = "--out", description = "Folder of the reports; also -Ditocheck.reports. Default: reports.")
    @Nullable Path folderOption;

    @Override
    public Integer call() {
        List<Claim> claims = oneClaim == null ? Studies.named(study) : List.of(oneClaim.claim());
        String name = oneClaim == null ? study : oneClaim.name();
        Settings settings = Settings.ofSystemProperties();
        Path folder = ReportFolder.prepare(folderOption == null ? settings.reports() : folderOption);
        Seed root = seed != null ? Seed.parse(seed) : settings.seed().orElse(Seed.parse(DEFAULT_SEED));
        int workers = threads != null ? threads : settings.threads();
        long budget =
                trajectories != null ? trajectories : settings.trajectories().orElse(Verifier.DEFAULT_TRAJECTORIES);
        ConsoleProgress progress = new ConsoleProgress(System.out, CommandLine.Help.Ansi.AUTO.enabled(), claims.size());
        Verifier verifier = new Verifier(root, failRate, passRate, budget, workers)
                .withProgress(progress)
                .withListener(progress::finished);
        StudyResult result = new Study(name, claims).run(verifier, reproduce(root));
        result.writeHtml(folder.resolve("index.html")).writeJson(folder.resolve(fileName(name) + ".json"));
        print(result, folder, workers);
        return result.exitCode();
    }

    private void print(StudyResult result, Path folder, int workers) {
        PrintWriter writer = out();
        for (Outcome outcome : result.outcomes()) {
            if (outcome.verdict() != Verdict.PASS) {
                Provenance provenance = new Provenance(
                        result.reproduce(), folder.resolve("index.html").toString(), Provenance.environment(workers));
                writer.println(Explanation.of(outcome, provenance));
                writer.println();
            }
        }
        writer.print(ConsoleTable.render(result, WIDTH, CommandLine.Help.Ansi.AUTO.enabled()));
        writer.println(
                "report: " + folder.resolve("index.html") + ", " + folder.resolve(fileName(result.name()) + ".json"));
        writer.println("reproduce: " + result.reproduce());
        writer.flush();
    }

    /** The arguments of this run with the seed made explicit. */
    private String reproduce(Seed root) {
        StringBuilder line = new StringBuilder("mvn -q compile exec:java -Dexec.args=\"verify");
        List<String> args = commandLine().getParseResult().originalArgs();
        for (int i = 0; i < args.size(); i++) {
            String arg = args.get(i);
            if (arg.equals("--seed")) {
                i++;
            } else if (!arg.startsWith("--seed=") && !arg.equals("verify")) {
                line.append(' ').append(arg.matches("[\\w./:,=-]+") ? arg : "'" + arg + "'");
            }
        }
        return line.append(" --seed ").append(root).append('"').toString();
    }

    private static String fileName(String name) {
        return name.replaceAll("[^\\w.-]+", "-");
    }
}
