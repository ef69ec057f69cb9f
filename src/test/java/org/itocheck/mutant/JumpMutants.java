package org.itocheck.mutant;

import org.itocheck.dynamics.Family;
import org.itocheck.dynamics.Problem;
import org.itocheck.dynamics.Problems;
import org.itocheck.dynamics.optimizer.Sgd;
import org.itocheck.dynamics.optimizer.Svag;
import org.itocheck.dynamics.sde.LevySde;
import org.itocheck.dynamics.sde.Limit;
import org.itocheck.objective.Divisible;
import org.itocheck.objective.Evaluator;
import org.itocheck.objective.Objective;
import org.itocheck.objective.catalogue.AdditiveQuadratic;
import org.itocheck.random.DividedRows;
import org.itocheck.random.NoiseLaw;
import org.itocheck.random.NoiseParts;

/** Wrong linear scaling rules and wrong Levy SDEs. */
final class JumpMutants {
    static final Problem COUNTS = Problems.a1(NoiseLaw.POISSON);
    static final Problem C2 = SvagMutants.PROBLEM;

    private JumpMutants() {}

    /** The learning rate is scaled, the batch is not: S instead of m S. */
    static Family l1(double learningRate) {
        return new StepFamily(
                "L1", learningRate, (objective, m, lanes) -> new Sgd(objective, m, learningRate, 0).stepper(lanes));
    }

    /** The sub-batch loss times m/B instead of 1/m, as footnote 3 has it (X21). */
    static Family l2() {
        double eta = C2.learningRate();
        return new StepFamily("L2", eta, (objective, m, lanes) -> {
            Evaluator part = Divisible.part(objective, m).evaluator(lanes);
            double[][] g = new double[objective.dimension()][lanes];
            return (x, noise) -> {
                part.sampleGradient(x, noise, g);
                for (int i = 0; i < x.length; i++) {
                    for (int j = 0; j < lanes; j++) {
                        x[i][j] -= eta * m / 2 * g[i][j];
                    }
                }
            };
        });
    }

    /** The noise with the wrong sign: a third moment +(eta^3/m) Lambda, as section 5.2 prints it (X20). */
    static Family l3(double eta) {
        return new StepFamily("L3", eta, (objective, m, lanes) -> {
            Evaluator part = Divisible.part(objective, m).evaluator(lanes);
            double[][] g = new double[objective.dimension()][lanes];
            double[][] full = new double[objective.dimension()][lanes];
            return (x, noise) -> {
                part.sampleGradient(x, noise, g);
                part.gradient(x, full);
                for (int i = 0; i < x.length; i++) {
                    for (int j = 0; j < lanes; j++) {
                        x[i][j] -= eta / m * (2 * full[i][j] - g[i][j]);
                    }
                }
            };
        });
    }

    /** SVAG under the name of the rule. */
    static Family l4(double eta) {
        return new StepFamily("L4", eta, (objective, l, lanes) -> new Svag(objective, l, eta, 0).stepper(lanes));
    }

    /** dX = -grad L dt + sqrt(eta) sigma dZ_t, equation (8) as printed but for its dt (X19), on A1. */
    static Limit l5(NoiseLaw law) {
        return new WrongLevy("the printed Levy SDE", Problems.a1(law), law, true);
    }

    /** dX = -grad L dt + eta sigma dZ_{t/eta}: jumps up the gradient, exactly known as the Levy SDE of the mirrored noise. */
    static Limit l6(NoiseLaw law) {
        return new LevySde(AdditiveQuadratic.scalar("mirrored A1/" + law.label(), 1, -1, law), 0.5, 0);
    }

    /** The Levy SDE of A1 with a process that is not centred: its drift is off by eta sigma E Z(1) / eta. */
    static Limit l7(NoiseLaw law) {
        return new WrongLevy("a Levy SDE without compensator", Problems.a1(law), law, false);
    }

    /** Euler steps of h = eta/l = 1/(2l), where the increment of Z over h or over h/eta is a part of the law. */
    private record WrongLevy(String name, Problem problem, NoiseLaw law, boolean printed) implements Limit {
        @Override
        public Objective objective() {
            return problem.objective();
        }

        @Override
        public double learningRate() {
            return 0.5;
        }

        @Override
        public double weightDecay() {
            return 0;
        }

        @Override
        public Family scheme() {
            double eta = learningRate();
            return new StepFamily(name, eta, (objective, l, lanes) -> {
                int m = printed ? 2 * l : l;
                DividedRows parts = new DividedRows(new NoiseParts(m), lanes);
                double[] row = new double[lanes];
                return (x, noise) -> {
                    law.draw(parts.over(noise), row);
                    for (int j = 0; j < lanes; j++) {
                        double increment = row[j] / m;
                        double jump = printed ? Math.sqrt(eta) * increment : -eta * (increment + 1.0 / m);
                        x[0][j] += jump - eta / l * x[0][j];
                    }
                };
            });
        }
    }
}
