package org.itocheck.truth;

import java.util.Optional;
import org.itocheck.dynamics.Dynamics;
import org.itocheck.dynamics.optimizer.Gd;
import org.itocheck.dynamics.optimizer.LinearScaling;
import org.itocheck.dynamics.optimizer.Ngd;
import org.itocheck.dynamics.optimizer.Sgd;
import org.itocheck.dynamics.optimizer.Svag;
import org.itocheck.dynamics.sde.EulerMaruyama;

/**
 * One step of any built-in dynamics: {@code x' = decay x - step grad L(x) + sum_i weights[i] zeta_i}, where the zeta_i are independent
 * centred noises of one mini-batch gradient at x, or Gaussian noises of the same covariance S(x).
 *
 * @param step r
 * @param decay 1 - r lambda
 * @param weights the factors of the noises: -r a and -r b for SVAG, sqrt(r eta) for Euler-Maruyama, none for gradient descent
 * @param gaussian whether the noises are Gaussian
 */
record OneStep(double step, double decay, double[] weights, boolean gaussian) {
    /** The step of a built-in dynamics; empty for any other. */
    static Optional<OneStep> of(Dynamics dynamics) {
        double r = dynamics.stepDuration();
        if (dynamics instanceof Svag svag) {
            return Optional.of(
                    batches(r, svag.weightDecay(), -r * Svag.first(svag.level()), -r * Svag.second(svag.level())));
        }
        if (dynamics instanceof LinearScaling scaling) {
            return Optional.of(batches(r, scaling.weightDecay(), -r));
        }
        if (dynamics instanceof Sgd sgd) {
            return Optional.of(batches(r, sgd.weightDecay(), -r));
        }
        if (dynamics instanceof Gd gd) {
            return Optional.of(batches(r, gd.weightDecay()));
        }
        if (dynamics instanceof Ngd ngd) {
            return Optional.of(gaussian(r, ngd.weightDecay(), r));
        }
        if (dynamics instanceof EulerMaruyama euler) {
            return Optional.of(gaussian(r, euler.weightDecay(), Math.sqrt(r * euler.learningRate())));
        }
        return Optional.empty();
    }

    /** The sum of the squared weights: the covariance of one step is this times S(x). */
    double spread() {
        double sum = 0;
        for (double w : weights) {
            sum += w * w;
        }
        return sum;
    }

    private static OneStep batches(double step, double weightDecay, double... weights) {
        return new OneStep(step, 1 - step * weightDecay, weights, false);
    }

    private static OneStep gaussian(double step, double weightDecay, double scale) {
        return new OneStep(step, 1 - step * weightDecay, new double[] {scale}, true);
    }
}
