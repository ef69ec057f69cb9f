package org.itocheck.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.itocheck.dynamics.Family;
import org.itocheck.dynamics.Problem;
import org.itocheck.dynamics.Problems;
import org.itocheck.dynamics.optimizer.Svag;
import org.itocheck.dynamics.sde.GradientFlow;
import org.itocheck.dynamics.sde.ItoSde;
import org.itocheck.dynamics.sde.Limit;
import org.itocheck.ensemble.CellTests;
import org.itocheck.ensemble.Controls;
import org.itocheck.ensemble.Engine;
import org.itocheck.ensemble.Ensemble;
import org.itocheck.ensemble.Estimates;
import org.itocheck.ensemble.Progress;
import org.itocheck.observable.Observable;
import org.itocheck.random.Seed;
import org.itocheck.stats.ErrorBudget;
import org.itocheck.stats.Interval;
import org.itocheck.truth.Truths;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The limit from coupled levels: right, as precise as it says, and cheap. */
class CoupledReferenceTest {
    private static final Problem B1 = Problems.named("B1");
    private static final List<Observable> SCALAR =
            List.of(Observable.coordinate(0), Observable.power(0, 2), Observable.cosine(0), Observable.gaussianBump(0));

    /** Without noise the error is that of the extrapolation alone. */
    @Test
    void without_noise_it_is_the_cubic_extrapolation_and_bounds_its_own_error() {
        Problem problem = Problems.named("A1/gaussian");
        Setting setting = Settings.last(Svag.family(problem), problem, List.of(1), Observable.coordinate(0));
        LimitReference reference =
                reference(GradientFlow.of(Hidden.hide(problem)), hidden(setting), 1, 1 << 14, new Bill());
        double truth = StrictMath.exp(-problem.horizon());
        double[] level = new double[5]; // GD of level l = 1, 2, 4, 8, 16 on h = 1 from x0 = 1
        for (int i = 0; i < level.length; i++) {
            int l = 1 << i;
            level[i] = StrictMath.pow(1 - problem.learningRate() / l, l * problem.steps());
        }
        double cubic = (-level[1] + 14 * level[2] - 56 * level[3] + 64 * level[4]) / 21;
        double square = (level[2] - 6 * level[3] + 8 * level[4]) / 3;
        assertThat(reference.mean(4, 0)).isCloseTo(cubic, org.assertj.core.data.Offset.offset(1e-14));
        assertThat(reference.modelError(4, 0))
                .isCloseTo(Math.abs(cubic - square), org.assertj.core.data.Offset.offset(1e-14));
        assertThat(reference.standardError(4, 0)).isZero();
        assertThat(Math.abs(reference.mean(4, 0) - truth)).isBetween(1e-8, reference.modelError(4, 0));
        assertThat(reference.source())
                .isEqualTo("Euler-Maruyama of gradient flow at coupled l = 1, 2, 4, 8, 16 extrapolates to");
    }

    @Test
    void it_is_as_precise_as_planned_for_a_fraction_of_the_steps() {
        Problem problem = Problems.named("digits/logistic");
        Setting setting = Settings.last(
                Svag.family(problem), problem, List.of(1), Observable.coordinate(0), Observable.squaredNorm());
        long paths = 1 << 15;
        Count count = new Count(1);
        LimitReference reference =
                LimitReference.estimated(ItoSde.of(problem), setting, count, "test", paths, new Bill());
        double independent = (double) paths * LadderReference.cost() * problem.steps();
        System.out.printf(
                Locale.ROOT,
                "estimated limit of digits/logistic, %d paths: %.3g steps, independent levels %.3g: %.1f times fewer%n",
                paths,
                (double) count.steps,
                independent,
                independent / count.steps);
        for (int g = 0; g < 2; g++) {
            double deviation = Math.sqrt(reference.variance(problem.steps(), g) / paths);
            assertThat(reference.standardError(problem.steps(), g) / deviation)
                    .isBetween(0.9, 1.1 * LimitReference.estimatedFactor());
            assertThat(reference.modelError(problem.steps(), g)).isLessThan(0.3 * deviation);
        }
        assertThat(independent / count.steps).isGreaterThan(2.5);
    }

    @Test
    void where_few_trajectories_are_wanted_it_stays_with_independent_levels() {
        Setting setting =
                Settings.last(Svag.family(Settings.GAUSSIAN), Settings.GAUSSIAN, List.of(1), Observable.power(0, 2));
        assertThat(reference(ItoSde.of(Settings.GAUSSIAN), setting, 1, 2048, new Bill())
                        .source())
                .isEqualTo("intercept of Euler-Maruyama at l = 1, 2, 4, 16");
    }

    @Test
    void the_variance_of_the_limit_is_that_of_the_finest_level() {
        Setting setting =
                Settings.last(Svag.family(Settings.GAUSSIAN), Settings.GAUSSIAN, List.of(1), Observable.power(0, 2));
        LimitReference exact =
                LimitReference.exact(ItoSde.of(Settings.GAUSSIAN), setting).orElseThrow();
        LimitReference estimated =
                reference(ItoSde.of(Hidden.hide(Settings.GAUSSIAN)), hidden(setting), 3, 1 << 15, new Bill());
        assertThat(estimated.variance(4, 0) / exact.variance(4, 0)).isBetween(0.9, 1.1);
    }

