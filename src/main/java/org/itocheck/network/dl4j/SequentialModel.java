package org.itocheck.network.dl4j;

import java.util.List;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.BackpropType;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Layers one after the other. */
record SequentialModel(MultiLayerNetwork net) implements Model {
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
        return net.getLayerWiseConfigurations().getBackpropType();
    }

    @Override
    public Layer output() {
        return net.getOutputLayer();
    }

    @Override
    public INDArray logits(INDArray images) {
        return net.output(images, true);
    }

    @Override
    public void backward(INDArray images, INDArray labels) {
        net.setInput(images);
        net.setLabels(labels);
        net.computeGradientAndScore();
    }

    @Override
    public Model copy(DataType type) {
        if (type != net.params().dataType()) {
            return new SequentialModel(net.convertDataType(type));
        }
        MultiLayerNetwork copy =
                new MultiLayerNetwork(net.getLayerWiseConfigurations().clone());
        copy.init(net.params().dup(), false);
        return new SequentialModel(copy);
    }
}
