package org.itocheck.math;

/** Placeholder surface until the real one is merged. */
public final class RowMath {
    private final int lanes;

    public RowMath(int lanes) {
        this.lanes = lanes;
    }

    public void exp(double[] x, double[] out) {
        for (int j = 0; j < lanes; j++) out[j] = StrictMath.exp(x[j]);
    }

    public void log(double[] x, double[] out) {
        for (int j = 0; j < lanes; j++) out[j] = StrictMath.log(x[j]);
    }

    public void sin(double[] x, double[] out) {
        for (int j = 0; j < lanes; j++) out[j] = StrictMath.sin(x[j]);
    }

    public void cos(double[] x, double[] out) {
        for (int j = 0; j < lanes; j++) out[j] = StrictMath.cos(x[j]);
    }

    public void tanh(double[] x, double[] out) {
        for (int j = 0; j < lanes; j++) out[j] = StrictMath.tanh(x[j]);
    }

    public void logistic(double[] x, double[] out) {
        for (int j = 0; j < lanes; j++) out[j] = 1 / (1 + StrictMath.exp(-x[j]));
    }

    public void logCosh(double[] x, double[] out) {
        for (int j = 0; j < lanes; j++) out[j] = StrictMath.log(StrictMath.cosh(x[j]));
    }

    public void softplus(double[] x, double[] out) {
        for (int j = 0; j < lanes; j++) out[j] = StrictMath.log1p(StrictMath.exp(x[j]));
    }
}
