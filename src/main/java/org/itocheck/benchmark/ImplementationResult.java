package org.itocheck.benchmark;

import java.util.Comparator;
import java.util.List;
import org.itocheck.benchmark.peer.Sample;

/**
 * One implementation of one problem over all rounds. In each round its fastest variant counts.
 *
 * @param name for example {@code ItoCheck} or {@code C++ simd (g++)}
 * @param variant the one that was fastest in the last round
 * @param nanos CPU time of a trajectory-step over the rounds, in nanoseconds
 * @param overItoCheck its time over that of ItoCheck in the same round; above 1 where ItoCheck is faster
 * @param mean E|x_K|^2 as it found it in the round where that was furthest away
 * @param standardError of the mean
 * @param deviations how many standard errors the mean is from where it should be
 */
public record ImplementationResult(
        String name,
        String variant,
        Spread nanos,
        Spread overItoCheck,
        double mean,
        double standardError,
        double deviations) {
    /** Further away than this many standard errors a mean is wrong: chance does it once in 5e8. */
    static final double MOST_DEVIATIONS = 6;

    /** Whether it computes the right thing. */
    public boolean sound() {
        return Math.abs(deviations) <= MOST_DEVIATIONS;
    }

    /**
     * @param rounds the samples of this implementation, one list a round, variants in any order
     * @param own the time of ItoCheck in each round
     * @param errorIfUnsaid the standard error of a mean that comes without one
     */
    static ImplementationResult of(
            List<List<Sample>> rounds, double[] own, PeerProblem.Reference reference, double errorIfUnsaid) {
        List<Sample> best = rounds.stream()
                .map(variants -> variants.stream()
                        .min(Comparator.comparingDouble(Sample::nanos))
                        .orElseThrow())
                .toList();
        double[] nanos = best.stream().mapToDouble(Sample::nanos).toArray();
        Sample worst = best.stream()
                .max(Comparator.comparingDouble(s -> Math.abs(deviations(s, reference, errorIfUnsaid))))
                .orElseThrow();
        return new ImplementationResult(
                worst.implementation(),
                best.get(best.size() - 1).variant(),
                Spread.of(nanos),
                Spread.ofRatios(nanos, own),
                worst.mean(),
                error(worst, errorIfUnsaid),
                deviations(worst, reference, errorIfUnsaid));
    }

    private static double deviations(Sample sample, PeerProblem.Reference reference, double errorIfUnsaid) {
        return reference.deviations(sample.mean(), error(sample, errorIfUnsaid));
    }

    private static double error(Sample sample, double errorIfUnsaid) {
        return Double.isNaN(sample.standardError()) ? errorIfUnsaid : sample.standardError();
    }
}
