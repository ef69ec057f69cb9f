package org.itocheck.network.dl4j;

import org.itocheck.network.Batch;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A copy of a model with the arrays of its batches: for one thread at a time. */
final class Runner {
    private final Model model;
    private final TrainedParameters trained;
    private final InputArray order;
    private final int classes;
    private final LogitTap tap;
    private final Cells parameters;
    private final Cells gradients;
    private @Nullable BatchArrays arrays;

    /** @param model the runner's own */
    Runner(Model model, TrainedParameters trained, InputArray order, int classes) {
        this.model = model;
        this.trained = trained;
        this.order = order;
        this.classes = classes;
        this.tap = LogitTap.on(model.output());
        this.parameters = Cells.of(model.parameters());
        this.gradients = Cells.of(model.gradients());
    }

    Logits logits(double[] theta, Batch batch) {
        trained.load(theta, parameters);
        try (INDArray logits = model.logits(arrays(batch).images())) {
            return Logits.of(logits);
        }
    }

    /** @return the weighted sum of the losses */
    double gradient(double[] theta, Batch batch, double[] weights, double[] gradient) {
        trained.load(theta, parameters);
        BatchArrays in = arrays(batch);
        tap.weigh(in.weights(weights));
        model.backward(in.images(), in.labels());
        trained.read(gradients, gradient);
        return tap.logits().loss(batch.labels(), weights);
    }

    private BatchArrays arrays(Batch batch) {
        BatchArrays now = arrays;
        if (now == null || now.size() != batch.size()) {
            if (now != null) {
                now.close();
            }
            now = new BatchArrays(model.parameters().dataType(), order, batch.shape(), batch.size(), classes);
            arrays = now;
        }
        now.write(batch);
        return now;
    }
}
