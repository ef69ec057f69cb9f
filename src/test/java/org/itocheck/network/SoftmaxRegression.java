package org.itocheck.network;

import java.util.Arrays;
import java.util.List;
import org.itocheck.network.architecture.Layout;
import org.itocheck.network.architecture.Parameter;
import org.itocheck.network.data.ImageShape;

/** A network of no library: one matrix, by hand. Its Hessian is sum_b p (e - p)^T v x x^T, as anybody can check. */
public record SoftmaxRegression(ImageShape input, int classes) implements Network {
    @Override
    public String name() {
        return "SoftmaxRegression";
    }

    @Override
    public Layout layout() {
        return Layout.of(List.of(new Parameter("matrix", "matrix", 0, List.of(classes, input.size()), 0, 0.1)), false);
    }

    @Override
    public String description() {
        return "plain Java";
    }

    @Override
    public double value(double[] theta, Batch batch) {
        return gradient(theta, batch, new double[theta.length]);
    }

    @Override
    public double gradient(double[] theta, Batch batch, double[] gradient) {
        double[] weights = new double[batch.size()];
        Arrays.fill(weights, 1.0 / batch.size());
        return weightedGradient(theta, batch, weights, gradient);
    }

    @Override
    public double weightedGradient(double[] theta, Batch batch, double[] weights, double[] gradient) {
        double value = 0;
        Arrays.fill(gradient, 0);
        for (int b = 0; b < batch.size(); b++) {
            double[] p = probabilities(theta, batch, b);
            int label = (int) batch.labels()[b];
            value -= weights[b] * StrictMath.log(p[label]);
            p[label] -= 1;
            addProduct(weights[b], p, batch, b, gradient);
        }
        return value;
    }

    @Override
    public void hessianProduct(double[] theta, Batch batch, double[] v, double[] out) {
        Arrays.fill(out, 0);
        for (int b = 0; b < batch.size(); b++) {
            double[] p = probabilities(theta, batch, b);
            double[] u = product(v, batch, b);
            double mean = 0;
            for (int c = 0; c < classes; c++) {
                mean += p[c] * u[c];
            }
            for (int c = 0; c < classes; c++) {
                p[c] *= u[c] - mean;
            }
            addProduct(1.0 / batch.size(), p, batch, b, out);
        }
    }

    @Override
    public int correct(double[] theta, Batch batch) {
        int correct = 0;
        for (int b = 0; b < batch.size(); b++) {
            double[] p = probabilities(theta, batch, b);
            correct += Arrays.stream(p).max().orElseThrow() == p[(int) batch.labels()[b]] ? 1 : 0;
        }
        return correct;
    }

    private double[] probabilities(double[] theta, Batch batch, int image) {
        double[] p = product(theta, batch, image);
        double sum = 0;
        for (int c = 0; c < classes; c++) {
            p[c] = StrictMath.exp(p[c]);
            sum += p[c];
        }
        for (int c = 0; c < classes; c++) {
            p[c] /= sum;
        }
        return p;
    }

    private double[] product(double[] matrix, Batch batch, int image) {
        int size = input.size();
        double[] result = new double[classes];
        for (int i = 0; i < classes * size; i++) {
            result[i / size] += matrix[i] * batch.pixels()[image * size + i % size];
        }
        return result;
    }

    private void addProduct(double weight, double[] column, Batch batch, int image, double[] to) {
        int size = input.size();
        for (int i = 0; i < to.length; i++) {
            to[i] += weight * column[i / size] * batch.pixels()[image * size + i % size];
        }
    }
}
