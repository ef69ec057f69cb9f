package org.itocheck.network.dl4j;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What the last layer gives for a batch.
 *
 * @param values shape [B][classes]
 * @param classes at least 2
 */
record Logits(double[] values, int classes) {
    /** Copies them. */
    static Logits of(INDArray array) {
        int classes = Math.toIntExact(array.size(1));
        double[] values = new double[Math.toIntExact(array.length())];
        for (int i = 0; i < values.length; i++) {
            values[i] = array.getDouble(i / classes, i % classes);
        }
        return new Logits(values, classes);
    }

    /** The weighted sum of the cross-entropies. */
    double loss(long[] labels, double[] weights) {
        double sum = 0;
        for (int b = 0; b < labels.length; b++) {
            sum += weights[b] * loss(b, (int) labels[b]);
        }
        return sum;
    }

    /** How many images have their largest logit at their class. */
    int correct(long[] labels) {
        int correct = 0;
        for (int b = 0; b < labels.length; b++) {
            correct += largest(b) == labels[b] ? 1 : 0;
        }
        return correct;
    }

    /** The cross-entropy of one image. */
    double loss(int image, int label) {
        double top = values[image * classes + largest(image)];
        double sum = 0;
        for (int c = 0; c < classes; c++) {
            sum += StrictMath.exp(values[image * classes + c] - top);
        }
        return StrictMath.log(sum) + (top - values[image * classes + label]);
    }

    private int largest(int image) {
        int best = 0;
        for (int c = 1; c < classes; c++) {
            best = values[image * classes + c] > values[image * classes + best] ? c : best;
        }
        return best;
    }
}
