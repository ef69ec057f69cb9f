package org.itocheck.objective;

import java.util.Optional;
import org.itocheck.random.NoiseRows;

/**
 * The mean of B independent gradients of a loss as one stochastic gradient: S = S_1 / B, Lambda = Lambda_1 / B^2.
 *
 * @param one the loss of one draw
 * @param batchSize B, at least 1
 */
public record MiniBatch(Objective one, int batchSize) implements Divisible {
    /** Checks the batch size. */
    public MiniBatch {
        if (batchSize < 1) {
            throw new IllegalArgumentException("batchSize is " + batchSize + ", expected at least 1");
        }
    }

    @Override
    public String name() {
        return one.name();
    }

    @Override
    public String formula() {
        return one.formula() + "; batches of " + batchSize;
    }

    @Override
    public int dimension() {
        return one.dimension();
    }

    /** {@inheritDoc} Batches of B/m draws, or, where m is a multiple of B, parts of one draw. */
    @Override
    public Objective part(int parts) {
        if (batchSize % parts == 0) {
            return new MiniBatch(one, batchSize / parts);
        }
        if (parts % batchSize == 0) {
            return Divisible.part(one, parts / batchSize);
        }
        throw new IllegalArgumentException("batchSize is " + batchSize + " in " + name() + ", which level " + parts
                + " does not divide; use levels that divide the batch size");
    }

    @Override
    public boolean infinitelyDivisible() {
        return one instanceof Divisible divisible && divisible.infinitelyDivisible();
    }

    @Override
    public Regularity regularity() {
        return one.regularity();
    }

    @Override
    public Optional<GradientMoments> gradientMoments(double[] x) {
        return one.gradientMoments(x).map(moments -> moments.scaled(1.0 / batchSize));
    }

    @Override
    public Evaluator evaluator(int lanes) {
        Evaluator single = one.evaluator(lanes);
        double[][] draw = new double[dimension()][lanes];
        return new Evaluator() {
            @Override
            public void sampleGradient(double[][] x, NoiseRows noise, double[][] gradient) {
                single.sampleGradient(x, noise, gradient);
                for (int b = 1; b < batchSize; b++) {
                    single.sampleGradient(x, noise, draw);
                    for (int i = 0; i < draw.length; i++) {
                        add(draw[i], gradient[i]);
                    }
                }
                scale(1.0 / batchSize, gradient);
            }

            @Override
            public void gradient(double[][] x, double[][] gradient) {
                single.gradient(x, gradient);
            }

            @Override
            public void sampleDiffusion(double[][] x, NoiseRows noise, double[][] out) {
                single.sampleDiffusion(x, noise, out);
                scale(1 / Math.sqrt(batchSize), out);
            }

            @Override
            public void value(double[][] x, double[] out) {
                single.value(x, out);
            }

            private void add(double[] row, double[] out) {
                for (int j = 0; j < lanes; j++) {
                    out[j] += row[j];
                }
            }

            private void scale(double factor, double[][] rows) {
                for (double[] row : rows) {
                    RowSums.scale(factor, row, lanes);
                }
            }
        };
    }
}
