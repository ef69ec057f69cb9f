package org.itocheck.network.torch;

import static org.bytedeco.pytorch.global.torch.batch_norm;
import static org.bytedeco.pytorch.global.torch.conv2d;
import static org.bytedeco.pytorch.global.torch.group_norm;
import static org.bytedeco.pytorch.global.torch.max_pool2d;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.itocheck.network.architecture.Activation;
import org.itocheck.network.architecture.Convolution;
import org.itocheck.network.architecture.FixedLinear;
import org.itocheck.network.architecture.Layers;
import org.itocheck.network.architecture.Layout;
import org.itocheck.network.architecture.Normaliser;
import org.itocheck.network.architecture.Parameter;

/**
 * One forward pass: the layers take their parameters as views of one vector, in the order in which they were declared. The vector is split once,
 * so that its gradient is put together once; views cut one by one would each bring a gradient of full length.
 */
final class TorchLayers implements Layers<Tensor> {
    private static final double UNUSED_MOMENTUM = 0.1;

    private final Tensors tensors;
    private final Iterator<Tensor> parameters;

    TorchLayers(Tensors tensors, Tensor theta, Layout layout) {
        this.tensors = tensors;
        this.parameters = views(theta, layout).iterator();
    }

    private static List<Tensor> views(Tensor theta, Layout layout) {
        List<Parameter> inOrder = layout.parameters().stream()
                .sorted(Comparator.comparingInt(Parameter::from))
                .toList();
        TensorVector parts = theta.split_with_sizes(
                inOrder.stream().mapToLong(Parameter::size).toArray());
        Map<Parameter, Tensor> views = new HashMap<>();
        for (int i = 0; i < inOrder.size(); i++) {
            long[] shape = inOrder.get(i).shape().stream()
                    .mapToLong(Integer::longValue)
                    .toArray();
            views.put(inOrder.get(i), parts.get(i).view(shape));
        }
        return layout.parameters().stream().map(views::get).toList();
    }

    @Override
    public Tensor convolution(Tensor input, Convolution c) {
        Tensor weight = next();
        TensorOptional bias = c.bias() ? new TensorOptional(next()) : new TensorOptional();
        long[] stride = {c.stride(), c.stride()};
        long[] padding = {c.kernel() / 2, c.kernel() / 2};
        return conv2d(input, weight, bias, stride, padding, new long[] {1, 1}, 1);
    }

    @Override
    public Tensor linear(Tensor input, String name, int out, boolean bias) {
        Tensor weight = next();
        TensorOptional summand = bias ? new TensorOptional(next()) : new TensorOptional();
        return torch.linear(flat(input), weight, summand);
    }

    @Override
    public Tensor fixedLinear(Tensor input, int out) {
        Tensor flat = flat(input);
        int in = Math.toIntExact(flat.size(1));
        Tensor weight = tensors.of(FixedLinear.weights(in, out), out, in);
        return torch.linear(flat, weight, new TensorOptional());
    }

    @Override
    public Tensor normalise(Tensor input, String name, Normaliser normaliser) {
        if (!normaliser.present()) {
            return input;
        }
        TensorOptional factor = normaliser.affine() ? new TensorOptional(next()) : new TensorOptional();
        TensorOptional summand = normaliser.affine() ? new TensorOptional(next()) : new TensorOptional();
        if (normaliser.kind() == Normaliser.Kind.GROUP) {
            return group_norm(input, normaliser.groups(), factor, summand, normaliser.epsilon(), false);
        }
        TensorOptional none = new TensorOptional();
        return batch_norm(input, factor, summand, none, none, true, UNUSED_MOMENTUM, normaliser.epsilon(), false);
    }

    @Override
    public Tensor activate(Tensor input, Activation activation) {
        return activation == Activation.TANH ? input.tanh() : input.relu();
    }

    @Override
    public Tensor add(Tensor a, Tensor b) {
        return a.add(b);
    }

    @Override
    public Tensor maxPool(Tensor input) {
        return max_pool2d(input, 2, 2);
    }

    @Override
    public Tensor mean(Tensor input) {
        return input.mean(2, 3);
    }

    private static Tensor flat(Tensor input) {
        return input.flatten(1, -1);
    }

    private Tensor next() {
        return parameters.next();
    }
}
