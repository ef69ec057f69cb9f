package org.itocheck.network.dl4j;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.params.BatchNormalizationParamInitializer;
import org.itocheck.network.architecture.Layout;
import org.itocheck.network.architecture.Parameter;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Which of the numbers in {@code params()} of a model are trained, and where they lie in the vector of a network. Running statistics, frozen layers
 * and what only pretraining uses stay out.
 */
final class TrainedParameters {
    private static final List<String> STATISTICS = List.of(
            BatchNormalizationParamInitializer.GLOBAL_MEAN,
            BatchNormalizationParamInitializer.GLOBAL_VAR,
            BatchNormalizationParamInitializer.GLOBAL_LOG_STD);

    private final Layout layout;
    private final List<Segment> segments;

    private TrainedParameters(Layout layout, List<Segment> segments) {
        this.layout = layout;
        this.segments = List.copyOf(segments);
    }

    /**
     * @param name of the network, for messages
     * @throws IllegalArgumentException if some parameters belong to no layer, or two layers have one name
     */
    static TrainedParameters of(String name, Model model) {
        List<Parameter> tensors = new ArrayList<>();
        List<Segment> segments = new ArrayList<>();
        boolean couples = false;
        long seen = 0;
        int at = 0;
        for (int i = 0; i < model.layers().size(); i++) {
            Layer layer = model.layers().get(i);
            couples |= normalises(layer);
            for (Map.Entry<String, INDArray> entry : tensors(layer).entrySet()) {
                INDArray tensor = entry.getValue();
                seen += tensor.length();
                if (trained(layer, entry.getKey())) {
                    tensors.add(parameter(LayerTraits.name(layer, i) + "." + entry.getKey(), tensor));
                    segments.add(new Segment(
                            Math.toIntExact(tensor.offset() - model.parameters().offset()),
                            at,
                            Math.toIntExact(tensor.length())));
                    at += Math.toIntExact(tensor.length());
                }
            }
        }
        if (seen != model.parameters().length()) {
            throw new IllegalArgumentException(
                    name + " has " + model.parameters().length() + " parameters, but its layers" + " have " + seen
                            + "; vertices with parameters of their own are not understood, use layers");
        }
        return new TrainedParameters(Layout.of(tensors, couples), segments);
    }

    Layout layout() {
        return layout;
    }

    /** Writes theta into the parameters of a model. */
    void load(double[] theta, Cells parameters) {
        segments.forEach(s -> parameters.put(s.inModel(), theta, s.inTheta(), s.length()));
    }

    /** Reads parameters or gradients of a model. */
    void read(Cells cells, double[] out) {
        segments.forEach(s -> cells.get(s.inModel(), out, s.inTheta(), s.length()));
    }

    static Map<String, INDArray> tensors(Layer layer) {
        Map<String, INDArray> table = layer.paramTable();
        return table == null ? Map.of() : table;
    }

    private static boolean trained(Layer layer, String key) {
        boolean statistic = layer.conf().getLayer() instanceof BatchNormalization && STATISTICS.contains(key);
        return !statistic
                && !LayerTraits.frozen(layer)
                && !layer.conf().getLayer().isPretrainParam(key);
    }

    private static boolean normalises(Layer layer) {
        return layer.conf().getLayer() instanceof BatchNormalization && !LayerTraits.frozen(layer);
    }

    /** Values drawn anew have the mean and the spread of those that are there. A matrix in Fortran order is its transpose in C order. */
    private static Parameter parameter(String name, INDArray tensor) {
        long[] shape = tensor.shape();
        List<Integer> sizes = new ArrayList<>();
        for (int k = 0; k < shape.length; k++) {
            sizes.add(Math.toIntExact(shape[tensor.ordering() == 'f' ? shape.length - 1 - k : k]));
        }
        double mean = tensor.meanNumber().doubleValue();
        double deviation = tensor.length() == 1 ? 0 : tensor.stdNumber(false).doubleValue();
        return new Parameter(name, name, 0, sizes, mean, deviation);
    }

    private record Segment(int inModel, int inTheta, int length) {}
}
