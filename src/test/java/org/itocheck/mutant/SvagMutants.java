package org.itocheck.mutant;

import java.util.function.BiFunction;
import java.util.function.IntToDoubleFunction;
import org.itocheck.dynamics.Dynamics;
import org.itocheck.dynamics.Family;
import org.itocheck.dynamics.Problem;
import org.itocheck.dynamics.Problems;
import org.itocheck.dynamics.Stepper;
import org.itocheck.dynamics.optimizer.Sgd;
import org.itocheck.dynamics.optimizer.Svag;
import org.itocheck.objective.Evaluator;
import org.itocheck.objective.LeastSquares;
import org.itocheck.objective.Objective;
import org.itocheck.random.NoiseRows;

/** Wrong SVAGs for least squares: coefficients, step sizes, batches, numbers of steps (THEORY 4.1). */
final class SvagMutants {
    static final Problem PROBLEM = Problems.named("C2");
    private static final double ETA = PROBLEM.learningRate();

    private SvagMutants() {}

    /** The right one: a, b = (1 +- c) / 2 with c = sqrt(2l - 1). */
    static Family rewritten() {
        return coefficients("SVAG written again", l -> Math.sqrt(2.0 * l - 1));
    }

    static Family m01() {
        return coefficients("M01", l -> Math.sqrt(2.0 * l));
    }

    static Family m02() {
        return coefficients("M02", Math::sqrt);
    }

    static Family m03() {
        return coefficients("M03", l -> 2.0 * l - 1);
    }

    static Family m04() {
        return coefficients("M04", l -> Math.sqrt(2.0 * l + 1));
    }

    static Family m05() {
        return new StepFamily(
                "M05",
                ETA,
                (objective, l, lanes) -> new TwoBatchStep(objective, lanes, ETA / l, Svag.first(l), Svag.second(l), 1) {
                    @Override
                    void draw(double[][] x, NoiseRows noise, double[][] g1, double[][] g2) {
                        evaluator.sampleGradient(x, noise, g1);
                        for (int i = 0; i < g1.length; i++) {
                            System.arraycopy(g1[i], 0, g2[i], 0, g1[i].length);
                        }
                    }
                });
    }

    static Family m06() {
        return steps("M06", l -> ETA);
    }

    static Family m07() {
        return steps("M07", l -> ETA / Math.sqrt(l));
    }

    /** SVAG(l) for K steps, not l K. */
    static Family m08() {
        return oneStepACheckpoint("M08", (objective, level) -> new Svag(objective, level, ETA, 0));
    }

    static Family m09() {
        return new StepFamily(
                "M09",
                ETA,
                (objective, l, lanes) -> new TwoBatchStep(objective, lanes, ETA / l, Svag.second(l), Svag.first(l), 1));
    }

    static Family m10() {
        return new StepFamily(
                "M10",
                ETA,
                (objective, l, lanes) ->
                        new TwoBatchStep(objective, lanes, ETA / l, Svag.first(l), -Svag.second(l), 1));
    }

    static Family m11() {
        return new StepFamily("M11", ETA, (objective, l, lanes) -> {
            double c = Math.sqrt(2.0 * l - 1);
            return new TwoBatchStep(objective, lanes, ETA / l, (1 + c) / 2, (1 + c) / 2, 1);
        });
    }

    static Family m12() {
        return onBatches("M12", Batches::withoutReplacement);
    }

    static Family m14() {
        return onBatches("M14", Batches::sum);
    }

    static Family m15() {
        return onBatches("M15", sum -> sum.withBatchSize(1));
    }

    static Family m16() {
        return new StepFamily(
                "M16",
                ETA,
                (objective, l, lanes) -> new TwoBatchStep(objective, lanes, ETA / l, Svag.first(l), Svag.second(l), 1) {
                    @Override
                    void draw(double[][] x, NoiseRows noise, double[][] g1, double[][] g2) {
                        evaluator.sampleGradient(x, noise, g1);
                        evaluator.gradient(x, g2);
                    }
                });
    }

    /** Two half-steps: the second gradient where the first has led. */
    static Family m18() {
        return new StepFamily("M18", ETA, (objective, l, lanes) -> {
            Evaluator evaluator = objective.evaluator(lanes);
            double[][] gradient = new double[objective.dimension()][lanes];
            double[] steps = {ETA / l * Svag.first(l), ETA / l * Svag.second(l)};
            Stepper stepper = (x, noise) -> {
                for (double step : steps) {
                    evaluator.sampleGradient(x, noise, gradient);
                    for (int i = 0; i < x.length; i++) {
                        for (int j = 0; j < lanes; j++) {
                            x[i][j] -= step * gradient[i][j];
                        }
                    }
                }
            };
            return stepper;
        });
    }

    /** SGD at every level. */
    static Family m20() {
        return oneStepACheckpoint("M20", (objective, level) -> new Sgd(objective, 1, ETA, 0));
    }

    /** The run ends one step early: here the first step is left out. */
    static Family m19() {
        return new StepFamily("M19", ETA, (objective, l, lanes) -> {
            Stepper right = new Svag(objective, l, ETA, 0).stepper(lanes);
            return new Stepper() {
                private boolean first;

                @Override
                public void start() {
                    first = true;
                }

                @Override
                public void step(double[][] x, NoiseRows noise) {
                    if (!first) {
                        right.step(x, noise);
                    }
                    first = false;
                }
            };
        });
    }

    static Family m21() {
        return new StepFamily("M21", ETA, (objective, l, lanes) -> new Sgd(objective, l, ETA, 0).stepper(lanes));
    }

    private static Family oneStepACheckpoint(String name, BiFunction<Objective, Integer, Dynamics> dynamics) {
        return new Family() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public double learningRate() {
                return ETA;
            }

            @Override
            public Dynamics at(int level, Objective objective) {
                return dynamics.apply(objective, level);
            }

            @Override
            public int stepsPerCheckpoint(int level) {
                return 1;
            }
        };
    }

    private static Family coefficients(String name, IntToDoubleFunction c) {
        return new StepFamily(
                name,
                ETA,
                (objective, l, lanes) -> new TwoBatchStep(
                        objective, lanes, ETA / l, (1 + c.applyAsDouble(l)) / 2, (1 - c.applyAsDouble(l)) / 2, 1));
    }

    private static Family steps(String name, IntToDoubleFunction step) {
        return new StepFamily(
                name,
                ETA,
                (objective, l, lanes) ->
                        new TwoBatchStep(objective, lanes, step.applyAsDouble(l), Svag.first(l), Svag.second(l), 1));
    }

    /** What is done to the mini-batches of the loss. */
    private interface Change {
        Objective of(LeastSquares sum);
    }

    private static Family onBatches(String name, Change change) {
        return new StepFamily(
                name,
                ETA,
                (objective, l, lanes) -> new Svag(change.of((LeastSquares) objective), l, ETA, 0).stepper(lanes));
    }
}
