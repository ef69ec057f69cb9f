package org.itocheck.objective;

/**
 * A finite sum with another batch size.
 *
 * @param whole the sum
 * @param batchSize B, at least 1
 */
record Rebatched(FiniteSum whole, int batchSize) implements FiniteSum {
    Rebatched {
        if (batchSize < 1) {
            throw new IllegalArgumentException("batchSize is " + batchSize + ", expected at least 1");
        }
    }

    @Override
    public String name() {
        return whole.name();
    }

    @Override
    public int dimension() {
        return whole.dimension();
    }

    @Override
    public int samples() {
        return whole.samples();
    }

    @Override
    public double sampleValue(int i, double[] x) {
        return whole.sampleValue(i, x);
    }

    @Override
    public void sampleGradient(int i, double[] x, double[] gradient) {
        whole.sampleGradient(i, x, gradient);
    }
}
