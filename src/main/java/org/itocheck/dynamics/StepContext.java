package org.itocheck.dynamics;

import org.itocheck.objective.Evaluator;
import org.itocheck.objective.Objective;
import org.itocheck.random.RandomStream;
import org.jspecify.annotations.Nullable;

/**
 * What one step of a {@link StochasticOptimizer} may use: gradients, randomness and the facts of the run. Valid until the step returns;
 * arrays it hands out are pooled and valid until the step returns, each gradient in an array of its own.
 */
public final class StepContext {
    private final Objective objective;
    private final Evaluator evaluator;
    private final double learningRate;
    private final int level;
    private final double[][] column;
    private final double[][] result;
    private final double[][] pool;
    private @Nullable RandomStream current;
    private int used;
    private long step;

    StepContext(Objective objective, double learningRate, int level) {
        this.objective = objective;
        this.evaluator = objective.evaluator(1);
        this.learningRate = learningRate;
        this.level = level;
        this.column = new double[objective.dimension()][1];
        this.result = new double[objective.dimension()][1];
        this.pool = new double[8][objective.dimension()];
    }

    /** The learning rate of this level: eta / l. */
    public double learningRate() {
        return learningRate;
    }

    /** l. */
    public int level() {
        return level;
    }

    /** d. */
    public int dimension() {
        return objective.dimension();
    }

    /** How many steps this trajectory has made before. */
    public long stepIndex() {
        return step;
    }

    /** The trajectory's own random numbers. */
    public RandomStream random() {
        if (current == null) {
            throw new IllegalStateException(
                    "the context is valid inside step(x, context) only; keep no reference to it");
        }
        return current;
    }

    /** One mini-batch gradient at x, shape [d]; every call draws a fresh mini-batch. */
    public double[] sampleGradient(double[] x) {
        load(x);
        evaluator.sampleGradient(column, random().rows(), result);
        return store();
    }

    /** The full gradient at x, shape [d]. @throws org.itocheck.objective.MissingCapabilityException if the loss does not know it */
    public double[] gradient(double[] x) {
        load(x);
        evaluator.gradient(column, result);
        return store();
    }

    void begin(RandomStream stream, long stepIndex) {
        current = stream;
        used = 0;
        step = stepIndex;
        stream.open();
    }

    void end() {
        random().close();
        current = null;
    }

    private void load(double[] x) {
        if (x.length != column.length) {
            throw new IllegalArgumentException("x has " + x.length + " entries, objective " + objective.name()
                    + " has dimension " + column.length);
        }
        for (int i = 0; i < x.length; i++) {
            column[i][0] = x[i];
        }
    }

    private double[] store() {
        double[] gradient = next();
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] = result[i][0];
        }
        return gradient;
    }

    private double[] next() {
        if (used == pool.length) {
            return new double[column.length];
        }
        return pool[used++];
    }
}
