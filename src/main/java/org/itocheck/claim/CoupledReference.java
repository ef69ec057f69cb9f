package org.itocheck.claim;

import java.util.List;
import java.util.Optional;
import org.itocheck.dynamics.sde.Limit;
import org.itocheck.ensemble.Estimates;
import org.itocheck.stats.Moments;
import org.itocheck.stats.SkewAllowance;

/**
 * The mean of the limit, telescoped: that of the scheme at level 1, from about as many trajectories as a level of the family has, plus weighted
 * differences of the levels 2 and 1, 4 and 2, 8 and 4, 16 and 8, each from few trajectories of {@link CoupledPairs}. The weights make it the
 * extrapolation c0 of c0 + c1/l + c2/l^2 + c3/l^3 from the levels 2, 4, 8, 16; how far it is from the one without c3 from the levels 4, 8, 16
 * is the model error, which widens every interval.
 */
final class CoupledReference implements LimitReference {
    /** The differences may add half to the variance: then it is as precise as {@link LadderReference}. */
    static final double FACTOR = Math.sqrt(1 + CoupledPairs.SHARE);

    /** Of the differences in the mean: at l = infinity a polynomial of degree 3 in 1/l through the levels 2, 4, 8, 16. */
    private static final double[] WEIGHTS = {1, 22 / 21.0, 8 / 21.0, 64 / 21.0};
    /** Of the differences in the model error: that polynomial minus the one of degree 2 through the levels 4, 8, 16. */
    private static final double[] CURVATURE = {0, 1 / 21.0, -6 / 21.0, 8 / 21.0};

    private final Estimates first;
    private final List<Estimates> pairs;
    private final long paths;
    private final String source;

    private CoupledReference(Estimates first, List<Estimates> pairs, long paths, String source) {
        this.paths = paths;
        this.first = first;
        this.pairs = pairs;
        this.source = source;
    }

    /** Empty where the levels vary so differently, or where so few trajectories are wanted, that independent levels are cheaper. */
    static Optional<LimitReference> simulate(
            Limit limit, Setting setting, Laboratory laboratory, String look, long paths, Bill bill) {
        CoupledPairs coupled = new CoupledPairs(limit.scheme(), setting, laboratory, bill);
        long independent = paths * LadderReference.cost();
        if (independent <= paths + 2 * coupled.least()) {
            return Optional.empty();
        }
        List<Long> counts = coupled.counts(look + " limit pilot", paths, WEIGHTS);
        if (independent <= CoupledPairs.cost(counts)) {
            return Optional.empty();
        }
        Estimates first = coupled.first(look + " limit", counts.get(0));
        List<Estimates> pairs = coupled.simulate(look + " limit", counts.subList(1, counts.size()));
        String source = LadderReference.name(limit) + " at coupled l = 1, 2, 4, 8, 16 extrapolates to";
        return Optional.of(new CoupledReference(first, pairs, paths, source));
    }

    @Override
    public double mean(int checkpoint, int observable) {
        return first.moments(checkpoint, observable).mean() + weighted(WEIGHTS, checkpoint, observable);
    }

    @Override
    public double standardError(int checkpoint, int observable) {
        return Math.sqrt(squaredError(checkpoint, observable));
    }

    @Override
    public double modelError(int checkpoint, int observable) {
        return Math.abs(weighted(CURVATURE, checkpoint, observable));
    }

    /** The skewness of the whole sum, not of its parts: a skewed difference that adds little to the variance does no harm. */
    @Override
    public long neededForSkewness(int checkpoint, int observable, double alpha) {
        double variance = squaredError(checkpoint, observable);
        if (variance == 0) {
            return 1;
        }
        double third = thirdMoment(first.moments(checkpoint, observable), 1);
        for (int i = 0; i < WEIGHTS.length; i++) {
            third += thirdMoment(CoupledPairs.difference(pairs.get(i), checkpoint, observable), WEIGHTS[i]);
        }
        double skewness = third / (variance * Math.sqrt(variance));
        return SkewAllowance.minTrajectories(skewness * Math.sqrt((double) paths), alpha);
    }

    /** That of level 1, brought to level 16 by the ratios of the sample variances of both states of each pair. */
    @Override
    public double variance(int checkpoint, int observable) {
        double variance = first.plainMoments(checkpoint, observable).variance();
        for (Estimates pair : pairs) {
            double fine = CoupledPairs.fine(pair, checkpoint, observable).variance();
            double coarse = CoupledPairs.coarse(pair, checkpoint, observable).variance();
            variance *= coarse > 0 ? fine / coarse : 1;
        }
        return variance;
    }

    @Override
    public String source() {
        return source;
    }

    private double weighted(double[] weights, int checkpoint, int observable) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i]
                    * CoupledPairs.difference(pairs.get(i), checkpoint, observable)
                            .mean();
        }
        return sum;
    }

    private double squaredError(int checkpoint, int observable) {
        Moments one = first.moments(checkpoint, observable);
        double variance = one.variance() / one.count();
        for (int i = 0; i < WEIGHTS.length; i++) {
            Moments difference = CoupledPairs.difference(pairs.get(i), checkpoint, observable);
            variance += WEIGHTS[i] * WEIGHTS[i] * difference.variance() / difference.count();
        }
        return variance;
    }

    /** The third central moment of weight times a mean. */
    private static double thirdMoment(Moments moments, double weight) {
        double n = moments.count();
        return weight * weight * weight * moments.m3() / (n * n * n);
    }
}
