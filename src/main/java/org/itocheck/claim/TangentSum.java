package org.itocheck.claim;

import org.itocheck.objective.FiniteSum;
import org.itocheck.objective.Objective;

/**
 * A finite sum at one point, seen along directions: its samples are linear, with the gradients that the samples have there. One step on it
 * is a step on the sum itself, seen along the directions, so that what is known of steps on finite sums of few dimensions holds for it.
 *
 * @param sum the sum
 * @param gradients those of the samples along the directions, shape [n][p]
 */
record TangentSum(FiniteSum sum, double[][] gradients) implements FiniteSum {
    /**
     * @param x the point, shape [d]
     * @throws UnsupportedOperationException if the loss is no finite sum
     */
    static TangentSum at(double[] x, Objective objective, Directions directions) {
        if (!(objective instanceof FiniteSum sum)) {
            throw new UnsupportedOperationException(
                    objective.name() + " is no finite sum, of which each sample says what"
                            + " is right along a direction; leave the directions out");
        }
        double[][] gradients = new double[sum.samples()][];
        double[] gradient = new double[x.length];
        for (int i = 0; i < gradients.length; i++) {
            sum.sampleGradient(i, x, gradient);
            gradients[i] = directions.along(gradient);
        }
        return new TangentSum(sum, gradients);
    }

    @Override
    public String name() {
        return sum.name();
    }

    @Override
    public int dimension() {
        return gradients[0].length;
    }

    @Override
    public int samples() {
        return gradients.length;
    }

    @Override
    public int batchSize() {
        return sum.batchSize();
    }

    @Override
    public double sampleValue(int i, double[] y) {
        double value = 0;
        for (int k = 0; k < y.length; k++) {
            value += gradients[i][k] * y[k];
        }
        return value;
    }

    @Override
    public void sampleGradient(int i, double[] y, double[] gradient) {
        System.arraycopy(gradients[i], 0, gradient, 0, gradient.length);
    }
}
