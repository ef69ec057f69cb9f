package org.itocheck.network.dl4j;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.BackpropType;
import org.deeplearning4j.nn.conf.GradientNormalization;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.learning.regularization.Regularization;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;
import org.nd4j.linalg.lossfunctions.impl.LossNegativeLogLikelihood;
import org.nd4j.linalg.lossfunctions.impl.LossSparseMCXENT;

/**
 * What the configuration of a model must say, so that its loss is a function of the parameters and the mean of the cross-entropies of the images.
 * What a layer of the user's own does, {@link Probe} sees.
 */
final class Requirements {
    private static final List<Class<?>> CROSS_ENTROPIES =
            List.of(LossMCXENT.class, LossNegativeLogLikelihood.class, LossSparseMCXENT.class);

    private final List<String> problems = new ArrayList<>();

    private Requirements() {}

    /** @throws IllegalArgumentException with everything that was found, and the remedies */
    static void check(String name, Model model) {
        Requirements requirements = new Requirements();
        requirements.whole(model);
        requirements.output(model.output());
        for (int i = 0; i < model.layers().size(); i++) {
            Layer layer = model.layers().get(i);
            if (!LayerTraits.frozen(layer)) {
                requirements.layer(LayerTraits.name(layer, i), layer);
            }
        }
        if (!requirements.problems.isEmpty()) {
            throw new IllegalArgumentException(
                    name + " is no mean of the losses of images:\n  " + String.join("\n  ", requirements.problems));
        }
    }

    private void whole(Model model) {
        DataType type = model.parameters().dataType();
        if (type != DataType.DOUBLE && type != DataType.FLOAT) {
            problems.add("its numbers are " + type
                    + ", expected DOUBLE or FLOAT; use model.convertDataType(DataType.FLOAT)");
        }
        if (model.backpropagation() != BackpropType.Standard) {
            problems.add("backpropagation is " + model.backpropagation()
                    + ", which keeps a state from batch to batch; use BackpropType.Standard");
        }
    }

    private void output(Layer layer) {
        if (layer.conf().getLayer() instanceof OutputLayer conf && conf.getClass() == OutputLayer.class) {
            loss(conf.getLossFn(), conf.getActivationFn());
        } else if (layer.conf().getLayer() instanceof LossLayer conf) {
            loss(conf.getLossFn(), conf.getActivationFn());
        } else {
            problems.add("it ends with " + layer.conf().getLayer().getClass().getSimpleName()
                    + ", expected OutputLayer or LossLayer: one class for each image");
        }
    }

    private void loss(ILossFunction loss, IActivation activation) {
        boolean weighted = loss instanceof LossMCXENT entropy && entropy.getWeights() != null;
        if (!CROSS_ENTROPIES.contains(loss.getClass()) || weighted || !(activation instanceof ActivationSoftmax)) {
            problems.add("its loss is " + loss.getClass().getSimpleName() + (weighted ? " with weights of classes" : "")
                    + " of " + activation + "; use the cross-entropy of the class: MCXENT or NEGATIVELOGLIKELIHOOD of"
                    + " softmax, without weights");
        }
    }

    private void layer(String name, Layer layer) {
        org.deeplearning4j.nn.conf.layers.Layer conf = layer.conf().getLayer();
        if (conf.getIDropout() != null) {
            found(name, List.of(conf.getIDropout()), "the loss is random; leave dropout out");
        }
        if (conf instanceof BaseLayer base && base.getWeightNoise() != null) {
            found(name, List.of(base.getWeightNoise()), "the loss is random; leave weight noise out");
        }
        if (conf.getConstraints() != null) {
            found(name, conf.getConstraints(), "parameters are moved after a step; leave constraints out");
        }
        found(
                name,
                regularization(layer),
                "it is no part of the loss of an image; leave it out, and give the optimizer weight decay");
        GradientNormalization normalization = conf.getGradientNormalization();
        if (normalization != null && normalization != GradientNormalization.None) {
            problems.add(
                    name + " has gradient normalization " + normalization + ": a step is along no gradient of a loss;"
                            + " leave it out, and clip in an optimizer of your own");
        }
    }

    private void found(String name, List<?> what, String problem) {
        if (!what.isEmpty()) {
            String kinds = what.stream()
                    .map(one -> one.getClass().getSimpleName())
                    .distinct()
                    .collect(Collectors.joining(" and "));
            problems.add(name + " has " + kinds + ": " + problem);
        }
    }

    private static List<Regularization> regularization(Layer layer) {
        List<Regularization> all = new ArrayList<>();
        for (String key : TrainedParameters.tensors(layer).keySet()) {
            List<Regularization> some = layer.conf().getLayer().getRegularizationByParam(key);
            if (some != null) {
                all.addAll(some);
            }
        }
        return all;
    }
}
