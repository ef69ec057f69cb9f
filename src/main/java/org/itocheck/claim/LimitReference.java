package org.itocheck.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.itocheck.dynamics.Family;
import org.itocheck.dynamics.sde.Limit;
import org.itocheck.ensemble.CellTests;
import org.itocheck.ensemble.Estimates;
import org.itocheck.stats.SignedRegression;
import org.itocheck.stats.SkewAllowance;
import org.itocheck.truth.Expectation;
import org.itocheck.truth.Truth;
import org.itocheck.truth.Truths;
import org.jspecify.annotations.Nullable;

/**
 * E g(X_T) of the limit: exact where the theory knows it for every observable, else the intercept in 1/l of an Euler-Maruyama ladder, whose
 * standard error enters every verdict (THEORY 5.6).
 */
final class LimitReference {
    /** The Euler-Maruyama ladder: its intercept has 1.22 times the standard error of one level, for 23 steps an SGD step. */
    private static final int[] LEVELS = {1, 2, 4, 16};

    private final Setting setting;
    private final @Nullable Truth exact;
    private final List<Estimates> ladder;
    private final String source;

    private LimitReference(Setting setting, @Nullable Truth exact, List<Estimates> ladder, String source) {
        this.setting = setting;
        this.exact = exact;
        this.ladder = ladder;
        this.source = source;
    }

    /** The exact reference, if every observable of the setting has an exact mean at every checkpoint. */
    static Optional<LimitReference> exact(Limit limit, Setting setting) {
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
        return Optional.of(
                new LimitReference(setting, truth.get(), List.of(), truth.get().source()));
    }

    /** An estimated reference from ensembles of the given size a level. */
    static LimitReference estimated(
            Limit limit, Setting setting, Laboratory laboratory, String look, long paths, Bill bill) {
        Family family = limit.scheme();
        List<Estimates> ladder = new ArrayList<>();
        for (int level : LEVELS) {
            ladder.add(bill.add(laboratory.simulate(setting, family, level, look + " limit", paths, CellTests.NONE)));
        }
        String scheme = family.name().replace("EulerMaruyama", "Euler-Maruyama");
        return new LimitReference(setting, null, ladder, "intercept of " + scheme + " at l = 1, 2, 4, 16");
    }

    /** The standard error of an estimated reference, in standard errors of one level of as many trajectories. */
    static double estimatedFactor() {
        double[] ones = {1, 1, 1, 1};
        return SignedRegression.fit(LEVELS, new double[LEVELS.length], ones, 0, 0, 1, 2)
                .standardError(0);
    }

    boolean isExact() {
        return exact != null;
    }

    double mean(int checkpoint, int observable) {
        return exact != null
                ? known(checkpoint, observable).mean()
                : fit(checkpoint, observable).coefficient(0);
    }

    double standardError(int checkpoint, int observable) {
        return exact != null ? 0 : fit(checkpoint, observable).standardError(0);
    }

    /** The p-value of "the Euler-Maruyama errors are c1/l + c2/l^2"; 1 for an exact reference. */
    double pValue(int checkpoint, int observable) {
        return exact != null ? 1 : fit(checkpoint, observable).pValue();
    }

    /** How many paths a level the skewness of an estimated reference asks for; 1 for an exact one. */
    long neededForSkewness(int checkpoint, int observable, double alpha) {
        long needed = 1;
        for (Estimates level : ladder) {
            double skewness = level.moments(checkpoint, observable).skewness();
            needed = Math.max(needed, SkewAllowance.minTrajectories(skewness, alpha));
        }
        return needed;
    }

    /** Var g(X_T), NaN where unknown. */
    double variance(int checkpoint, int observable) {
        return exact != null
                ? known(checkpoint, observable).variance()
                : ladder.get(ladder.size() - 1).moments(checkpoint, observable).variance();
    }

    String source() {
        return source;
    }

    private Expectation known(int checkpoint, int observable) {
        if (exact == null) {
            throw new IllegalStateException("the reference is estimated");
        }
        return exact.of(setting.observables().get(observable), checkpoint).orElseThrow();
    }

    private SignedRegression fit(int checkpoint, int observable) {
        double[] means = new double[LEVELS.length];
        double[] errors = new double[LEVELS.length];
        for (int i = 0; i < LEVELS.length; i++) {
            means[i] = ladder.get(i).moments(checkpoint, observable).mean();
            errors[i] = ladder.get(i).moments(checkpoint, observable).standardError();
        }
        return SignedRegression.fit(LEVELS, means, errors, 0, 0, 1, 2);
    }
}
