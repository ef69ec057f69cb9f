package org.itocheck.objective.catalogue;

import java.util.Optional;
import org.itocheck.objective.FourthTensor;
import org.itocheck.objective.GradientMoments;
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

    @Override
    default int dimension() {
        return 1;
    }

    @Override
    default Optional<GradientMoments> gradientMoments(double[] x) {
        if (regularity().lacksMoment(3)) {
            return Optional.empty();
        }
        double s = noiseScale(x[0]);
        return Optional.of(new GradientMoments(
                new double[] {drift(x[0])},
                new double[][] {{s * s}},
                new double[][][] {{{s * s * s * law().thirdCumulant()}}},
                Optional.of(FourthTensor.scalar(s * s * s * s * law().fourthCumulant()))));
    }
}
