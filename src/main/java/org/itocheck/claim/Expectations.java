package org.itocheck.claim;

import java.util.List;
import java.util.Optional;
import org.itocheck.dynamics.Family;
import org.itocheck.ensemble.CellTests;
import org.itocheck.ensemble.Control;
import org.itocheck.ensemble.Controls;
import org.itocheck.ensemble.Estimates;
import org.itocheck.observable.Controlled;
import org.itocheck.observable.Observable;
import org.itocheck.stats.MeanTest;
import org.itocheck.truth.Expectation;
import org.itocheck.truth.Truth;
import org.itocheck.truth.Truths;
import org.jspecify.annotations.Nullable;

/**
 * The exact means of one level of a law, each with a variance: the exact one, or where only the mean is known, that of a pilot ensemble
 * that no verdict uses.
 */
final class Expectations {
    private static final long PILOT = 1 << 14;
    /** Below this share of the variance of g that of the controlled values may be rounding. */
    private static final double ROUNDING = 1e-6;
    /** How far above the expected variance the true one may be without loss of the stated power. */
    static final double CEILING = 1.5;

    private final Setting setting;
    private final Optional<Truth> truth;
    private final @Nullable Estimates pilot;

    private Expectations(Setting setting, Optional<Truth> truth, @Nullable Estimates pilot) {
        this.setting = setting;
        this.truth = truth;
        this.pilot = pilot;
    }

    static Expectations of(Family law, Setting setting, int level, Laboratory laboratory, Bill bill) {
        Optional<Truth> truth = Truths.of(law.at(level, setting.problem().objective()), setting.problem());
        Expectations exact = new Expectations(setting, truth, null);
        if (!exact.lacksVariance()) {
            return exact;
        }
        long size = Math.min(PILOT, laboratory.trajectoryBudget());
        return new Expectations(
                setting, truth, bill.add(laboratory.simulate(setting, law, level, "pilot", size, CellTests.NONE)));
    }

    String source() {
        return truth.map(Truth::source).orElse("none");
    }

    /** The mean with its exact variance, or with that of the pilot. */
    Optional<Expectation> at(int checkpoint, int observable) {
        return known(checkpoint, observable)
                .map(e -> e.hasVariance() || pilot == null
                        ? e
                        : new Expectation(
                                e.mean(), pilot.moments(checkpoint, observable).variance()));
    }

    /** The test of the mean: with the exact variance, or with a ceiling above that of the pilot. */
    Optional<MeanTest> test(int checkpoint, int observable, double alpha, long paths) {
        double room = piloted(checkpoint, observable) ? CEILING : 1;
        return at(checkpoint, observable).map(e -> new MeanTest(e.mean(), room * e.variance(), alpha, paths));
    }

    /**
     * The test of the controlled values of a cell, empty where their variance is not exactly known, or is so much smaller than that of g that
     * rounding enters it.
     *
     * @param controls with their means
     * @param coefficients one for each control
     */
    Optional<MeanTest> controlled(
            int checkpoint, int observable, Controls controls, double[] coefficients, double alpha, long paths) {
        Observable g = setting.observables().get(observable);
        List<Observable> all = controls.all().stream().map(Control::observable).toList();
        double offset = 0;
        for (int i = 0; i < coefficients.length; i++) {
            offset += coefficients[i] * controls.all().get(i).mean(checkpoint);
        }
        double center = offset;
        double least =
                ROUNDING * at(checkpoint, observable).map(Expectation::variance).orElse(Double.NaN);
        return truth.flatMap(t -> t.of(Controlled.of(g, all, coefficients), checkpoint))
                .filter(e -> e.hasVariance() && e.variance() > least)
                .map(e -> new MeanTest(e.mean() + center, e.variance(), alpha, paths));
    }

    /** Whether the variance of a cell had to be measured. */
    boolean piloted(int checkpoint, int observable) {
        return known(checkpoint, observable).filter(e -> !e.hasVariance()).isPresent();
    }

    /** Whether anything is known: without, there is nothing to simulate for. */
    boolean any() {
        for (int k : setting.checkpoints()) {
            for (int g = 0; g < setting.observables().size(); g++) {
                if (known(k, g).isPresent()) {
                    return true;
                }
            }
        }
        return false;
    }

    private Optional<Expectation> known(int checkpoint, int observable) {
        return truth.flatMap(t -> t.of(setting.observables().get(observable), checkpoint));
    }

    private boolean lacksVariance() {
        for (int k : setting.checkpoints()) {
            for (int g = 0; g < setting.observables().size(); g++) {
                Optional<Expectation> e = known(k, g);
                if (e.isPresent() && !e.get().hasVariance()) {
                    return true;
                }
            }
        }
        return false;
    }
}
