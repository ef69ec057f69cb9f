package org.itocheck.observable;

import org.itocheck.objective.Objective;

/**
 * tr S(x), the total variance of one mini-batch gradient. Its mean at equilibrium is N (THEORY 1.1).
 *
 * @param objective the loss; it must know {@link Objective#noiseTrace}
 */
public record NoiseTrace(Objective objective) implements Observable {
    @Override
    public String name() {
        return "tr S";
    }

    @Override
    public Measure measure(int lanes) {
        return new PointwiseObservable(name(), objective::noiseTrace).measure(lanes);
    }
}
