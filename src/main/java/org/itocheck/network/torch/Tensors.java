package org.itocheck.network.torch;

import static org.bytedeco.pytorch.global.torch.from_blob;

import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch.ScalarType;

/**
 * Arrays as tensors and back. Within {@link Torch#scoped} alone: the tensors look at native memory that the scope frees.
 *
 * @param precision of the tensors
 * @param device where they are
 */
record Tensors(Precision precision, TorchDevice device) {
    Tensor of(double[] values, long... shape) {
        Tensor blob = from_blob(new DoublePointer(values), shape, new TensorOptions(ScalarType.Double));
        return blob.to(new Device(device.torchName()), type());
    }

    /** The same as a variable of differentiation. */
    Tensor variable(double[] values) {
        return of(values, values.length).detach().set_requires_grad(true);
    }

    Tensor of(long[] values) {
        Tensor blob =
                from_blob(new LongPointer(values), new long[] {values.length}, new TensorOptions(ScalarType.Long));
        return blob.to(new Device(device.torchName()), ScalarType.Long);
    }

    static void read(Tensor tensor, double[] out) {
        Tensor here = tensor.detach().to(new Device("cpu"), ScalarType.Double).contiguous();
        new DoublePointer(here.data_ptr()).get(out);
    }

    private ScalarType type() {
        return precision == Precision.DOUBLE ? ScalarType.Double : ScalarType.Float;
    }
}
