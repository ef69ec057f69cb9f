package org.itocheck.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.itocheck.dynamics.Problem;
import org.itocheck.dynamics.optimizer.Svag;
import org.itocheck.dynamics.sde.ItoSde;
import org.itocheck.observable.Monomial;
import org.itocheck.observable.Observable;
import org.itocheck.random.Seed;
import org.itocheck.verify.Verifier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The claims keep the error rates that they state: a right program under many seeds, at rates large enough to count. Each cell is counted
 * over independent seeds and compared with the binomial law; cells of one seed are dependent, so each has its share of the bound's 1e-6.
 */
class ErrorRatesTest {
    private static final double BOUND = 1e-6;
    private static final double ALPHA = 0.01;
    private static final List<Observable> SCALAR = List.of(
            Observable.coordinate(0),
            Observable.power(0, 2),
            Observable.power(0, 3),
            Observable.cosine(0),
            Observable.gaussianBump(0));

    @Test
    void exact_means_rarely_alarm_quick() {
        exactMeans(Settings.SKEWED, SCALAR, 100, 1024);
        exactMeans(Settings.C2, plane(), 100, 1024);
    }

    @Test
    @Tag("slow")
    void exact_means_rarely_alarm() {
        exactMeans(Settings.SKEWED, SCALAR, 400, 1 << 14);
        exactMeans(Settings.C2, plane(), 400, 1 << 14);
    }

    @Test
    void intercepts_cover_the_limit_quick() {
        intercepts(Settings.GAUSSIAN, 200, 2048);
        intercepts(Hidden.hide(Settings.GAUSSIAN), 100, 2048);
    }

    @Test
    @Tag("slow")
    void intercepts_cover_the_limit() {
        intercepts(Settings.GAUSSIAN, 1000, 1 << 14);
        intercepts(Hidden.hide(Settings.GAUSSIAN), 1000, 1 << 14);
    }

    private static List<Observable> plane() {
        List<Observable> all = new ArrayList<>(Monomial.upTo(3, 2));
        all.add(Observable.loss(Settings.C2.objective()));
        return all;
    }

    /** Every cell at alpha 1e-2: alarms are at most binomial (the e-test is conservative, so below alpha on average). */
    private static void exactMeans(Problem problem, List<Observable> observables, int seeds, long trajectories) {
        Setting setting =
                new Setting(Svag.family(problem), problem, List.of(1, 2, 4, 16), observables, List.of(problem.steps()));
        ExactMean claim = new ExactMean(setting);
        int[] alarms = new int[claim.cells()];
        int verdicts = 0;
        for (int s = 0; s < seeds; s++) {
            Outcome outcome = verify(claim, s, ALPHA * claim.cells(), trajectories);
            verdicts += outcome.verdict() == Verdict.FAIL ? 1 : 0;
            for (int i = 0; i < alarms.length; i++) {
                alarms[i] += outcome.cells().get(i).verdict() == Verdict.FAIL ? 1 : 0;
            }
        }
        report("alarms", problem, alarms, seeds, ALPHA, trajectories);
        System.out.printf(Locale.ROOT, "  of %d verdicts %d are FAIL%n", seeds, verdicts);
        for (int count : alarms) {
            assertThat(count).isLessThanOrEqualTo(largest(seeds, ALPHA, alarms.length));
        }
    }

    /**
     * With a tolerance of nearly 0 the verdict is FAIL exactly where the interval of the intercept misses 0, the true limit bias. The
     * intervals pay a factor of ten for skewness, so where there is none they miss with a tenth of alpha, or with half of
     * that where a second look is kept in reserve; neither more nor much less.
     */
    private static void intercepts(Problem problem, int seeds, long trajectories) {
        double alpha = 0.49;
        Setting setting = new Setting(
                Svag.family(problem),
                problem,
                List.of(2, 4, 8, 16),
                List.of(Observable.coordinate(0)),
                List.of(problem.steps()));
        LimitBias claim = new LimitBias(setting, ItoSde.of(problem), Tolerance.withinDeviations(1e-4));
        int[] misses = new int[claim.cells()];
        for (int s = 0; s < seeds; s++) {
            Outcome outcome = verify(claim, s, alpha * claim.cells(), trajectories);
            for (int i = 0; i < misses.length; i++) {
                Cell cell = outcome.cells().get(4 * i);
                misses[i] += cell.verdict() == Verdict.FAIL ? 1 : 0;
                assertThat(cell.note()).doesNotContain("too skewed");
            }
        }
        report("intervals that miss", problem, misses, seeds, alpha / 10, trajectories);
        boolean exact = LimitReference.exact(claim.limit(), setting).isPresent();
        for (int count : misses) {
            // An estimated reference that does not look like c0 + c1/l + c2/l^2 leaves the verdict open, at a rate of
            // alpha.
            assertThat(count)
                    .isBetween(
                            exact ? smallest(seeds, alpha / 20, misses.length) : 0,
                            largest(seeds, alpha / 10, misses.length));
        }
    }

    private static Outcome verify(Claim claim, int index, double falseFailRate, long trajectories) {
        Seed seed = Settings.SEED.forPurpose("rates " + index);
        // The first claim of a verifier gets half of its rate.
        Outcome outcome = new Verifier(seed, 2 * falseFailRate, 1e-3, trajectories, 2).verify(claim);
        assertThat(outcome.power()).startsWith("false alarm < " + Numbers.brief(falseFailRate) + " over all");
        return outcome;
    }

    private static int largest(int seeds, double rate, int cells) {
        return BinomialDistribution.of(seeds, rate).inverseSurvivalProbability(BOUND / cells);
    }

    private static int smallest(int seeds, double rate, int cells) {
        return BinomialDistribution.of(seeds, rate).inverseCumulativeProbability(BOUND / cells);
    }

    private static void report(String what, Problem problem, int[] counts, int seeds, double rate, long trajectories) {
        int sum = Arrays.stream(counts).sum();
        int most = Arrays.stream(counts).max().orElseThrow();
        System.out.printf(
                Locale.ROOT,
                "%s on %s, %d seeds of %d paths: %d of %d cells (rate %.5f, stated %.5f), most in one cell %d, bound %d%n",
                what,
                problem.name(),
                seeds,
                trajectories,
                sum,
                counts.length * seeds,
                (double) sum / (counts.length * seeds),
                rate,
                most,
                largest(seeds, rate, counts.length));
    }
}
