package org.itocheck.network.dl4j;

import java.util.List;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.BackpropType;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Layers that may branch and meet, with one input and one output. */
record GraphModel(ComputationGraph net) implements Model {
    @Override
    public INDArray parameters() {
        return net.params();
    }

    @Override
    public INDArray gradients() {
        if (net.getGradientsViewArray() == null) {
            net.initGradientsView();
        }
        return net.getGradientsViewArray();
    }

    @Override
    public List<Layer> layers() {
        return List.of(net.getLayers());
    }

    @Override
    public BackpropType backpropagation() {
        return net.getConfiguration().getBackpropType();
    }

    @Override
    public Layer output() {
        return net.getOutputLayer(0);
    }

    @Override
    public INDArray logits(INDArray images) {
        return net.outputSingle(true, images);
    }

    @Override
    public void backward(INDArray images, INDArray labels) {
        net.setInputs(images);
        net.setLabels(labels);
        net.computeGradientAndScore();
    }

    @Override
    public Model copy(DataType type) {
        if (type != net.params().dataType()) {
            return new GraphModel(net.convertDataType(type));
        }
        ComputationGraph copy = new ComputationGraph(net.getConfiguration().clone());
        copy.init(net.params().dup(), false);
        return new GraphModel(copy);
    }
}
