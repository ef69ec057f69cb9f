package org.itocheck.claim;

import java.util.Optional;
import org.itocheck.dynamics.sde.Limit;
import org.itocheck.truth.Expectation;
import org.itocheck.truth.Truth;
import org.itocheck.truth.Truths;

/** The means of the limit that the theory knows. */
record ExactReference(Setting setting, Truth truth) implements LimitReference {
    static Optional<LimitReference> of(Limit limit, Setting setting) {
        Optional<Truth> truth = Truths.of(limit, setting.problem());
        if (truth.isEmpty()) {
            return Optional.empty();
        }
        for (int k : setting.checkpoints()) {
            for (int g = 0; g < setting.observables().size(); g++) {
                if (truth.get().of(setting.observables().get(g), k).isEmpty()) {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(new ExactReference(setting, truth.get()));
    }

    @Override
    public boolean isExact() {
        return true;
    }

    @Override
    public double mean(int checkpoint, int observable) {
        return known(checkpoint, observable).mean();
    }

    @Override
    public double standardError(int checkpoint, int observable) {
        return 0;
    }

    @Override
    public long neededForSkewness(int checkpoint, int observable, double alpha) {
        return 1;
    }

    @Override
    public double variance(int checkpoint, int observable) {
        return known(checkpoint, observable).variance();
    }

    @Override
    public String source() {
        return truth.source();
    }

    private Expectation known(int checkpoint, int observable) {
        return truth.of(setting.observables().get(observable), checkpoint).orElseThrow();
    }
}
