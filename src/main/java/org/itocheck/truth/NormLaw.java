package org.itocheck.truth;

import java.util.Optional;
import org.itocheck.observable.Observable;

/**
 * The law of (y, rho) as a functional on a plane of nodes: E g is the weighted sum of g over the nodes, to many digits for smooth g. The
 * weights carry the interpolation and may be negative.
 *
 * @param model what y and g are
 * @param plane the nodes
 * @param weights their weights, which add up to 1
 */
record NormLaw(NormModel model, NormPlane plane, double[] weights) implements StateLaw {
    @Override
    public Optional<Expectation> of(Observable g) {
        return model.value(g).map(this::expectation);
    }

    private Expectation expectation(NormModel.Value g) {
        double mean = mean(g);
        double variance = mean((y, rho) -> {
            double deviation = g.at(y, rho) - mean;
            return deviation * deviation;
        });
        return new Expectation(mean, Math.max(0, variance));
    }

    private double mean(NormModel.Value g) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * g.at(plane.direction(i), plane.squaredNorm(i));
        }
        return sum;
    }

    /** R, G and N. */
    EquilibriumMoments moments() {
        return new EquilibriumMoments(
                mean((y, rho) -> rho),
                Math.max(0, mean((y, rho) -> model.gradient(y) / rho)),
                Math.max(0, mean((y, rho) -> model.noise(y) / rho)));
    }
}
