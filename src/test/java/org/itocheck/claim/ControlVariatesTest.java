package org.itocheck.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.itocheck.dynamics.Family;
import org.itocheck.dynamics.Problem;
import org.itocheck.dynamics.Problems;
import org.itocheck.dynamics.optimizer.Svag;
import org.itocheck.dynamics.sde.ItoSde;
import org.itocheck.observable.Monomial;
import org.itocheck.observable.Observable;
import org.itocheck.random.Seed;
import org.itocheck.verify.Verifier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Control variates save trajectories and change no error rate. */
class ControlVariatesTest {
    private static final double BOUND = 1e-6;
    private static final double ALPHA = 0.01;
    private static final Observable LOSS = Observable.loss(Settings.C2.objective());

    @Test
    void a_limit_needs_fewer_paths_and_says_so() {
        Setting plain = Settings.last(Svag.family(Settings.C2), Settings.C2, List.of(1, 2, 4, 8), Observable.cosine(1));
        Outcome without = Settings.budget(1 << 20).verify(limit(plain, 0.05));
        Outcome with = Settings.budget(1 << 20).verify(limit(plain.withLinearControls(), 0.05));
        assertThat(with.verdict()).as(with.headline()).isEqualTo(Verdict.PASS);
        assertThat(without.verdict()).isEqualTo(Verdict.PASS);
        assertThat(without.power()).doesNotContain("control variates");
        assertThat(with.power()).matches(".*; control variates save a factor of [\\d.]+ to [\\d.]+ in paths");
        assertThat(with.cells().get(0).trajectories())
                .isLessThan(without.cells().get(0).trajectories() / 2);
        assertThat(with.trajectories()).isLessThan((long) (0.6 * without.trajectories()));
        for (int i = 0; i < 4; i++) { // a standard deviation is that of g, with controls or without
            double ratio = with.cells().get(i).standardDeviation()
                    / without.cells().get(i).standardDeviation();
            assertThat(ratio).isBetween(0.9, 1.1);
        }
        System.out.printf(
                Locale.ROOT,
                "limit of SVAG on C2, cos x[1], tolerance 0.05 sd: %d paths a level without, %d with control variates%n",
                without.cells().get(0).trajectories(),
                with.cells().get(0).trajectories());
    }

    @Test
    void controls_that_would_take_more_paths_are_not_used() {
        Setting plain = Settings.last(Svag.family(Settings.C2), Settings.C2, List.of(1, 2, 4, 8), LOSS);
        Outcome without = Settings.budget(1 << 20).verify(limit(plain, 0.1));
        Outcome with = Settings.budget(1 << 20).verify(limit(plain.withLinearControls(), 0.1));
        assertThat(with.cells()).isEqualTo(without.cells()); // what is left of a quadratic is too skewed
        assertThat(with.power()).isEqualTo(without.power() + "; no control variate is known that takes fewer paths");
    }

    @Test
    void an_estimated_limit_is_controlled_too() {
        Setting plain = Settings.last(Svag.family(Settings.C2), Settings.C2, List.of(2, 4, 8), Observable.cosine(1));
        Claim claim =
                new LimitBias(plain.withLinearControls(), ItoSde.of(Settings.C2), Tolerance.withinDeviations(0.15));
        Outcome outcome = Settings.budget(1 << 18).verify(claim);
        assertThat(outcome.verdict()).as(outcome.headline()).isEqualTo(Verdict.PASS);
        assertThat(outcome.truth()).contains("Euler-Maruyama");
        assertThat(outcome.power()).contains("; control variates save a factor of ");
    }

    @Test
    void a_wrong_limit_still_fails() {
        Setting setting = Settings.last(Settings.rootOfLevel(Settings.C2), Settings.C2, List.of(2, 4, 8, 16), LOSS)
                .withLinearControls();
        Outcome outcome = Settings.budget(1 << 18).verify(limit(setting, 0.1));
        assertThat(outcome.verdict()).as(outcome.headline()).isEqualTo(Verdict.FAIL);
        assertThat(outcome.power()).endsWith("; no control variate is known that takes fewer paths");
    }

    @Test
    void a_mutant_with_the_right_mean_of_x_is_found_with_fewer_trajectories() {
        long plain = fewest(false);
        long controlled = fewest(true);
        System.out.printf(
                Locale.ROOT,
                "c = sqrt(2l) at l = 4 on C2, loss, found in 9 of 10 runs with %d paths, with control variates %d%n",
                plain,
                controlled);
        assertThat(controlled).isLessThanOrEqualTo(plain / 2);
    }

    /** The first power of two of trajectories with which the mutant fails in 9 of 10 runs. */
    private static long fewest(boolean controlled) {
        Family mutant = Family.of("c = sqrt(2l)", Settings.C2.learningRate(), level -> (x, context) -> {
            double c = Math.sqrt(2.0 * level);
            double[] g1 = context.sampleGradient(x);
            double[] g2 = context.sampleGradient(x);
            for (int i = 0; i < x.length; i++) {
                x[i] -= context.learningRate() * ((1 + c) / 2 * g1[i] + (1 - c) / 2 * g2[i]);
            }
        });
        Setting setting = Settings.last(mutant, Settings.C2, List.of(4), LOSS);
        ExactMean claim =
                new ExactMean(controlled ? setting.withLinearControls() : setting, Svag.family(Settings.C2), 0.02);
        for (long paths = 1 << 9; paths <= 1 << 17; paths *= 2) {
            int failed = 0;
            for (int s = 0; s < 20; s++) {
                failed += verify(claim, s, 1e-4, paths).verdict() == Verdict.FAIL ? 1 : 0;
            }
            if (failed >= 18) {
                return paths;
            }
        }
        throw new AssertionError("not found with " + (1 << 17) + " paths");
    }

