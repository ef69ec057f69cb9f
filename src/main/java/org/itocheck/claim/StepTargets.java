package org.itocheck.claim;

import java.util.Optional;
import org.itocheck.dynamics.Dynamics;
import org.itocheck.dynamics.Problem;
import org.itocheck.dynamics.optimizer.Svag;
import org.itocheck.dynamics.sde.EulerMaruyama;
import org.itocheck.objective.GradientMoments;
import org.itocheck.objective.MissingCapabilityException;
import org.itocheck.objective.StochasticObjective;
import org.itocheck.truth.StepSpread;

/**
 * What the centred step c of SVAG or of Euler-Maruyama has for moments, and their natural size.
 *
 * @param law whose step
 * @param level l
 * @param step eta / l
 * @param point x, shape [d]
 * @param gradient the moments of one mini-batch gradient with the pull of the weight decay
 * @param spread the exact spread of products of entries of c; empty where not known
 */
record StepTargets(
        SampledOneStepMoments.Law law,
        int level,
        double step,
        double[] point,
        GradientMoments gradient,
        Optional<StepSpread> spread) {
    /**
     * @param order for order 2 the gradient and the covariance of a user's loss are enough
     * @throws MissingCapabilityException if the loss does not know its moments
     */
    static StepTargets of(Problem problem, SampledOneStepMoments.Law law, int level, double[] x, int order) {
        boolean gaussian = law == SampledOneStepMoments.Law.EULER_MARUYAMA;
        double eta = problem.learningRate();
        double decay = problem.weightDecay();
        Dynamics right = gaussian
                ? new EulerMaruyama(problem.objective(), level, eta, decay)
                : new Svag(problem.objective(), level, eta, decay);
        GradientMoments moments = problem.objective().gradientMoments(x).isEmpty()
                        && problem.objective() instanceof StochasticObjective loss
                        && (gaussian || order < 3)
                ? twoMoments(loss, decay, x)
                : OneStepMoments.decayed(problem, x);
        return new StepTargets(law, level, eta / level, x, moments, StepSpread.of(right, x));
    }

    private static GradientMoments twoMoments(StochasticObjective loss, double decay, double[] x) {
        int d = x.length;
        double[] mean = new double[d];
        loss.gradient(x.clone(), mean);
        for (int i = 0; i < d; i++) {
            mean[i] += decay * x[i];
        }
        return new GradientMoments(mean, loss.covariance(x.clone()), new double[d][d][d]);
    }

    /** E x after the step. */
    double[] expectedState() {
        double[] state = point.clone();
        for (int i = 0; i < state.length; i++) {
            state[i] -= step * gradient.mean()[i];
        }
        return state;
    }

    double expected(StepEntry entry) {
        int[] i = entry.array();
        return switch (i.length) {
            case 1 -> 0;
            case 2 -> step * step * level * gradient.covariance()[i[0]][i[1]];
            default ->
                law == SampledOneStepMoments.Law.EULER_MARUYAMA
                        ? 0
                        : -step * step * step * (1.5 * level - 0.5) * gradient.third()[i[0]][i[1]][i[2]];
        };
    }

    /** The natural size of a moment of this order. */
    double size(int order) {
        double square = 0;
        double trace = 0;
        for (int i = 0; i < point.length; i++) {
            square += gradient.mean()[i] * gradient.mean()[i];
            trace += gradient.covariance()[i][i];
        }
        return Math.pow(step * (Math.sqrt(square) + Math.sqrt(level * trace)), order);
    }
}
