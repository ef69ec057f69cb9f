package org.itocheck.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.itocheck.dynamics.Family;
import org.itocheck.dynamics.coupled.CoupledLevels;
import org.itocheck.ensemble.CellTests;
import org.itocheck.ensemble.Controls;
import org.itocheck.ensemble.Estimates;
import org.itocheck.observable.Observable;
import org.itocheck.observable.OnPair;
import org.itocheck.stats.Moments;

/** The pairs of levels 2 and 1, 4 and 2, 8 and 4, 16 and 8 of a Gaussian scheme, each with as many trajectories as its difference is worth. */
final class CoupledPairs {
    /** The variance of all weighted differences, in that of the limit: what {@link #counts} aims at. */
    static final double SHARE = 0.5;

    private static final int[] COARSE = {1, 2, 4, 8};
    private static final long PILOT = LadderPlan.LEAST;
    private static final int RATIO = 2;
    private static final int SIDES = 3;

    private final CoupledLevels family;
    private final Setting setting;
    private final Setting both;
    private final Laboratory laboratory;
    private final Bill bill;

    CoupledPairs(Family scheme, Setting setting, Laboratory laboratory, Bill bill) {
        this.family = new CoupledLevels(scheme, RATIO);
        this.setting = setting;
        this.laboratory = laboratory;
        this.bill = bill;
        List<Observable> sides = new ArrayList<>();
        for (Observable g : setting.observables()) {
            sides.addAll(List.of(OnPair.first(g), OnPair.second(g), OnPair.difference(g)));
        }
        this.both =
                new Setting(family, CoupledLevels.twice(setting.problem()), List.of(1), sides, setting.checkpoints());
    }

    static Moments fine(Estimates pair, int checkpoint, int observable) {
        return pair.moments(checkpoint, SIDES * observable);
    }

    static Moments coarse(Estimates pair, int checkpoint, int observable) {
        return pair.moments(checkpoint, SIDES * observable + 1);
    }

    static Moments difference(Estimates pair, int checkpoint, int observable) {
        return pair.moments(checkpoint, SIDES * observable + 2);
    }

    /** The fewest steps of all pairs in one SGD step, pilot or not. */
    long least() {
        long count = leastCount();
        return cost(List.of(0L, count, count, count, count));
    }

    /** The steps of the first level and the pairs in one SGD step. */
    static long cost(List<Long> counts) {
        long steps = counts.get(0);
        for (int i = 0; i < COARSE.length; i++) {
            steps += cost(i) * counts.get(1 + i);
        }
        return steps;
    }

    private static long cost(int pair) {
        return COARSE[pair] * (1L + RATIO);
    }

    private long leastCount() {
        return Math.max(2, Math.min(PILOT, laboratory.trajectoryBudget())); // one has no variance
    }

    /** The first level, with the control variates of the setting. */
    Estimates first(String purpose, long count) {
        Controls controls = ControlVariates.of(setting, family.family(), 1);
        return bill.add(laboratory.simulate(setting, family.family(), 1, purpose, count, CellTests.NONE, controls));
    }

    List<Estimates> simulate(String purpose, List<Long> counts) {
        List<Estimates> pairs = new ArrayList<>();
        for (int i = 0; i < COARSE.length; i++) {
            pairs.add(bill.add(laboratory.simulate(both, family, COARSE[i], purpose, counts.get(i), CellTests.NONE)));
        }
        return pairs;
    }

    /**
     * How many trajectories the first level and each pair need, so that the variance of the first is that of {@code paths} trajectories of the
     * limit and the variance of the weighted differences {@link #SHARE} of it, at the least cost: n_i in proportion to |w_i| (V_i / C_i)^(1/2).
     * The variances are those of pilot ensembles that no verdict uses.
     *
     * @param weights of the differences
     * @return the first level, then the pairs
     */
    List<Long> counts(String purpose, long paths, double[] weights) {
        long most = laboratory.trajectoryBudget();
        long least = leastCount();
        List<Estimates> pilots = simulate(purpose, List.of(least, least, least, least));
        Controls controls = ControlVariates.of(setting, family.family(), 1);
        Optional<Estimates> first = controls.isEmpty() ? Optional.empty() : Optional.of(first(purpose, least));
        Long[] counts = {least, least, least, least, least};
        for (int k : setting.checkpoints()) {
            for (int g = 0; g < setting.observables().size(); g++) {
                int cell = g;
                double saving = first.map(e -> e.saving(k, cell)).orElse(1.0);
                double[] wanted = counts(pilots, k, g, weights, saving);
                for (int i = 0; i < counts.length; i++) {
                    counts[i] = Math.max(counts[i], Math.min(most, (long) Math.ceil((double) paths * wanted[i])));
                }
            }
        }
        return List.of(counts);
    }

    /** The counts that one cell asks for, in {@code paths}; what control variates save in the first level the differences must not lose. */
    private static double[] counts(List<Estimates> pilots, int k, int g, double[] weights, double saving) {
        double[] counts = new double[1 + COARSE.length];
        double limit = fine(pilots.get(pilots.size() - 1), k, g).variance();
        if (!(limit > 0)) {
            return counts;
        }
        double sum = 0;
        for (int i = 0; i < COARSE.length; i++) {
            double relative = difference(pilots.get(i), k, g).variance() / limit;
            counts[1 + i] = Math.abs(weights[i]) * Math.sqrt(relative / cost(i));
            sum += Math.abs(weights[i]) * Math.sqrt(relative * cost(i));
        }
        for (int i = 0; i < COARSE.length; i++) {
            counts[1 + i] *= sum * saving / SHARE;
        }
        counts[0] = coarse(pilots.get(0), k, g).variance() / limit;
        return counts;
    }
}
