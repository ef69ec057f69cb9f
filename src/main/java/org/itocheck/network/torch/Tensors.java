package org.itocheck.network.torch;

import static org.bytedeco.pytorch.global.torch.empty;
import static org.bytedeco.pytorch.global.torch.from_blob;

import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.MemoryFormatOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.itocheck.network.Batch;
import org.itocheck.network.data.ImageShape;

/**
 * Arrays as tensors and back. Within {@link Torch#scoped} alone: the tensors look at native memory that the scope frees.
 *
 * @param precision of the tensors
 * @param device where they are
 */
record Tensors(Precision precision, TorchDevice device) {
    Tensor of(double[] values, long... shape) {
        Tensor blob = from_blob(new DoublePointer(values), shape, new TensorOptions(ScalarType.Double));
        return placed(precision == Precision.DOUBLE ? blob : blob.to(ScalarType.Float));
    }

    /** The images of a batch, written image by image in the precision of the tensors. */
    Tensor images(Batch batch) {
        ImageShape shape = batch.shape();
        boolean exact = precision == Precision.DOUBLE;
        Tensor images = empty(
                new long[] {batch.size(), shape.channels(), shape.height(), shape.width()},
                new TensorOptions(exact ? ScalarType.Double : ScalarType.Float),
                new MemoryFormatOptional());
        if (exact) {
            DoublePointer to = new DoublePointer(images.data_ptr());
            double[] one = new double[shape.size()];
            for (int b = 0; b < batch.size(); b++) {
                batch.write(b, one);
                to.position((long) b * one.length).put(one);
            }
        } else {
            FloatPointer to = new FloatPointer(images.data_ptr());
            float[] one = new float[shape.size()];
            for (int b = 0; b < batch.size(); b++) {
                batch.write(b, one);
                to.position((long) b * one.length).put(one);
            }
        }
        return placed(images);
    }

    /** The same as a variable of differentiation. */
    Tensor variable(double[] values) {
        return of(values, values.length).set_requires_grad(true);
    }

    Tensor of(long[] values) {
        return placed(
                from_blob(new LongPointer(values), new long[] {values.length}, new TensorOptions(ScalarType.Long)));
    }

    void read(Tensor tensor, double[] out) {
        Tensor here = device == TorchDevice.CPU ? tensor : tensor.to(new Device("cpu"), ScalarType.Double);
        new DoublePointer(here.to(ScalarType.Double).contiguous().data_ptr()).get(out);
    }

    private Tensor placed(Tensor here) {
        return device == TorchDevice.CPU ? here : here.to(new Device(device.torchName()), here.scalar_type());
    }
}
