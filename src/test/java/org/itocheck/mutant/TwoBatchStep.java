package org.itocheck.mutant;

import org.itocheck.dynamics.Stepper;
import org.itocheck.objective.Evaluator;
import org.itocheck.objective.Objective;
import org.itocheck.random.NoiseRows;

/**
 * x - step (a g1 + b g2) - (1 - decay) x: SVAG written a second time, with its numbers and the draw of its two gradients open to
 * mistakes. With the right numbers it is right, see {@link MutantTest}.
 */
class TwoBatchStep implements Stepper {
    final Evaluator evaluator;
    private final double[][] first;
    private final double[][] second;
    private final double step;
    private final double a;
    private final double b;
    private final double decay;

    TwoBatchStep(Objective objective, int lanes, double step, double a, double b, double decay) {
        this.evaluator = objective.evaluator(lanes);
        this.first = new double[objective.dimension()][lanes];
        this.second = new double[objective.dimension()][lanes];
        this.step = step;
        this.a = a;
        this.b = b;
        this.decay = decay;
    }

    /** Two independent mini-batches at the same point. */
    void draw(double[][] x, NoiseRows noise, double[][] g1, double[][] g2) {
        evaluator.sampleGradient(x, noise, g1);
        evaluator.sampleGradient(x, noise, g2);
    }

    @Override
    public void step(double[][] x, NoiseRows noise) {
        draw(x, noise, first, second);
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < x[i].length; j++) {
                x[i][j] = decay * x[i][j] - step * (a * first[i][j] + b * second[i][j]);
            }
        }
    }
}
