package org.itocheck.objective;

import org.itocheck.random.NoiseRows;
import org.itocheck.random.RandomStream;

/** Rows that give nothing but what a test overrides. */
public abstract class ScriptedRows implements NoiseRows {
    private final int lanes;

    protected ScriptedRows(int lanes) {
        this.lanes = lanes;
    }

    /** Gaussian rows that are unit vectors: in the r-th row only lane r has a 1. Lane j then sees the j-th unit vector. */
    public static ScriptedRows unitVectors(int lanes) {
        return new ScriptedRows(lanes) {
            private int r;

            @Override
            public void gaussian(double[] row) {
                java.util.Arrays.fill(row, 0);
                row[r++] = 1;
            }
        };
    }

    @Override
    public int lanes() {
        return lanes;
    }

    @Override
    public void gaussian(double[] row) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void index(int bound, int[] row) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void rademacher(double[] row) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void skewTwoPoint(double[] row) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void uniform(double[] row) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void poisson(double[] row) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void exponential(double[] row) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void threePoint(double[] row) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void studentT(int degrees, double[] row) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void stable(double[] row) {
        throw new UnsupportedOperationException();
    }

    @Override
    public RandomStream lane(int lane) {
        throw new UnsupportedOperationException();
    }
}
