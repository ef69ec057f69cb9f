package org.itocheck.network.dl4j;

import java.util.List;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.BackpropType;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** What the two kinds of models of DL4J have in common, for one thread at a time. Arrays are the model's own. */
interface Model {
    /** All parameters and running statistics in one row. */
    INDArray parameters();

    /** The gradient of the last {@link #backward}, laid out like the parameters: a sum over the batch. */
    INDArray gradients();

    List<Layer> layers();

    BackpropType backpropagation();

    /** The layer with the loss. */
    Layer output();

    /** What all layers give, run as in training: the logits where a {@link LogitTap} is. To be closed. */
    INDArray logits(INDArray images);

    /** Runs all layers as in training, and back from the loss function. */
    void backward(INDArray images, INDArray labels);

    /** A model of its own with equal parameters, in the given precision. */
    Model copy(DataType type);
}
