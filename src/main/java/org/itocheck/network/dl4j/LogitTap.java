package org.itocheck.network.dl4j;

import java.util.Optional;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.BaseOutputLayer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;
import org.nd4j.linalg.lossfunctions.impl.LossSparseMCXENT;

/**
 * The loss function of a model, with softmax, behind a tap for the logits. The loss is computed from them, exactly, where DL4J cuts probabilities at
 * 1e-10 in the score and not in the gradient. The gradient is that of the model's own loss function, times a weight for each image; a mask of DL4J
 * does not weigh, since it multiplies the logits as well.
 */
final class LogitTap implements ILossFunction {
    private final ILossFunction own;
    private final IActivation softmax;
    private Optional<Logits> logits = Optional.empty();
    private Optional<INDArray> weights = Optional.empty();

    private LogitTap(ILossFunction own, IActivation softmax) {
        this.own = own;
        this.softmax = softmax;
    }

    /** Puts a tap on an output layer, whose configuration must not be shared. The layer gives logits from then on. */
    static LogitTap on(Layer output) {
        BaseLayer layer = (BaseLayer) output.conf().getLayer();
        LogitTap tap = new LogitTap(rowsOfLabels(loss(layer)), layer.getActivationFn());
        layer.setActivationFn(new ActivationIdentity());
        if (layer instanceof LossLayer conf) {
            conf.setLossFn(tap);
        } else {
            ((BaseOutputLayer) layer).setLossFn(tap);
        }
        return tap;
    }

    private static ILossFunction loss(BaseLayer layer) {
        return layer instanceof LossLayer conf ? conf.getLossFn() : ((BaseOutputLayer) layer).getLossFn();
    }

    /** The sparse loss would read the number of a class and is otherwise the same. */
    private static ILossFunction rowsOfLabels(ILossFunction loss) {
        return loss instanceof LossSparseMCXENT ? new LossMCXENT() : loss;
    }

    /** Of the last batch that went back. */
    Logits logits() {
        return logits.orElseThrow();
    }

    /** @param newWeights of the images of the next batch, shape [B][1] */
    void weigh(INDArray newWeights) {
        weights = Optional.of(newWeights);
    }

    @Override
    public double computeScore(INDArray labels, INDArray preOutput, IActivation identity, INDArray mask, boolean mean) {
        logits = Optional.of(Logits.of(preOutput));
        return 0;
    }

    @Override
    public INDArray computeGradient(INDArray labels, INDArray preOutput, IActivation identity, INDArray mask) {
        return own.computeGradient(labels, preOutput, softmax, mask).muliColumnVector(weights.orElseThrow());
    }

    @Override
    public INDArray computeScoreArray(INDArray labels, INDArray preOutput, IActivation identity, INDArray mask) {
        throw new UnsupportedOperationException("the scores of images are made from their logits");
    }

    @Override
    public Pair<Double, INDArray> computeGradientAndScore(
            INDArray labels, INDArray preOutput, IActivation identity, INDArray mask, boolean mean) {
        return new Pair<>(
                computeScore(labels, preOutput, identity, mask, mean),
                computeGradient(labels, preOutput, identity, mask));
    }

    @Override
    public String name() {
        return own.name();
    }
}
