package org.itocheck.objective;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.itocheck.random.NoiseRows;
import org.itocheck.random.RandomStream;

/** Rows with a generator of its own for each lane, so that a lane's numbers do not depend on the number of lanes. */
public final class TestRows implements NoiseRows {
    private final RandomGenerator[] generators;

    public TestRows(long seed, int lanes) {
        generators = new RandomGenerator[lanes];
        for (int j = 0; j < lanes; j++) {
            generators[j] = RandomGeneratorFactory.of("L64X128MixRandom").create(seed * 1_000_003 + j);
        }
    }

    @Override
    public int lanes() {
        return generators.length;
    }

    @Override
    public void gaussian(double[] row) {
        for (int j = 0; j < generators.length; j++) {
            row[j] = generators[j].nextGaussian();
        }
    }

    @Override
    public void index(int bound, int[] row) {
        for (int j = 0; j < generators.length; j++) {
            row[j] = generators[j].nextInt(bound);
        }
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
    public RandomStream lane(int lane) {
        throw new UnsupportedOperationException();
    }
}
