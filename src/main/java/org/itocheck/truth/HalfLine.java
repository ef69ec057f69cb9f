package org.itocheck.truth;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * Integrals over (0, end) of functions that are smooth but for powers of the root of u at 0, as the characteristic functions of heavy tails
 * are: with u = t^2 they are smooth in t, and the Gauss-Legendre rule is exact to rounding.
 */
final class HalfLine {
    private static final int NODES = 32;
    private static final int LEAST_PANELS = 24;

    private HalfLine() {}

    /**
     * @param end where the function has died out
     * @param frequency how fast it oscillates, in radians per unit
     */
    static double integrate(DoubleUnaryOperator f, double end, double frequency) {
        GaussIntegrator rule = new GaussIntegratorFactory().legendre(NODES, 0, 1);
        int panels = LEAST_PANELS + (int) Math.ceil(Math.abs(frequency) * end / 4);
        double width = Math.sqrt(end) / panels;
        double sum = 0;
        for (int p = 0; p < panels; p++) {
            double left = p * width;
            for (int i = 0; i < NODES; i++) {
                double t = left + width * rule.getPoint(i);
                sum += rule.getWeight(i) * 2 * t * f.applyAsDouble(t * t);
            }
        }
        return sum * width;
    }
}
