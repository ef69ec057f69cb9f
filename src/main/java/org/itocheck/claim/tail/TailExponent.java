package org.itocheck.claim.tail;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import org.itocheck.claim.Cell;
import org.itocheck.claim.Laboratory;
import org.itocheck.claim.Numbers;
import org.itocheck.claim.Verdict;
import org.itocheck.random.NoiseRows;
import org.itocheck.stats.Decision;
import org.itocheck.stats.ExceedanceTest;
import org.itocheck.stats.Moments;

/**
 * How fast the tail of a size falls far out: a pilot finds a threshold that about one in {@code 2 * rarity} sizes reaches, a second ensemble
 * counts what reaches it and how far beyond.
 *
 * @param name for messages
 * @param sizes makes the source of sizes for a number of lanes
 * @param rarity how many sizes a trajectory draws
 */
record TailExponent(String name, IntFunction<Source> sizes, int rarity) {
    private static final long PILOT = 64;
    /** How many of its trajectories reach the threshold: exp(-0.577), since the logarithm of a maximum has this mean. */
    private static final double REACHING = 0.56;
    /** The least difference of exponents looked for: 3 against 4. */
    private static final double SHARE = 0.75;
    /** Keeps the atoms at the threshold among what reaches it. */
    private static final double ROUNDING = 1e-9;

    /** Draws sizes, one for each lane. */
    @FunctionalInterface
    interface Source {
        /**
         * @param sizes overwritten, 0 or above, finite
         */
        void next(NoiseRows noise, double[] sizes);
    }

    /**
     * What reached the threshold.
     *
     * @param threshold u; 0 if all sizes of the pilot were 0
     * @param count k
     * @param sumOfLogs sum of log(size/u)
     * @param trajectories of both ensembles
     */
    record Exceedances(double threshold, long count, double sumOfLogs, long trajectories) {
        /** The exponent of the tail; a million where nothing lies beyond the threshold. */
        double exponent() {
            return Math.min(1e6, (double) count / sumOfLogs);
        }

        /** One number of a claim: the moment of this order exists as far as can be seen. */
        Cell cell(String what, ExceedanceTest test) {
            String name = "E|" + what + "|^" + Numbers.plain(test.power());
            if (threshold == 0) {
                return Cell.exact(name, 1, 1, 1, 0, 0, 0);
            }
            Decision decision = test.decide(count, sumOfLogs);
            Verdict verdict = decision == Decision.ACCEPT
                    ? Verdict.PASS
                    : decision == Decision.REJECT ? Verdict.FAIL : Verdict.INCONCLUSIVE;
            double exponent = count == 0 ? Double.NaN : exponent();
            String note = verdict == Verdict.INCONCLUSIVE
                    ? "the tail falls like x^-" + Numbers.brief(exponent) + ", too near x^-"
                            + Numbers.plain(test.power()) + " to tell from " + count + " exceedances"
                    : "";
            double halfWidth = 3 * exponent / Math.sqrt((double) count);
            double gap = exponent - test.power();
            return new Cell(name, 1, 1, 1, exponent, test.power(), gap, halfWidth, 0, 0, trajectories, verdict, note);
        }
    }

    /** How many trajectories see an exponent of three quarters of the critical one. */
    long needed(ExceedanceTest test) {
        return (long) Math.ceil(test.minExceedances(SHARE) / REACHING);
    }

    /** Draws and counts. */
    Exceedances measure(Laboratory laboratory, String purpose, long trajectories) {
        long pilot = Math.max(1, Math.min(PILOT, laboratory.trajectoryBudget()));
        double mean = new Draws(name, 1, lanes -> new Largest(sizes.apply(lanes), rarity, lanes))
                .moments(laboratory, purpose + " pilot", pilot)
                .get(0)
                .mean();
        double threshold = StrictMath.exp(mean) * (1 - ROUNDING);
        if (threshold < Math.sqrt(Double.MIN_NORMAL)) {
            return new Exceedances(0, 0, 0, pilot);
        }
        List<Moments> moments = new Draws(name, 2, lanes -> new Beyond(sizes.apply(lanes), rarity, threshold, lanes))
                .moments(laboratory, purpose, trajectories);
        double count = moments.get(0).mean() * trajectories;
        return new Exceedances(
                threshold, Math.round(count), moments.get(1).mean() * trajectories, pilot + trajectories);
    }

    /** The logarithm of the largest size of a trajectory. */
    private static final class Largest implements Draws.Sampler {
        private final Source source;
        private final int rarity;
        private final double[] sizes;

        Largest(Source source, int rarity, int lanes) {
            this.source = source;
            this.rarity = rarity;
            this.sizes = new double[lanes];
        }

        @Override
        public void draw(NoiseRows noise, double[][] out) {
            double[] largest = out[0];
            Arrays.fill(largest, Double.MIN_NORMAL);
            for (int i = 0; i < rarity; i++) {
                source.next(noise, sizes);
                for (int j = 0; j < sizes.length; j++) {
                    largest[j] = Math.max(largest[j], sizes[j]);
                }
            }
            for (int j = 0; j < sizes.length; j++) {
                largest[j] = StrictMath.log(largest[j]);
            }
        }
    }

    /** How many sizes of a trajectory reach the threshold, and the sum of log(size/threshold) over them. */
    private static final class Beyond implements Draws.Sampler {
        private final Source source;
        private final int rarity;
        private final double threshold;
        private final double[] sizes;

        Beyond(Source source, int rarity, double threshold, int lanes) {
            this.source = source;
            this.rarity = rarity;
            this.threshold = threshold;
            this.sizes = new double[lanes];
        }

        @Override
        public void draw(NoiseRows noise, double[][] out) {
            Arrays.fill(out[0], 0);
            Arrays.fill(out[1], 0);
            for (int i = 0; i < rarity; i++) {
                source.next(noise, sizes);
                for (int j = 0; j < sizes.length; j++) {
                    if (sizes[j] >= threshold) {
                        out[0][j] += 1;
                        out[1][j] += StrictMath.log(sizes[j] / threshold);
                    }
                }
            }
        }
    }
}
