package org.itocheck.network.dl4j;

import org.itocheck.network.Batch;
import org.itocheck.network.data.ImageShape;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Images, classes and weights of a batch as arrays of ND4J, written anew for every batch of this size. */
final class BatchArrays implements AutoCloseable {
    private final InputArray order;
    private final int size;
    private final int classes;
    private final INDArray images;
    private final INDArray labels;
    private final INDArray weights;
    private final Cells pixels;
    private final Cells ones;

    @SuppressWarnings("try") // the scope works by being open
    BatchArrays(DataType type, InputArray order, ImageShape shape, int size, int classes) {
        this.order = order;
        this.size = size;
        this.classes = classes;
        try (MemoryWorkspace none = Nd4j.getMemoryManager().scopeOutOfWorkspaces()) {
            this.images = Nd4j.create(type, order.shape(size, shape));
            this.labels = Nd4j.create(type, size, classes);
            this.weights = Nd4j.create(type, size, 1);
        }
        this.pixels = Cells.of(images);
        this.ones = Cells.of(labels);
    }

    int size() {
        return size;
    }

    INDArray images() {
        return images;
    }

    /** A 1 at the class of each image. */
    INDArray labels() {
        return labels;
    }

    /** One column. */
    INDArray weights(double[] values) {
        Cells.of(weights).put(0, values, 0, size);
        return weights;
    }

    void write(Batch batch) {
        ImageShape shape = batch.shape();
        double[] read = new double[shape.size()];
        double[] placed = new double[shape.size()];
        double[] row = new double[classes];
        for (int b = 0; b < size; b++) {
            batch.write(b, read);
            order.place(read, shape, placed);
            pixels.put(b * placed.length, placed, 0, placed.length);
            int label = (int) batch.labels()[b];
            row[label] = 1;
            ones.put(b * classes, row, 0, classes);
            row[label] = 0;
        }
    }

    @Override
    public void close() {
        images.close();
        labels.close();
        weights.close();
    }
}
