package org.itocheck.cli;

import java.io.PrintWriter;
import org.itocheck.dynamics.Problems;
import picocli.CommandLine.Command;

/** Lists what the other commands understand. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Lists problems, families, claims, observables and studies.")
final class ListCommand extends ConsoleCommand {
    @Override
    public Integer call() {
        PrintWriter out = out();
        out.println("Problems (show NAME prints one):");
        for (String name : Problems.names()) {
            out.println("  " + name);
        }
        out.println();
        out.println("Families:     " + String.join(", ", Families.names()));
        out.println("Claims:       " + String.join(", ", OneClaim.CLAIMS));
        out.println("Observables:  x[0], x[0]^2, x[0] x[1]^2, |x|^2, cos x[0], exp(-x[0]^2/2), loss");
        out.println("Studies:      " + String.join(", ", Studies.names()));
        out.flush();
        return Main.PASSED;
    }
}
