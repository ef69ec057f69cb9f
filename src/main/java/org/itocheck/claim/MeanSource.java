package org.itocheck.claim;

import java.util.Optional;
import org.itocheck.dynamics.Family;
import org.itocheck.ensemble.Estimates;
import org.itocheck.stats.Moments;
import org.itocheck.truth.Expectation;
import org.itocheck.truth.Truth;
import org.itocheck.truth.Truths;
import org.jspecify.annotations.Nullable;

/** E g of one level of a family, at the checkpoints and observables of a setting: known exactly, or simulated. */
final class MeanSource {
    private final Setting setting;
    private final @Nullable Truth truth;
    private final @Nullable Estimates estimates;

    private MeanSource(Setting setting, @Nullable Truth truth, @Nullable Estimates estimates) {
        this.setting = setting;
        this.truth = truth;
        this.estimates = estimates;
    }

    /** The exact means and variances, if every observable of the setting has them at every checkpoint. */
    static Optional<MeanSource> exact(Family family, Setting setting, int level) {
        Optional<Truth> truth = Truths.of(family.at(level, setting.problem().objective()), setting.problem());
        boolean all = truth.isPresent() && family.stepsPerCheckpoint(level) == level;
        for (int k : setting.checkpoints()) {
            for (int g = 0; all && g < setting.observables().size(); g++) {
                all = truth.orElseThrow()
                        .of(setting.observables().get(g), k)
                        .filter(Expectation::hasVariance)
                        .isPresent();
            }
        }
        return all ? Optional.of(new MeanSource(setting, truth.orElseThrow(), null)) : Optional.empty();
    }

    static MeanSource simulated(Setting setting, Estimates estimates) {
        return new MeanSource(setting, null, estimates);
    }

    boolean isExact() {
        return truth != null;
    }

    String describe() {
        return truth == null ? "simulated" : truth.source();
    }

    double mean(int checkpoint, int observable) {
        return truth == null
                ? moments(checkpoint, observable).mean()
                : known(checkpoint, observable).mean();
    }

    /** 0 if exact. */
    double standardError(int checkpoint, int observable) {
        return truth == null ? moments(checkpoint, observable).standardError() : 0;
    }

    /** Of one trajectory. */
    double deviation(int checkpoint, int observable) {
        return truth == null
                ? moments(checkpoint, observable).standardDeviation()
                : Math.sqrt(known(checkpoint, observable).variance());
    }

    /** 0 if exact, where no interval needs it. */
    double skewness(int checkpoint, int observable) {
        return truth == null ? moments(checkpoint, observable).skewness() : 0;
    }

    /** How many trajectories; 0 if exact. */
    long count() {
        return estimates == null ? 0 : estimates.ensemble().trajectories();
    }

    private Moments moments(int checkpoint, int observable) {
        if (estimates == null) {
            throw new IllegalStateException("the means are exact");
        }
        return estimates.moments(checkpoint, observable);
    }

    private Expectation known(int checkpoint, int observable) {
        if (truth == null) {
            throw new IllegalStateException("the means are simulated");
        }
        return truth.of(setting.observables().get(observable), checkpoint).orElseThrow();
    }
}
