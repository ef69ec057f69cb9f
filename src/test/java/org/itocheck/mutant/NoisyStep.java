package org.itocheck.mutant;

import org.itocheck.dynamics.Stepper;
import org.itocheck.objective.Evaluator;
import org.itocheck.objective.Objective;
import org.itocheck.random.NoiseRows;

/**
 * x - step grad L + scale S^(1/2) z: Euler-Maruyama and NGD written a second time, with the draw of the noise open to mistakes. Right for
 * step = eta/l and scale = sqrt(step eta).
 */
class NoisyStep implements Stepper {
    private final Evaluator evaluator;
    private final double[][] gradient;
    private final double[][] noises;
    private final double step;
    private final double scale;

    NoisyStep(Objective objective, int lanes, double step, double scale) {
        this.evaluator = objective.evaluator(lanes);
        this.gradient = new double[objective.dimension()][lanes];
        this.noises = new double[objective.dimension()][lanes];
        this.step = step;
        this.scale = scale;
    }

    /** Gaussian noise of covariance S(x). */
    void draw(double[][] x, NoiseRows noise, double[][] out) {
        evaluator.sampleDiffusion(x, noise, out);
    }

    @Override
    public void step(double[][] x, NoiseRows noise) {
        evaluator.gradient(x, gradient);
        draw(x, noise, noises);
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < x[i].length; j++) {
                x[i][j] += scale * noises[i][j] - step * gradient[i][j];
            }
        }
    }
}