    @Test
    void intervals_miss_at_the_stated_rate_quick() {
        misses(Settings.GAUSSIAN, SCALAR, 100, 1 << 13);
    }

    @Test
    @Tag("slow")
    void intervals_miss_at_the_stated_rate() {
        misses(Settings.GAUSSIAN, SCALAR, 2000, 1 << 13);
        misses(Problems.named("D1/gaussian"), SCALAR, 1000, 1 << 13);
        misses(Problems.named("B2"), SCALAR.subList(0, 2), 2000, 1 << 13);
    }

    @Test
    @Tag("slow")
    void intervals_of_a_controlled_reference_miss_at_the_stated_rate() {
        Observable square = Observable.of("own square", x -> x[0] * x[0]); // of which no theory knows the mean
        Setting setting = Settings.last(Svag.family(B1), B1, List.of(1), square).withLinearControls();
        double exact = Truths.of(ItoSde.of(B1), B1)
                .flatMap(t -> t.of(Observable.power(0, 2), B1.steps()))
                .orElseThrow()
                .mean();
        int misses = 0;
        int seeds = 1000;
        for (int s = 0; s < seeds; s++) {
            LimitReference reference = reference(ItoSde.of(B1), setting, s, 1 << 13, new Bill());
            double half = Interval.normalMultiplier(0.05) * reference.standardError(B1.steps(), 0)
                    + reference.modelError(B1.steps(), 0);
            misses += Math.abs(reference.mean(B1.steps(), 0) - exact) > half ? 1 : 0;
        }
        System.out.printf("controlled limit of B1, x[0]^2: %d of %d intervals of 5 %% miss%n", misses, seeds);
        assertThat(misses)
                .isLessThanOrEqualTo(BinomialDistribution.of(seeds, 0.05).inverseSurvivalProbability(1e-6));
    }

    /** Plain 5 % intervals of the mean, widened by the model error, around the exact one: they miss 5 % of the time at most. */
    private static void misses(Problem problem, List<Observable> observables, int seeds, long paths) {
        Setting setting = new Setting(Svag.family(problem), problem, List.of(1), observables, List.of(problem.steps()));
        LimitReference exact = LimitReference.exact(ItoSde.of(problem), setting).orElseThrow();
        int[] misses = new int[observables.size()];
        int coupled = 0;
        for (int s = 0; s < seeds; s++) {
            LimitReference reference =
                    reference(ItoSde.of(Hidden.hide(problem)), hidden(setting), s, paths, new Bill());
            coupled += reference.source().contains("coupled") ? 1 : 0;
            for (int g = 0; g < misses.length; g++) {
                int k = problem.steps();
                double half =
                        Interval.normalMultiplier(0.05) * reference.standardError(k, g) + reference.modelError(k, g);
                misses[g] += Math.abs(reference.mean(k, g) - exact.mean(k, g)) > half ? 1 : 0;
            }
        }
        assertThat(coupled).isGreaterThan(seeds / 2);
        BinomialDistribution allowed = BinomialDistribution.of(seeds, 0.05);
        for (int g = 0; g < misses.length; g++) {
            System.out.printf(
                    Locale.ROOT,
                    "coupled limit of %s, %s: %d of %d intervals of 5 %% miss%n",
                    problem.name(),
                    observables.get(g).name(),
                    misses[g],
                    seeds);
            assertThat(misses[g])
                    .isLessThanOrEqualTo(allowed.inverseSurvivalProbability(1e-6))
                    .isGreaterThanOrEqualTo(BinomialDistribution.of(seeds, 0.02).inverseCumulativeProbability(1e-6));
        }
    }

    private static Setting hidden(Setting setting) {
        return new Setting(
                setting.family(),
                Hidden.hide(setting.problem()),
                setting.levels(),
                setting.observables(),
                setting.checkpoints());
    }

    private static LimitReference reference(Limit limit, Setting setting, long seed, long paths, Bill bill) {
        return LimitReference.estimated(limit, setting, new Count(seed), "test", paths, bill);
    }

    /** A laboratory that counts the steps, two states of a pair as so many steps as they take together. */
    private static final class Count implements Laboratory {
        private final Seed seed;
        private long steps;

        Count(long seed) {
            this.seed = new Seed(seed);
        }

        @Override
        public ErrorBudget budget() {
            return new ErrorBudget(1e-6, 1e-3);
        }

        @Override
        public long trajectoryBudget() {
            return 1 << 20;
        }

        @Override
        public Seed seed() {
            return seed;
        }

        @Override
        public Estimates simulate(
                Setting setting, Family family, int level, String purpose, long trajectories, CellTests tests) {
            return simulate(setting, family, level, purpose, trajectories, tests, Controls.NONE);
        }

        @Override
        public Estimates simulate(
                Setting setting,
                Family family,
                int level,
                String purpose,
                long trajectories,
                CellTests tests,
                Controls controls) {
            Ensemble ensemble = setting.ensemble(
                            family, level, seed.forPurpose(purpose + family.name() + level), trajectories)
                    .controlledBy(controls);
            steps += ensemble.totalSteps() * (family.name().contains(" at 2l and l") ? 3 : 1);
            return new Engine(1).run(ensemble, tests, Progress.SILENT);
        }
    }
}
