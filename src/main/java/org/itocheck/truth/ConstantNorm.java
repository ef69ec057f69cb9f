package org.itocheck.truth;

import java.util.Optional;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * The equilibrium of the Ito SDE where tr S depends on |x| alone: rho stays at the root of noise T / (2 lambda), and the direction has the
 * density exp(-2 rho L / s), von Mises-Fisher's on the sphere, for a noise of variance s in every direction (THEORY 3.E). Averages over the
 * density by Gauss's rule on 64 arcs, which is exact to rounding.
 */
final class ConstantNorm {
    private static final int PANELS = 64;
    private static final int POINTS = 16;

    private ConstantNorm() {}

    /** Empty where tr S depends on the direction, and for any other SDE. */
    static Optional<EquilibriumMoments> of(NormModel model, NormSde sde) {
        if (sde.speed() != 1 || sde.correction() != 0) {
            return Optional.empty();
        }
        Basis directions = model.directions();
        double trace = model.noise(directions.node(0));
        for (int i = 1; i < directions.size(); i++) {
            if (Math.abs(model.noise(directions.node(i)) - trace) > 1e-12 * trace) {
                return Optional.empty();
            }
        }
        double rho = Math.sqrt(sde.noise() * trace / (2 * sde.decay()));
        double each = sde.noise() * trace / model.noiseDimensions();
        double total = 0;
        double gradient = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < PANELS; i++) {
            least = Math.min(least, model.potential(2 * Math.PI * i / PANELS));
        }
        GaussIntegratorFactory rules = new GaussIntegratorFactory();
        for (int i = 0; i < PANELS; i++) {
            GaussIntegrator rule = rules.legendre(POINTS, 2 * Math.PI * i / PANELS, 2 * Math.PI * (i + 1) / PANELS);
            for (int k = 0; k < POINTS; k++) {
                double angle = rule.getPoint(k);
                double density = rule.getWeight(k)
                        * StrictMath.exp(-2 * rho / each * (model.potential(angle) - least))
                        * StrictMath.pow(Math.abs(StrictMath.sin(angle)), model.noiseDimensions() - 1);
                total += density;
                gradient += density * model.gradient(model.directionAt(angle));
            }
        }
        return Optional.of(new EquilibriumMoments(rho, gradient / total / rho, trace / rho));
    }
}
