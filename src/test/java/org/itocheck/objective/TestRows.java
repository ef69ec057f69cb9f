package org.itocheck.objective;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Rows with a generator of its own for each lane, so that a lane's numbers do not depend on the number of lanes. */
public final class TestRows extends ScriptedRows {
    private final RandomGenerator[] generators;

    public TestRows(long seed, int lanes) {
        super(lanes);
        generators = new RandomGenerator[lanes];
        for (int j = 0; j < lanes; j++) {
            generators[j] = RandomGeneratorFactory.of("L64X128MixRandom").create(seed * 1_000_003 + j);
        }
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
}
