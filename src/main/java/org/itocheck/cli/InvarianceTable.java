package org.itocheck.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.itocheck.network.BlockInvariance;
import org.itocheck.network.architecture.Architecture;
import org.itocheck.network.architecture.Architectures;
import org.itocheck.network.architecture.Layout;
import org.itocheck.network.architecture.Parameter;
import org.itocheck.network.data.ImageSet;

/** Every family with every normaliser in both forms: how many parts of its parameters are scale invariant, and how far the others are from it. */
final class InvarianceTable {
    /** Small enough to be measured in double precision within a minute. */
    static final List<String> SIZES = List.of("mlp-64-64", "preresnet-20x8", "resnet-20x8", "vgg-16x8");

    private static final List<String> ENDINGS = List.of("bn", "bn-si", "gn4", "gn4-si", "none", "none-si");

    private InvarianceTable() {}

    static void print(PrintWriter out, List<String> sizes) {
        out.println("Scale invariance of each group of parameters, and of all together:");
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("network", "parameters", "invariant", "|x.g|/|x||g|", "to", "change of loss", "to"));
        for (String size : sizes) {
            ImageSet images = NetworkImages.of(NetworkImages.usual(size));
            for (String ending : ENDINGS) {
                rows.add(row(Architectures.named(size + "-" + ending, images.shape(), images.classes()), images));
            }
        }
        Columns.print(out, rows, "lrrrrrr");
        out.println();
        out.println(
                "Smallest and largest over the groups and all, in double precision; on digits, VGG on random pixels.");
    }

    private static List<String> row(Architecture network, ImageSet images) {
        Layout layout = Layout.of(network);
        Set<String> parts = Stream.concat(layout.groups().stream().map(Parameter::name), Stream.of("all"))
                .collect(Collectors.toSet());
        List<BlockInvariance> found = ShownNetwork.measure(network, images).stream()
                .filter(part -> parts.contains(part.name()))
                .toList();
        long invariant = found.stream().filter(BlockInvariance::invariant).count();
        List<String> row = new ArrayList<>(
                List.of(network.name(), ShownNetwork.count(layout.dimension()), invariant + " of " + found.size()));
        row.addAll(range(found, BlockInvariance::radial));
        row.addAll(range(found, BlockInvariance::change));
        return row;
    }

    private static List<String> range(List<BlockInvariance> found, ToDoubleFunction<BlockInvariance> number) {
        double least = found.stream().mapToDouble(number).min().orElseThrow();
        double most = found.stream().mapToDouble(number).max().orElseThrow();
        return List.of(ShownNetwork.size(least), ShownNetwork.size(most));
    }
}
