package org.itocheck.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.itocheck.network.BlockInvariance;
import org.itocheck.network.NetworkLoss;
import org.itocheck.network.architecture.Architecture;
import org.itocheck.network.architecture.Architectures;
import org.itocheck.network.architecture.Layer;
import org.itocheck.network.architecture.Layout;
import org.itocheck.network.architecture.Parameter;
import org.itocheck.network.data.ImageSet;
import org.itocheck.network.torch.Precision;
import org.itocheck.network.torch.TorchDevice;
import org.itocheck.network.torch.TorchNetwork;

/** One network: layers, parameters, and which parts of the parameters are scale invariant, measured. */
final class ShownNetwork {
    private final Architecture network;
    private final ImageSet images;
    private final Layout layout;

    ShownNetwork(String name, ImageSet images) {
        this.network = Architectures.named(name, images.shape(), images.classes());
        this.images = images;
        this.layout = Layout.of(network);
    }

    /** Both numbers of every part; the library must be there. */
    static List<BlockInvariance> measure(Architecture network, ImageSet images) {
        TorchNetwork run = new TorchNetwork(network, Precision.DOUBLE, TorchDevice.CPU);
        return BlockInvariance.measure(NetworkLoss.of(run, images), VerifyCommand.defaultSeed());
    }

    /**
     * Prints it.
     *
     * @param problem why nothing can be measured here, if so
     */
    void print(PrintWriter out, Optional<String> problem) {
        out.println(network.name());
        Columns.print(
                out,
                List.of(
                        List.of("images", images.toString()),
                        List.of(
                                "parameters",
                                count(layout.dimension()) + " in "
                                        + layout.parameters().size() + " tensors and "
                                        + layout.groups().size() + " groups"),
                        List.of("loss", "cross-entropy; " + ofOneImage())),
                "ll");
        out.println();
        out.println("Layers, without activations and sums:");
        List<List<String>> layers = new ArrayList<>();
        layers.add(List.of("layer", "kind", "output", "parameters"));
        Layer.of(network)
                .forEach(layer ->
                        layers.add(List.of(layer.name(), layer.kind(), layer.output(), count(layer.parameters()))));
        Columns.print(out, layers, "lllr");
        out.println();
        out.flush(); // large networks take minutes to measure
        printParts(out, problem);
    }

    private void printParts(PrintWriter out, Optional<String> problem) {
        out.println("Parameters, tensor by tensor, then what is scale invariant only together, then all:");
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("part", "shape", "parameters", "|x.g|/|x||g|", "change of loss", "scale invariant"));
        List<BlockInvariance> measured = problem.isPresent() ? List.of() : measure(network, images);
        Map<String, BlockInvariance> found =
                measured.stream().collect(Collectors.toMap(BlockInvariance::name, Function.identity()));
        for (Parameter part : BlockInvariance.parts(layout)) {
            List<String> row = new ArrayList<>(List.of(part.name(), shape(part), count(part.size())));
            row.addAll(Optional.ofNullable(found.get(part.name()))
                    .map(ShownNetwork::numbers)
                    .orElse(List.of("-", "-", "-")));
            rows.add(row);
        }
        Columns.print(out, rows, "llrrrl");
        out.println();
        out.println(problem.map(why -> "Scale invariance was not measured: " + why)
                .orElse("Measured in double precision on the first "
                        + Math.min(BlockInvariance.BATCH, images.size()) + " images: change is the largest of the loss,"
                        + " relative,\nwhen the part is multiplied by 0.3 or 7; both are below 1e-10 where it is scale"
                        + " invariant."));
    }

    private String ofOneImage() {
        return layout.couplesSamples()
                ? "only a mini-batch has one, since batch normalisation couples its images"
                : "every image has its own";
    }

    private String shape(Parameter part) {
        long tensors = layout.parameters().stream()
                .filter(p -> part.from() <= p.from() && p.to() <= part.to())
                .count();
        return tensors == 1
                ? part.shape().stream().map(String::valueOf).collect(Collectors.joining(" x "))
                : tensors + " tensors";
    }

    private static List<String> numbers(BlockInvariance part) {
        return List.of(size(part.radial()), size(part.change()), part.invariant() ? "yes" : "no");
    }

    static String size(double x) {
        return x == 0 ? "0" : String.format(Locale.ROOT, "%.1e", x);
    }

    static String count(int n) {
        return String.format(Locale.ROOT, "%,d", n);
    }
}
