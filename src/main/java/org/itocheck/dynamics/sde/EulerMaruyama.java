package org.itocheck.dynamics.sde;

import org.itocheck.dynamics.Checks;
import org.itocheck.dynamics.Dynamics;
import org.itocheck.dynamics.Family;
import org.itocheck.dynamics.Problem;
import org.itocheck.dynamics.Stepper;
import org.itocheck.objective.Evaluator;
import org.itocheck.objective.Objective;
import org.itocheck.random.NoiseRows;

/**
 * The Euler-Maruyama scheme of the {@link ItoSde} with step h = eta / l:
 * {@code x <- (1 - h lambda) x - h grad L(x) + sqrt(h) (eta S(x))^(1/2) z}, z ~ N(0, I). It is SVAG(l) on NGD in law, exactly; at level 1
 * it is NGD (THEORY 1.2).
 *
 * @param objective the loss; it must know its gradient and its covariance
 * @param level l, at least 1
 * @param learningRate eta
 * @param weightDecay lambda
 */
public record EulerMaruyama(Objective objective, int level, double learningRate, double weightDecay)
        implements Dynamics {
    /** Checks every argument. */
    public EulerMaruyama {
        Checks.level(level);
        Checks.learningRate(learningRate);
        Checks.weightDecay(weightDecay, learningRate);
    }

    /** Euler-Maruyama without weight decay, at every level. */
    public static Family family(double learningRate) {
        return family(learningRate, 0);
    }

    /** Euler-Maruyama with weight decay, at every level. */
    public static Family family(double learningRate, double weightDecay) {
        Checks.learningRate(learningRate);
        Checks.weightDecay(weightDecay, learningRate);
        return new Levels(learningRate, weightDecay);
    }

    /** Euler-Maruyama of the SDE of a problem. */
    public static Family family(Problem problem) {
        return family(problem.learningRate(), problem.weightDecay());
    }

    @Override
    public String name() {
        return "EulerMaruyama(" + level + ")";
    }

    @Override
    public double stepDuration() {
        return learningRate / level;
    }

    @Override
    public Stepper stepper(int lanes) {
        return new GaussianStep(
                objective, lanes, stepDuration(), Math.sqrt(stepDuration() * learningRate), weightDecay);
    }

    private record Levels(double learningRate, double weightDecay) implements Family {
        @Override
        public String name() {
            return "EulerMaruyama";
        }

        @Override
        public Dynamics at(int level, Objective objective) {
            return new EulerMaruyama(objective, level, learningRate, weightDecay);
        }

        @Override
        public Family withLearningRate(double newLearningRate) {
            return EulerMaruyama.family(newLearningRate, weightDecay);
        }
    }

    /** x - h grad L - h lambda x + scale S^(1/2) z. */
    private static final class GaussianStep implements Stepper {
        private final Evaluator evaluator;
        private final double[][] gradient;
        private final double[][] diffusion;
        private final int lanes;
        private final double step;
        private final double scale;
        private final double decay;

        GaussianStep(Objective objective, int lanes, double step, double scale, double weightDecay) {
            this.evaluator = objective.evaluator(lanes);
            this.gradient = new double[objective.dimension()][lanes];
            this.diffusion = new double[objective.dimension()][lanes];
            this.lanes = lanes;
            this.step = step;
            this.scale = scale;
            this.decay = 1 - step * weightDecay;
        }

        @Override
        public void step(double[][] x, NoiseRows noise) {
            if (evaluator.sampleChange(x, noise, step, scale, diffusion)) {
                for (int i = 0; i < x.length; i++) {
                    change(x[i], diffusion[i]);
                }
                return;
            }
            evaluator.gradientAndDiffusion(x, noise, gradient, diffusion);
            for (int i = 0; i < x.length; i++) {
                update(x[i], gradient[i], diffusion[i]);
            }
        }

        private void change(double[] x, double[] by) {
            for (int j = 0; j < lanes; j++) {
                x[j] = decay * x[j] + by[j];
            }
        }

        private void update(double[] x, double[] g, double[] n) {
            for (int j = 0; j < lanes; j++) {
                x[j] = decay * x[j] - step * g[j] + scale * n[j];
            }
        }
    }
}
