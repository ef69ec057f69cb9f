package org.itocheck.claim;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.itocheck.dynamics.Family;
import org.itocheck.dynamics.sde.Limit;
import org.itocheck.ensemble.CellTests;
import org.itocheck.ensemble.Controls;
import org.itocheck.ensemble.Estimates;
import org.itocheck.stats.SignedRegression;
import org.itocheck.stats.SkewAllowance;

/** The intercept in 1/l of independent levels of the scheme, as many trajectories each: for schemes whose levels cannot be coupled. */
final class LadderReference implements LimitReference {
    /** The intercept of these levels has 1.22 times the standard error of one of them, for 23 steps an SGD step. */
    private static final int[] LEVELS = {1, 2, 4, 16};

    private final List<Estimates> ladder;
    private final String source;

    private LadderReference(List<Estimates> ladder, String source) {
        this.ladder = ladder;
        this.source = source;
    }

    static LimitReference simulate(
            Limit limit, Setting setting, Laboratory laboratory, String look, long paths, Bill bill) {
        Family family = limit.scheme();
        List<Estimates> ladder = new ArrayList<>();
        for (int level : LEVELS) {
            Controls controls = ControlVariates.of(setting, family, level);
            ladder.add(bill.add(
                    laboratory.simulate(setting, family, level, look + " limit", paths, CellTests.NONE, controls)));
        }
        return new LadderReference(ladder, "intercept of " + name(limit) + " at l = 1, 2, 4, 16");
    }

    /** The scheme of a limit in words. */
    static String name(Limit limit) {
        return limit.scheme().name().replace("EulerMaruyama", "Euler-Maruyama");
    }

    /** Steps a trajectory makes in all levels together, an SGD step. */
    static int cost() {
        return Arrays.stream(LEVELS).sum();
    }

    static double factor() {
        double[] ones = {1, 1, 1, 1};
        return SignedRegression.fit(LEVELS, new double[LEVELS.length], ones, 0, 0, 1, 2)
                .standardError(0);
    }

    @Override
    public double mean(int checkpoint, int observable) {
        return fit(checkpoint, observable).coefficient(0);
    }

    @Override
    public double standardError(int checkpoint, int observable) {
        return fit(checkpoint, observable).standardError(0);
    }

    /** The p-value of "the errors of the levels are c1/l + c2/l^2". */
    @Override
    public double pValue(int checkpoint, int observable) {
        return fit(checkpoint, observable).pValue();
    }

    @Override
    public long neededForSkewness(int checkpoint, int observable, double alpha) {
        long needed = 1;
        for (Estimates level : ladder) {
            double skewness = level.moments(checkpoint, observable).skewness();
            needed = Math.max(needed, SkewAllowance.minTrajectories(skewness, alpha));
        }
        return needed;
    }

    @Override
    public double variance(int checkpoint, int observable) {
        return ladder.get(ladder.size() - 1)
                .plainMoments(checkpoint, observable)
                .variance();
    }

    @Override
    public String source() {
        return source;
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
