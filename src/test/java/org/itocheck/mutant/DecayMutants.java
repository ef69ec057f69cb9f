package org.itocheck.mutant;

import java.util.function.IntToDoubleFunction;
import org.itocheck.dynamics.Family;
import org.itocheck.dynamics.Problem;
import org.itocheck.dynamics.Problems;
import org.itocheck.dynamics.optimizer.Svag;
import org.itocheck.random.NoiseRows;

/** Wrong weight decay (THEORY 4.4). */
final class DecayMutants {
    static final Problem PROBLEM = Problems.named("C3");
    private static final double ETA = PROBLEM.learningRate();
    private static final double LAMBDA = PROBLEM.weightDecay();

    private DecayMutants() {}

    /** The decay of a whole SGD step in every step of SVAG. */
    static Family w1() {
        return decay("W1", l -> 1 - ETA * LAMBDA);
    }

    /** The decay beside the first gradient, amplified with it. */
    static Family w2() {
        return decay("W2", l -> 1 - ETA / l * LAMBDA * Svag.first(l));
    }

    /** The decay beside both gradients, with the size of their coefficients. */
    static Family w3() {
        return decay("W3", l -> 1 - ETA / l * LAMBDA * (Math.abs(Svag.first(l)) + Math.abs(Svag.second(l))));
    }

    static Family w4() {
        return decay("W4", l -> 1);
    }

    /** The gradient of lambda |x|^2, which is twice that of the decay. */
    static Family w5() {
        return decay("W5", l -> 1 - 2 * ETA / l * LAMBDA);
    }

    /** The decay before the gradients are taken. */
    static Family w6() {
        return new StepFamily("W6", ETA, (objective, l, lanes) -> {
            double decay = 1 - ETA / l * LAMBDA;
            return new TwoBatchStep(objective, lanes, ETA / l, Svag.first(l), Svag.second(l), 1) {
                @Override
                public void step(double[][] x, NoiseRows noise) {
                    for (double[] row : x) {
                        for (int j = 0; j < lanes; j++) {
                            row[j] *= decay;
                        }
                    }
                    super.step(x, noise);
                }
            };
        });
    }

    private static Family decay(String name, IntToDoubleFunction decay) {
        return new StepFamily(
                name,
                ETA,
                (objective, l, lanes) -> new TwoBatchStep(
                        objective, lanes, ETA / l, Svag.first(l), Svag.second(l), decay.applyAsDouble(l)));
    }
}
