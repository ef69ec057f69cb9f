package org.itocheck.dynamics.sde;

import org.itocheck.dynamics.Checks;
import org.itocheck.dynamics.Dynamics;
import org.itocheck.dynamics.Family;
import org.itocheck.dynamics.Stepper;
import org.itocheck.objective.Evaluator;
import org.itocheck.objective.Objective;
import org.itocheck.random.NoiseRows;

/**
 * The Euler-Maruyama scheme of a {@link ModifiedSde} with step h = eta / l:
 * {@code x <- x - h speed (grad L' + correction Hess L' grad L') + sqrt(h noise) S^(1/2) z}.
 *
 * @param sde what it approaches
 * @param objective the loss
 * @param level l, at least 1
 */
public record ModifiedEulerMaruyama(ModifiedSde sde, Objective objective, int level) implements Dynamics {
    /** Checks the level. */
    public ModifiedEulerMaruyama {
        Checks.level(level);
    }

    /** The scheme at every level, on whichever loss. */
    public static Family family(ModifiedSde sde) {
        return new Levels(sde);
    }

    @Override
    public String name() {
        return "EulerMaruyama(" + level + ") of " + sde.name();
    }

    @Override
    public double stepDuration() {
        return sde.learningRate() / level;
    }

    @Override
    public Stepper stepper(int lanes) {
        return new CorrectedStep(sde, objective, lanes, stepDuration());
    }

    private record Levels(ModifiedSde sde) implements Family {
        @Override
        public String name() {
            return "EulerMaruyama of " + sde.name();
        }

        @Override
        public double learningRate() {
            return sde.learningRate();
        }

        @Override
        public Dynamics at(int level, Objective objective) {
            return new ModifiedEulerMaruyama(sde, objective, level);
        }
    }

    private static final class CorrectedStep implements Stepper {
        private final ModifiedSde sde;
        private final Evaluator evaluator;
        private final double[][] gradient;
        private final double[][] bend;
        private final double[][] diffusion;
        private final int lanes;
        private final double step;
        private final double scale;

        CorrectedStep(ModifiedSde sde, Objective objective, int lanes, double duration) {
            this.sde = sde;
            this.evaluator = objective.evaluator(lanes);
            this.gradient = new double[objective.dimension()][lanes];
            this.bend = new double[objective.dimension()][lanes];
            this.diffusion = new double[objective.dimension()][lanes];
            this.lanes = lanes;
            this.step = duration * sde.speed();
            this.scale = Math.sqrt(duration * sde.noise());
        }

        @Override
        public void step(double[][] x, NoiseRows noise) {
            if (scale > 0) {
                evaluator.gradientAndDiffusion(x, noise, gradient, diffusion);
            } else {
                evaluator.gradient(x, gradient);
            }
            for (int i = 0; i < x.length; i++) {
                addDecay(x[i], gradient[i]);
            }
            if (sde.correction() != 0) {
                evaluator.hessianProduct(x, gradient, bend);
            }
            for (int i = 0; i < x.length; i++) {
                update(x[i], gradient[i], bend[i], diffusion[i]);
            }
        }

        private void addDecay(double[] x, double[] g) {
            double lambda = sde.weightDecay();
            for (int j = 0; j < lanes; j++) {
                g[j] += lambda * x[j];
            }
        }

        private void update(double[] x, double[] g, double[] hg, double[] n) {
            double c = sde.correction();
            double lambda = sde.weightDecay();
            for (int j = 0; j < lanes; j++) {
                x[j] = x[j] - step * (g[j] + c * (hg[j] + lambda * g[j])) + scale * n[j];
            }
        }
    }
}
