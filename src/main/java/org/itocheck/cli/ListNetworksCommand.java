package org.itocheck.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.itocheck.network.architecture.Architectures;
import org.itocheck.network.architecture.Layout;
import org.itocheck.network.data.ImageShape;
import picocli.CommandLine.Command;

/** Lists the networks by name. */
@Command(
        name = "networks",
        mixinStandardHelpOptions = true,
        description = "Lists networks by name, with their numbers of parameters on CIFAR-10.")
final class ListNetworksCommand extends ConsoleCommand {
    private static final ImageShape CIFAR = new ImageShape(3, 32, 32);
    private static final int CLASSES = 10;

    @Override
    public Integer call() {
        PrintWriter out = out();
        out.println("Networks (show NAME-END prints one), and their parameters on CIFAR-10:");
        List<List<String>> rows = new ArrayList<>();
        rows.add(row("name", Architectures.endings().stream().map(end -> "-" + end)));
        Architectures.sizes()
                .forEach(size ->
                        rows.add(row(size, Architectures.endings().stream().map(end -> parameters(size + "-" + end)))));
        Columns.print(out, rows, "l" + "r".repeat(Architectures.endings().size()));
        out.println();
        out.println("Other sizes have names of the same form:");
        Architectures.forms().forEach(form -> out.println("  " + form));
        out.println("NORM is bn, gnGROUPS, gn (8 groups) or none; -si is the scale-invariant form of the paper.");
        out.flush();
        return Main.PASSED;
    }

    private static List<String> row(String first, Stream<String> others) {
        return Stream.concat(Stream.of(first), others).toList();
    }

    private static String parameters(String name) {
        return ShownNetwork.count(
                Layout.of(Architectures.named(name, CIFAR, CLASSES)).dimension());
    }
}
