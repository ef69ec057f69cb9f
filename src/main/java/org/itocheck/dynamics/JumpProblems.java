package org.itocheck.dynamics;

import org.itocheck.objective.MiniBatch;
import org.itocheck.objective.catalogue.ConstantGradient;
import org.itocheck.random.NoiseLaw;

/**
 * Problems F: gradients with the law of Poisson(1) at every point, Example F.1 of the paper (THEORY 3.F). {@code F1} takes batches of 1
 * over T = 1.6 = 16 steps of 0.1; {@code F1/B16} takes one batch of 16 with learning rate 1.6 over the same time, so that the linear
 * scaling rule runs through the batch sizes 16, 8, 4, 2, 1 of the paper.
 */
final class JumpProblems {
    private static final int STEPS = 16;
    private static final double ETA = 0.1;
    private static final double[] START = {0.5};

    private JumpProblems() {}

    static void addTo(Problems.Shelf shelf) {
        ConstantGradient one = new ConstantGradient("F1", 1, 1, NoiseLaw.POISSON);
        shelf.put(Problem.of(one, START, ETA, STEPS));
        shelf.put(Problem.of(new MiniBatch(one, STEPS), START, STEPS * ETA, 1).named("F1/B16"));
    }
}
