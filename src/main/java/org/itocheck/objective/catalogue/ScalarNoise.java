package org.itocheck.objective.catalogue;

import org.itocheck.objective.MissingCapabilityException;
import org.itocheck.objective.Objective;
import org.itocheck.random.NoiseLaw;

/** A one-dimensional loss with g_gamma(x) = L'(x) + s(x) xi, for which a grid knows E g(x_N) to many digits. */
public interface ScalarNoise extends Objective {
    /** L'(x). */
    double drift(double x);

    /**
     * L''(x).
     *
     * @throws MissingCapabilityException if the loss does not know it
     */
    default double curvature(double x) {
        throw new MissingCapabilityException("curvature");
    }

    /** s(x), with s^2 = S. */
    double noiseScale(double x);

    /** L(x). */
    double value(double x);

    /** The law of xi. */
    NoiseLaw law();
}
