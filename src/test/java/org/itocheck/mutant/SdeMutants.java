package org.itocheck.mutant;

import org.itocheck.dynamics.Dynamics;
import org.itocheck.dynamics.Family;
import org.itocheck.dynamics.Problem;
import org.itocheck.dynamics.sde.EulerMaruyama;
import org.itocheck.dynamics.sde.ItoSde;
import org.itocheck.objective.LeastSquares;

/**
 * Euler-Maruyama schemes with the wrong amount of noise (THEORY 4.3): x - h grad L + sqrt(h) sqrt(eta) factor S^(1/2) z, where the factor
 * is to be 1. Each is the right scheme of another SDE, whose exact means are known.
 */
enum SdeMutants {
    S1("S^(1/2) dW, sqrt(eta) forgotten", 1 / Math.sqrt(SdeMutants.ETA)),
    S2("eta S^(1/2) dW", Math.sqrt(SdeMutants.ETA)),
    S3("covariance not divided by B", Math.sqrt(2)),
    S4("covariance divided by B^2", 1 / Math.sqrt(2)),
    S5("covariance divided by n - 1", Math.sqrt(1.25));

    private static final double ETA = 0.25;
    private static final Problem PROBLEM = SvagMutants.PROBLEM;

    private final String mistake;
    private final double factor;

    SdeMutants(String mistake, double factor) {
        this.mistake = mistake;
        this.factor = factor;
    }

    String mistake() {
        return mistake;
    }

    Family family() {
        return new StepFamily(
                name(),
                ETA,
                (objective, l, lanes) -> new NoisyStep(objective, lanes, ETA / l, ETA / Math.sqrt(l) * factor));
    }

    /** The right scheme that this mutant is in law: the same step, and eta S or S of another size. */
    Dynamics equivalent(int level) {
        LeastSquares loss = (LeastSquares) PROBLEM.objective();
        return switch (this) {
            case S1 -> new EulerMaruyama(loss, 4 * level, 1, 0);
            case S2 -> new EulerMaruyama(loss, level / 4, ETA * ETA, 0);
            case S3 -> new EulerMaruyama(loss.withBatchSize(1), level, ETA, 0);
            case S4 -> new EulerMaruyama(loss.withBatchSize(4), level, ETA, 0);
            case S5 -> new EulerMaruyama(loss, 5 * level / 4, 1.25 * ETA, 0);
        };
    }

    /** The SDE that the equivalent scheme belongs to. */
    ItoSde limit() {
        EulerMaruyama scheme = (EulerMaruyama) equivalent(4);
        return new ItoSde(scheme.objective(), scheme.learningRate(), 0);
    }
}
