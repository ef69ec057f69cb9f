package org.itocheck.objective;

import java.util.Arrays;
import org.itocheck.random.NoiseRows;

/** F(x / |x|) over rows, from an evaluator of F at the direction u = x / |x|: gradients and noise are projected and divided by |x|. */
final class NormalisedEvaluator implements Evaluator {
    private final Evaluator inner;
    private final int lanes;
    private final double[][] direction;
    private final double[] norm;
    private final double[] along;

    NormalisedEvaluator(Evaluator inner, int dimension, int lanes) {
        this.inner = inner;
        this.lanes = lanes;
        this.direction = new double[dimension][lanes];
        this.norm = new double[lanes];
        this.along = new double[lanes];
    }

    @Override
    public void sampleGradient(double[][] x, NoiseRows noise, double[][] gradient) {
        normalise(x);
        inner.sampleGradient(direction, noise, gradient);
        project(gradient);
    }

    @Override
    public void gradient(double[][] x, double[][] gradient) {
        normalise(x);
        inner.gradient(direction, gradient);
        project(gradient);
    }

    @Override
    public void sampleDiffusion(double[][] x, NoiseRows noise, double[][] out) {
        normalise(x);
        inner.sampleDiffusion(direction, noise, out);
        project(out);
    }

    @Override
    public void gradientAndDiffusion(double[][] x, NoiseRows noise, double[][] gradient, double[][] diffusion) {
        normalise(x);
        inner.gradientAndDiffusion(direction, noise, gradient, diffusion);
        project(gradient);
        project(diffusion);
    }

    @Override
    public void value(double[][] x, double[] out) {
        normalise(x);
        inner.value(direction, out);
    }

    private void normalise(double[][] x) {
        Arrays.fill(norm, 0);
        for (double[] row : x) {
            RowSums.addProduct(row, row, norm, lanes);
        }
        root(norm, lanes);
        for (int i = 0; i < x.length; i++) {
            divide(x[i], norm, direction[i], lanes);
        }
    }

    /** v becomes (v - (v.u) u) / |x|. */
    private void project(double[][] v) {
        Arrays.fill(along, 0);
        for (int i = 0; i < v.length; i++) {
            RowSums.addProduct(v[i], direction[i], along, lanes);
        }
        for (int i = 0; i < v.length; i++) {
            tangent(direction[i], along, norm, v[i], lanes);
        }
    }

    private static void root(double[] row, int lanes) {
        for (int j = 0; j < lanes; j++) {
            row[j] = Math.sqrt(row[j]);
        }
    }

    private static void divide(double[] row, double[] by, double[] out, int lanes) {
        for (int j = 0; j < lanes; j++) {
            out[j] = row[j] / by[j];
        }
    }

    private static void tangent(double[] u, double[] along, double[] norm, double[] v, int lanes) {
        for (int j = 0; j < lanes; j++) {
            v[j] = (v[j] - along[j] * u[j]) / norm[j];
        }
    }
}