    @Test
    void a_mistake_that_only_the_controlled_values_show_is_named() {
        Setting setting = Settings.last(new Shifted(Settings.C2.learningRate(), 0), Settings.C2, List.of(1), LOSS)
                .withLinearControls();
        Outcome right = Settings.budget(1 << 12).verify(new ExactMean(setting, Svag.family(Settings.C2), 0.2));
        assertThat(right.verdict()).as(right.headline()).isEqualTo(Verdict.PASS);
        assertThat(right.power()).contains("; control variates save a factor of ");
    }

    @Test
    void without_exact_means_of_controls_nothing_changes_but_a_word() {
        Problem hidden = Hidden.hide(Settings.GAUSSIAN);
        Setting setting = Settings.last(Svag.family(hidden), hidden, List.of(2, 4, 8), Observable.power(0, 2));
        LimitBias claim = new LimitBias(setting, ItoSde.of(hidden), Tolerance.withinDeviations(0.2));
        LimitBias controlled =
                new LimitBias(setting.withLinearControls(), ItoSde.of(hidden), Tolerance.withinDeviations(0.2));
        Outcome one = Settings.budget(1 << 16).verify(claim);
        Outcome other = Settings.budget(1 << 16).verify(controlled);
        assertThat(other.cells()).isEqualTo(one.cells());
        assertThat(other.power()).isEqualTo(one.power() + "; no control variate is known that takes fewer paths");
    }

    @Test
    void exact_means_rarely_alarm_quick() {
        alarms(Settings.SKEWED, List.of(Observable.power(0, 2)), 100, 1024);
        alarms(Settings.C2, plane(), 50, 1024);
    }

    @Test
    @Tag("slow")
    void exact_means_rarely_alarm() {
        alarms(Settings.SKEWED, List.of(Observable.power(0, 2), Observable.power(0, 3)), 2000, 2048);
        alarms(Problems.named("A1/skew2pt"), List.of(Observable.power(0, 2)), 2000, 2048);
        alarms(Settings.C2, plane(), 1000, 2048);
    }

    @Test
    void intercepts_cover_the_limit_quick() {
        intercepts(100, 4096);
    }

    @Test
    @Tag("slow")
    void intercepts_cover_the_limit() {
        intercepts(1000, 1 << 14);
    }

    /** Every cell at alpha 1e-2, half of it for the controlled values. */
    private static void alarms(Problem problem, List<Observable> observables, int seeds, long paths) {
        Setting setting = new Setting(
                        Svag.family(problem), problem, List.of(1, 4), observables, List.of(problem.steps()))
                .withLinearControls();
        ExactMean claim = new ExactMean(setting);
        int[] alarms = new int[claim.cells()];
        for (int s = 0; s < seeds; s++) {
            Outcome outcome = verify(claim, s, ALPHA * claim.cells(), paths);
            for (int i = 0; i < alarms.length; i++) {
                alarms[i] += outcome.cells().get(i).verdict() == Verdict.FAIL ? 1 : 0;
            }
        }
        report("alarms", problem, alarms, seeds, paths);
        for (int count : alarms) {
            assertThat(count).isLessThanOrEqualTo(largest(seeds, ALPHA, alarms.length));
        }
    }

    /** As in {@link ErrorRatesTest}: FAIL exactly where the interval misses, at alpha / 10 where nothing is skewed. */
    private static void intercepts(int seeds, long paths) {
        double alpha = 0.49;
        Setting setting = Settings.last(
                        Svag.family(Settings.GAUSSIAN), Settings.GAUSSIAN, List.of(2, 4, 8, 16), Observable.power(0, 2))
                .withLinearControls();
        LimitBias claim = new LimitBias(setting, ItoSde.of(Settings.GAUSSIAN), Tolerance.withinDeviations(1e-4));
        int[] misses = new int[1];
        for (int s = 0; s < seeds; s++) {
            misses[0] += verify(claim, s, alpha, paths).verdict() == Verdict.FAIL ? 1 : 0;
        }
        report("intervals that miss", Settings.GAUSSIAN, misses, seeds, paths);
        assertThat(misses[0])
                .isBetween(
                        BinomialDistribution.of(seeds, alpha / 20).inverseCumulativeProbability(BOUND),
                        largest(seeds, alpha / 10, 1));
    }

    private static LimitBias limit(Setting setting, double deviations) {
        return new LimitBias(setting, ItoSde.of(Settings.C2), Tolerance.withinDeviations(deviations));
    }

    private static List<Observable> plane() {
        List<Observable> all = new ArrayList<>(Monomial.upTo(2, 2));
        all.add(LOSS);
        return all;
    }

    private static Outcome verify(Claim claim, int index, double falseFailRate, long paths) {
        Seed seed = Settings.SEED.forPurpose("controlled " + index);
        // The first claim of a verifier gets half of its rate.
        return new Verifier(seed, 2 * falseFailRate, 1e-3, paths, 2).verify(claim);
    }

    private static int largest(int seeds, double rate, int cells) {
        return BinomialDistribution.of(seeds, rate).inverseSurvivalProbability(BOUND / cells);
    }

    private static void report(String what, Problem problem, int[] counts, int seeds, long paths) {
        System.out.printf(
                Locale.ROOT,
                "with control variates, %s on %s, %d seeds of %d paths: %d of %d cells, most in one cell %d%n",
                what,
                problem.name(),
                seeds,
                paths,
                Arrays.stream(counts).sum(),
                seeds * counts.length,
                Arrays.stream(counts).max().orElseThrow());
    }
}
