package org.itocheck.network.torch;

import static org.bytedeco.pytorch.global.torch.cross_entropy_loss;
import static org.bytedeco.pytorch.global.torch.grad;
import static org.itocheck.network.NetworkArguments.require;
import static org.itocheck.network.NetworkArguments.requireLength;
import static org.itocheck.network.NetworkArguments.requireLosses;
import static org.itocheck.network.NetworkArguments.requireWeights;

import java.util.Locale;
import org.bytedeco.pytorch.BoolOptional;
import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorVector;
import org.itocheck.network.Batch;
import org.itocheck.network.Network;
import org.itocheck.network.architecture.Architecture;
import org.itocheck.network.architecture.Layout;
import org.itocheck.network.data.ImageShape;

/**
 * A network run by libtorch, with all parameters as views of one vector, so that the gradient comes back as one. On the CPU and one thread equal
 * calls give equal bits. Native memory is freed before a method returns.
 */
public final class TorchNetwork implements Network {
    private static final int EACH = 0;
    private static final int MEAN = 1;
    private static final int IGNORE_NONE = -100;

    private final Architecture architecture;
    private final Layout layout;
    private final Tensors tensors;

    /**
     * A network.
     *
     * @param architecture its layers
     * @param precision of all numbers within
     * @param device where it computes
     * @throws IllegalStateException if libtorch cannot be loaded or sees no such device; the message has the remedy
     */
    public TorchNetwork(Architecture architecture, Precision precision, TorchDevice device) {
        Torch.require(device);
        this.architecture = architecture;
        this.layout = Layout.of(architecture);
        this.tensors = new Tensors(precision, device);
    }

    /** What is run. */
    public Architecture architecture() {
        return architecture;
    }

    @Override
    public String name() {
        return architecture.name();
    }

    @Override
    public ImageShape input() {
        return architecture.input();
    }

    @Override
    public int classes() {
        return architecture.classes();
    }

    @Override
    public Layout layout() {
        return layout;
    }

    @Override
    public String description() {
        return "libtorch, " + tensors.precision().name().toLowerCase(Locale.ROOT) + ", " + tensors.device();
    }

    @Override
    public double value(double[] theta, Batch batch) {
        require(this, theta, batch);
        return Torch.scoped(() -> mean(tensors.of(theta, theta.length), batch).item_double());
    }

    @Override
    public double gradient(double[] theta, Batch batch, double[] gradient) {
        require(this, theta, batch);
        requireLength(this, "gradient", gradient);
        return Torch.scoped(() -> {
            Tensor x = tensors.variable(theta);
            return backward(mean(x, batch), x, gradient);
        });
    }

    @Override
    public double weightedGradient(double[] theta, Batch batch, double[] weights, double[] gradient) {
        require(this, theta, batch);
        requireLength(this, "gradient", gradient);
        requireWeights(batch, weights);
        return Torch.scoped(() -> {
            Tensor x = tensors.variable(theta);
            return backward(loss(x, batch, EACH).dot(tensors.of(weights, weights.length)), x, gradient);
        });
    }

    @Override
    public void hessianProduct(double[] theta, Batch batch, double[] v, double[] out) {
        require(this, theta, batch);
        requireLength(this, "v", v);
        requireLength(this, "out", out);
        Torch.scoped(() -> {
            Tensor x = tensors.variable(theta);
            TensorVector one = new TensorVector(x);
            Tensor first = grad(
                            new TensorVector(mean(x, batch)),
                            one,
                            new TensorVector(),
                            new BoolOptional(true),
                            true,
                            false)
                    .get(0);
            return backward(first.dot(tensors.of(v, v.length)), x, out);
        });
    }

    @Override
    public void losses(double[] theta, Batch batch, double[] losses) {
        require(this, theta, batch);
        requireLosses(batch, losses);
        Torch.scoped(() -> {
            tensors.read(loss(tensors.of(theta, theta.length), batch, EACH), losses);
            return losses;
        });
    }

    @Override
    public int correct(double[] theta, Batch batch) {
        require(this, theta, batch);
        return Torch.scoped(() -> {
            Tensor chosen = logits(tensors.of(theta, theta.length), batch).argmax(new LongOptional(1), false);
            return (int) Math.round(chosen.eq(tensors.of(batch.labels())).sum().item_double());
        });
    }

    private double backward(Tensor loss, Tensor x, double[] gradient) {
        tensors.read(grad(new TensorVector(loss), new TensorVector(x)).get(0), gradient);
        return loss.item_double();
    }

    private Tensor mean(Tensor theta, Batch batch) {
        return loss(theta, batch, MEAN);
    }

    private Tensor loss(Tensor theta, Batch batch, int reduction) {
        Tensor labels = tensors.of(batch.labels());
        return cross_entropy_loss(logits(theta, batch), labels, new TensorOptional(), reduction, IGNORE_NONE, 0);
    }

    private Tensor logits(Tensor theta, Batch batch) {
        return architecture.logits(new TorchLayers(tensors, theta, layout), tensors.images(batch));
    }
}
