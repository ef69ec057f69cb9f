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
    private final double[] slope;
    private final double[] dot;
    private final double[][] tangent;
    private final double[][] innerGradient;

    NormalisedEvaluator(Evaluator inner, int dimension, int lanes) {
        this.inner = inner;
        this.lanes = lanes;
        this.direction = new double[dimension][lanes];
        this.norm = new double[lanes];
        this.along = new double[lanes];
        this.slope = new double[lanes];
        this.dot = new double[lanes];
        this.tangent = new double[dimension][lanes];
        this.innerGradient = new double[dimension][lanes];
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

    /** With g and H of F at u: (P H P v - (g.Pv) u - (g.u) P v - (u.v) P g) / |x|^2. */
    @Override
    public void hessianProduct(double[][] x, double[][] v, double[][] out) {
        normalise(x);
        inner.gradient(direction, innerGradient);
        dot(innerGradient, direction, slope);
        dot(v, direction, dot);
        for (int i = 0; i < v.length; i++) {
            remove(v[i], dot, direction[i], tangent[i], lanes);
        }
        inner.hessianProduct(direction, tangent, out);
        for (int i = 0; i < v.length; i++) {
            bend(slope, dot, tangent[i], innerGradient[i], out[i], lanes);
        }
        dot(innerGradient, tangent, slope);
        dot(out, direction, along);
        for (int i = 0; i < v.length; i++) {
            settle(along, slope, direction[i], norm, out[i], lanes);
        }
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

    private void dot(double[][] a, double[][] b, double[] out) {
        Arrays.fill(out, 0);
        for (int i = 0; i < a.length; i++) {
            RowSums.addProduct(a[i], b[i], out, lanes);
        }
    }

    /** v becomes (v - (v.u) u) / |x|. */
    private void project(double[][] v) {
        dot(v, direction, along);
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

    private static void remove(double[] v, double[] along, double[] u, double[] out, int lanes) {
        for (int j = 0; j < lanes; j++) {
            out[j] = v[j] - along[j] * u[j];
        }
    }

    /** H P v - (g.u) P v - (u.v) g, whose part along u is removed later. */
    private static void bend(double[] slope, double[] dot, double[] tangent, double[] g, double[] out, int lanes) {
        for (int j = 0; j < lanes; j++) {
            out[j] -= slope[j] * tangent[j] + dot[j] * g[j];
        }
    }

    private static void settle(double[] along, double[] slope, double[] u, double[] norm, double[] out, int lanes) {
        for (int j = 0; j < lanes; j++) {
            out[j] = (out[j] - (along[j] + slope[j]) * u[j]) / (norm[j] * norm[j]);
        }
    }
}
