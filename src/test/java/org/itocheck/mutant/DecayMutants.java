package org.itocheck.mutant;

import org.itocheck.dynamics.Family;
import org.itocheck.dynamics.Problem;
import org.itocheck.dynamics.Problems;
import org.itocheck.dynamics.optimizer.Svag;

/** Wrong weight decay (THEORY 4.4). */
final class DecayMutants {
    static final Problem PROBLEM = Problems.named("C3");
    private static final double ETA = PROBLEM.learningRate();
    private static final double LAMBDA = PROBLEM.weightDecay();

    private DecayMutants() {}

    /** The decay of a whole SGD step in every step of SVAG. */
    static Family w1() {
        return decay("W1", 1 - ETA * LAMBDA);
    }

    static Family w4() {
        return decay("W4", 1);
    }

    private static Family decay(String name, double decay) {
        return new StepFamily(
                name,
                ETA,
                (objective, l, lanes) ->
                        new TwoBatchStep(objective, lanes, ETA / l, Svag.first(l), Svag.second(l), decay));
    }
}
