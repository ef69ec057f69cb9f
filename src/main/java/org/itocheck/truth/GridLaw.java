package org.itocheck.truth;

import java.util.List;
import java.util.Optional;
import org.itocheck.objective.catalogue.ScalarNoise;
import org.itocheck.observable.Observable;

/** Placeholder. */
record GridLaw() implements StateLaw {
    static boolean supports(ScalarNoise objective) {
        return objective.dimension() != 1;
    }

    static List<StateLaw> discrete(ScalarNoise objective, Motion.Discrete motion) {
        return List.of();
    }

    static List<StateLaw> continuous(ScalarNoise objective, Motion.Continuous motion) {
        return List.of();
    }

    @Override
    public Optional<Expectation> of(Observable g) {
        return Optional.empty();
    }
}
