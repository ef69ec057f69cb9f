package org.itocheck.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.itocheck.benchmark.peer.PeerException;
import org.itocheck.ensemble.InterruptedRunException;
import org.itocheck.ensemble.NonFiniteTrajectoryException;
import org.itocheck.network.data.DataException;
import org.itocheck.objective.MissingCapabilityException;
import org.itocheck.report.ReportException;
import org.itocheck.training.RunException;
import org.itocheck.verify.Provenance;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The command line. Exit code 0 if every claim passes, 1 if one fails or stays open, 2 for bad usage.
 */
@Command(
        name = "itocheck",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        subcommands = {VerifyCommand.class, ListCommand.class, ShowCommand.class, TrainCommand.class, BenchCommand.class
        },
        description = "Tests stochastic optimisers against the SDEs said to describe them, with stated error rates.",
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nExamples:%n",
        footer = {
            "  itocheck                       the default study, into reports/",
            "  itocheck verify --study smoke  one quick claim, to see that everything works",
            "  itocheck verify --problem C2   SVAG against its exact means on problem C2",
            "  itocheck show A1/exp1          formula, parameters and exact weak errors e(l)",
            "  itocheck show preresnet-8-gn   a network: layers, scale invariance",
            "  itocheck list                  problems, claims, families, observables",
            "  itocheck train figure-1-mini   training runs of networks, and what they show",
            "  itocheck bench                 how fast it is here",
            "",
            "'itocheck verify --help' explains the claims. With Maven:",
            "  mvn -q compile exec:java -Dexec.args=\"show A1/exp1\""
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

    /** Runs one command and returns its exit code. Results go to {@code out}; progress and errors go to {@code err}. */
    static int run(PrintWriter out, PrintWriter err, String... args) {
        return new CommandLine(new Main())
                .setOut(out)
                .setErr(err)
                .setUsageHelpAutoWidth(true)
                .setParameterExceptionHandler(Main::misused)
                .setExecutionExceptionHandler(Main::explain)
                .execute(args.length == 0 ? new String[] {"verify"} : args);
    }

    /** What picocli rejects: one line, the nearest known words, and where the help is. */
    private static int misused(CommandLine.ParameterException failure, String[] args) {
        CommandLine command = failure.getCommandLine();
        PrintWriter err = command.getErr();
        err.println("itocheck: " + failure.getMessage());
        CommandLine.UnmatchedArgumentException.printSuggestions(failure, err);
        err.println("Try: " + command.getCommandSpec().qualifiedName() + " --help");
        err.flush();
        return USAGE;
    }

    private static int explain(Exception failure, CommandLine command, CommandLine.ParseResult parsed)
            throws Exception {
        boolean usage = failure instanceof IllegalArgumentException
                || failure instanceof ReportException
                || failure instanceof RunException
                || failure instanceof DataException
                || failure instanceof MissingCapabilityException;
        boolean stopped = failure instanceof NonFiniteTrajectoryException
                || failure instanceof InterruptedRunException
                || failure instanceof PeerException;
        if (usage || stopped) {
            command.getErr().println("itocheck: " + failure.getMessage());
            command.getErr().flush();
            return usage ? USAGE : FAILED;
        }
        throw failure;
    }

    /** As the reports have it. */
    static final class Version implements CommandLine.IVersionProvider {
        Version() {}

        @Override
        public String[] getVersion() {
            return new String[] {Provenance.environment(Runtime.getRuntime().availableProcessors())};
        }
    }
}
