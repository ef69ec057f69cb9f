package org.itocheck.objective.catalogue;

import org.itocheck.objective.Evaluator;
import org.itocheck.random.NoiseRows;

/** A loss plus the parabola {@code curvature |x|^2 / 2}, which every sample has in common: no noise of its own. */
final class RidgeEvaluator implements Evaluator {
    private final Evaluator loss;
    private final double curvature;
    private final int lanes;

    RidgeEvaluator(Evaluator loss, double curvature, int lanes) {
        this.loss = loss;
        this.curvature = curvature;
        this.lanes = lanes;
    }

    @Override
    public void sampleGradient(double[][] x, NoiseRows noise, double[][] gradient) {
        loss.sampleGradient(x, noise, gradient);
        addSlope(x, gradient);
    }

    @Override
    public void gradient(double[][] x, double[][] gradient) {
        loss.gradient(x, gradient);
        addSlope(x, gradient);
    }

    @Override
    public void sampleDiffusion(double[][] x, NoiseRows noise, double[][] out) {
        loss.sampleDiffusion(x, noise, out);
    }

    @Override
    public void gradientAndDiffusion(double[][] x, NoiseRows noise, double[][] gradient, double[][] diffusion) {
        loss.gradientAndDiffusion(x, noise, gradient, diffusion);
        addSlope(x, gradient);
    }

    @Override
    public void hessianProduct(double[][] x, double[][] v, double[][] out) {
        loss.hessianProduct(x, v, out);
        addSlope(v, out);
    }

    @Override
    public void value(double[][] x, double[] out) {
        loss.value(x, out);
        for (double[] row : x) {
            addParabola(row, out);
        }
    }

    private void addSlope(double[][] x, double[][] gradient) {
        for (int i = 0; i < x.length; i++) {
            add(x[i], gradient[i]);
        }
    }

    private void add(double[] row, double[] out) {
        for (int j = 0; j < lanes; j++) {
            out[j] = Math.fma(curvature, row[j], out[j]);
        }
    }

    private void addParabola(double[] row, double[] out) {
        for (int j = 0; j < lanes; j++) {
            out[j] = Math.fma(curvature / 2 * row[j], row[j], out[j]);
        }
    }
}
