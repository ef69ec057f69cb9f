package org.itocheck.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.itocheck.ensemble.InterruptedRunException;
import org.itocheck.ensemble.NonFiniteTrajectoryException;
import org.itocheck.report.ReportException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The command line. Exit code 0 if every claim passes, 1 if one fails or stays open, 2 for bad usage.
 */
@Command(
        name = "itocheck",
        mixinStandardHelpOptions = true,
        version = "itocheck 0.1.0",
        subcommands = {VerifyCommand.class, ListCommand.class, ShowCommand.class},
        description = "Tests stochastic optimisers against the SDEs said to describe them.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  itocheck                                  the default study, into reports/",
            "  itocheck verify --problem C2              SVAG against its exact means on problem C2",
            "  itocheck verify --problem D1/skew2pt --claim limit --within 0.05 --levels 1,2,4,8",
            "  itocheck show A1/exp1                     formula, parameters and the exact weak errors e(l)",
            "  itocheck list                             problems, families, claims, observables, studies",
            "",
            "With Maven: mvn -q compile exec:java -Dexec.args=\"show A1/exp1\""
        })
public final class Main {
    /** All claims passed. */
    static final int PASSED = 0;
    /** A claim failed, stayed open, or its process left the finite numbers. */
    static final int FAILED = 1;
    /** Bad usage. */
    static final int USAGE = 2;

    Main() {}

    /** Runs one command and ends the JVM with its exit code. Without arguments: the default study. */
    public static void main(String[] args) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(out, err, args));
    }

    /** Runs one command and returns its exit code. */
    static int run(PrintWriter out, PrintWriter err, String... args) {
        return new CommandLine(new Main())
                .setOut(out)
                .setErr(err)
                .setUsageHelpAutoWidth(true)
                .setExecutionExceptionHandler(Main::explain)
                .execute(args.length == 0 ? new String[] {"verify"} : args);
    }

    private static int explain(Exception failure, CommandLine command, CommandLine.ParseResult parsed)
            throws Exception {
        boolean usage = failure instanceof IllegalArgumentException || failure instanceof ReportException;
        if (usage || failure instanceof NonFiniteTrajectoryException || failure instanceof InterruptedRunException) {
            command.getErr().println("itocheck: " + failure.getMessage());
            return usage ? USAGE : FAILED;
        }
        throw failure;
    }
}
