package org.itocheck.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
        sortOptions = false,
        customSynopsis = {
            "itocheck verify [--study NAME] [error rates and budget]",
            "       itocheck verify --problem NAME [one claim] [error rates and budget]",
            ""
        },
        description = {
            "Verifies a study, or one claim about one problem, and writes a report.",
            "Prints a table of verdicts and explains each that is not PASS."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every claim passed",
            "1:a claim failed or stayed open: silence is not agreement",
            "2:bad usage; one line says which option, and what it takes"
        },
        footerHeading = "%nClaims, with e(l) = E g(level l) - E g(SDE):%n",
        footer = {
            "  exact-means  E g is its exact value at every level and step: the code is right",
            "  limit        e(l) = c0 + c1/l + c2/l^2 with |c0| <= SIZE: the SDE is the limit",
            "  order        e(l) = c1/l + c2/l^2 up to SIZE at every level: weak order 1",
            "  envelope     |e(l)| <= SIZE/l at every level: the error is small",
            "  ladder       l |e(l)| is bounded, on exact numbers; nothing is random",
            "  parts        the parts of e(l), of non-Gaussian noise and of steps, are <= SIZE",
            "  one-step     one step has the moments of SVAG; nothing is random",
            "  sampled-step one step has the moments of SVAG, by simulation",
            "  batches      mini-batches are uniform, with replacement, fresh in every step",
            "  batch-sizes  the linear scaling rule keeps the law for every batch size",
            "  scale        every mini-batch loss is scale invariant",
            "  norms        |x|^2 obeys its recursion in every step",
            "  equilibrium  noise, gradient and weight decay keep |x|^2 in balance",
            "  tail         the gradient noise has the tail index 2 of a Gaussian",
            "  moments      the gradient noise has 4 and 8 moments",
            "",
            "Verdicts:",
            "  PASS          an error of SIZE is missed with probability --pass-rate at most",
            "  FAIL          refuted; something right fails with probability --fail-rate",
            "  INCONCLUSIVE  neither: too few trajectories, or a hypothesis does not hold",
            "",
            "Examples:",
            "  itocheck verify --study smoke",
            "  itocheck verify --problem A1/exp1 --observe 'x[0]^3' --levels 1,2,4",
            "  itocheck verify --problem C2 --claim limit --observe 'x[0]' --observe loss",
            "  itocheck verify --problem C2 --claim limit --family sgd      (this one fails)"
        })
final class VerifyCommand extends ConsoleCommand {
    private static final int WIDTH = 150;

    @Option(
            names = "--study",
            order = 1,
            paramLabel = "NAME",
            description = "default, theory or smoke. Default: default.")
    @Nullable String study;

    @ArgGroup(validate = false, exclusive = false, order = 2, heading = "%nOne claim about one problem:%n")
    @Nullable OneClaim oneClaim;

    @ArgGroup(validate = false, exclusive = false, order = 3, heading = "%nError rates and budget:%n")
    @Nullable Terms givenTerms;

    @Option(
            names = "--out",
            order = 4,
            paramLabel = "FOLDER",
            description = "Where the reports go; also -Ditocheck.reports. Default: reports.")
    @Nullable String folderOption;

    @Override
    public Integer call() {
        refuseRepeatedOptions();
        if (study != null && oneClaim != null) {
            throw new IllegalArgumentException("--study is '" + study
                    + "' and there are options of one claim; give --study, or --problem and its options, not both");
        }
        Terms terms = (givenTerms == null ? new Terms() : givenTerms).complete();
        String named = study == null ? "default" : study;
        List<Claim> claims = oneClaim == null ? Studies.named(named) : List.of(oneClaim.claim());
        String name = oneClaim == null ? named : oneClaim.name();
        Path folder = ReportFolder.prepare(folder(terms));
        ConsoleProgress progress = new ConsoleProgress(commandLine().getErr(), terminal(), claims.size());
        Verifier verifier = terms.verifier().withProgress(progress).withListener(progress::finished);
        StudyResult result = new Study(name, claims).run(verifier, reproduce(terms, named));
        result.writeHtml(folder.resolve("index.html")).writeJson(folder.resolve(fileName(name) + ".json"));
        print(result, folder, verifier.threads());
        return result.exitCode();
    }

    /** Picocli lets the last of several equal options of a group win without a word. */
    private void refuseRepeatedOptions() {
        Set<String> seen = new HashSet<>();
        for (String arg : commandLine().getParseResult().originalArgs()) {
            String option = arg.replaceFirst("=.*", "");
            if (option.startsWith("--") && !option.equals("--observe") && !seen.add(option)) {
                throw new IllegalArgumentException(option + " is given twice; give it once");
            }
        }
    }

    private Path folder(Terms terms) {
        return folderOption == null ? terms.reports() : Values.path("--out", folderOption, "a folder", "reports");
    }

    private void print(StudyResult result, Path folder, int threads) {
        PrintWriter writer = out();
        for (Outcome outcome : result.outcomes()) {
            if (outcome.verdict() != Verdict.PASS) {
                Provenance provenance = new Provenance(
                        result.reproduce(), folder.resolve("index.html").toString(), Provenance.environment(threads));
                writer.println(Explanation.of(outcome, provenance));
                writer.println();
            }
        }
        int width = terminal() ? commandLine().getCommandSpec().usageMessage().width() : WIDTH;
        writer.print(ConsoleTable.render(result, width, terminal()));
        writer.println(
                "report: " + folder.resolve("index.html") + ", " + folder.resolve(fileName(result.name()) + ".json"));
        writer.println("reproduce: " + result.reproduce());
        writer.flush();
    }

    /** Whether somebody watches: a terminal, and no NO_COLOR. */
    private static boolean terminal() {
        return CommandLine.Help.Ansi.AUTO.enabled();
    }

    /** The options as they were understood, wherever they came from, without the threads, which change nothing. */
    private String reproduce(Terms terms, String named) {
        List<String> args = new ArrayList<>(List.of("verify"));
        args.addAll(oneClaim == null ? List.of("--study", named) : oneClaim.arguments());
        args.addAll(terms.arguments());
        if (folderOption != null) {
            args.addAll(List.of("--out", folderOption));
        }
        StringBuilder line = new StringBuilder("mvn -q compile exec:java -Dexec.args=\"");
        args.forEach(arg ->
                line.append(arg.matches("[\\w./:,=-]+") ? arg : "'" + arg + "'").append(' '));
        return line.append("--seed ").append(terms.seed()).append('"').toString();
    }

    /** The seed of a run that names none. */
    static Seed defaultSeed() {
        return Seed.parse("0x00005EED00000001");
    }

    private static String fileName(String name) {
        return name.replaceAll("[^\\w.-]+", "-");
    }
}
