package org.itocheck.claim.equilibrium;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.itocheck.dynamics.Dynamics;
import org.itocheck.dynamics.Family;
import org.itocheck.dynamics.Stepper;
import org.itocheck.objective.Evaluator;
import org.itocheck.objective.Objective;
import org.itocheck.random.NoiseRows;

/**
 * SVAG with weight decay and a mistake (THEORY 4.5): with r = eta/l,
 * {@code x <- (1 - factor r lambda) x - r [(1 + c)/2 g1 + (1 - c)/2 g2]}, where c^2 should be 2l - 1 and the factor 1.
 *
 * @param name label and mistake
 * @param learningRate eta
 * @param weightDecay lambda
 * @param amplitude c for a level
 * @param decayFactor the factor for a level
 */
record EquilibriumMutants(
        String name,
        double learningRate,
        double weightDecay,
        IntToDoubleFunction amplitude,
        IntToDoubleFunction decayFactor)
        implements Family {
    static final EquilibriumMutants Q1 = new EquilibriumMutants("Q1", 1, 0.05, l -> Math.sqrt(2.0 * l - 1), l -> l);
    static final EquilibriumMutants Q2 = new EquilibriumMutants("Q2", 1, 0.05, l -> 1, l -> 1);
    static final EquilibriumMutants Q3 = new EquilibriumMutants("Q3", 1, 0.05, l -> Math.sqrt(2.0 * l), l -> 1);
    static final EquilibriumMutants Q4 = new EquilibriumMutants("Q4", 1, 0.05, l -> Math.sqrt(2.0 * l - 1), l -> 2);

    static List<EquilibriumMutants> all() {
        return List.of(Q1, Q2, Q3, Q4);
    }

    /** The name in the golden numbers. */
    String goldenName() {
        return switch (name) {
            case "Q1" -> "Q1 decay with eta not eta/l";
            case "Q2" -> "Q2 no variance amplification";
            case "Q3" -> "Q3 c=sqrt(2l)";
            default -> "Q4 decay lr x2";
        };
    }

    @Override
    public Dynamics at(int level, Objective objective) {
        return new Step(this, level, objective);
    }

    private record Step(EquilibriumMutants mutant, int level, Objective objective) implements Dynamics {
        @Override
        public String name() {
            return mutant.name + "(" + level + ")";
        }

        @Override
        public double stepDuration() {
            return mutant.learningRate / level;
        }

        @Override
        public Stepper stepper(int lanes) {
            return new MutantStepper(this, lanes);
        }
    }

    private static final class MutantStepper implements Stepper {
        private final Evaluator evaluator;
        private final double[][] first;
        private final double[][] second;
        private final int lanes;
        private final double decay;
        private final double a;
        private final double b;

        MutantStepper(Step step, int lanes) {
            double r = step.stepDuration();
            double c = step.mutant.amplitude.applyAsDouble(step.level);
            this.evaluator = step.objective.evaluator(lanes);
            this.first = new double[step.objective.dimension()][lanes];
            this.second = new double[step.objective.dimension()][lanes];
            this.lanes = lanes;
            this.decay = 1 - step.mutant.decayFactor.applyAsDouble(step.level) * r * step.mutant.weightDecay;
            this.a = r * (1 + c) / 2;
            this.b = r * (1 - c) / 2;
        }

        @Override
        public void step(double[][] x, NoiseRows noise) {
            evaluator.sampleGradient(x, noise, first);
            evaluator.sampleGradient(x, noise, second);
            for (int i = 0; i < x.length; i++) {
                for (int j = 0; j < lanes; j++) {
                    x[i][j] = decay * x[i][j] - a * first[i][j] - b * second[i][j];
                }
            }
        }
    }
}
