package org.itocheck.dynamics.coupled;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.itocheck.dynamics.Family;
import org.itocheck.dynamics.Problem;
import org.itocheck.dynamics.Problems;
import org.itocheck.dynamics.optimizer.Gd;
import org.itocheck.dynamics.optimizer.Ngd;
import org.itocheck.dynamics.optimizer.Svag;
import org.itocheck.dynamics.sde.EulerMaruyama;
import org.itocheck.dynamics.sde.SecondOrderSde;
import org.itocheck.ensemble.CellTests;
import org.itocheck.ensemble.Engine;
import org.itocheck.ensemble.Ensemble;
import org.itocheck.ensemble.Estimates;
import org.itocheck.ensemble.Progress;
import org.itocheck.observable.Observable;
import org.itocheck.observable.OnPair;
import org.itocheck.random.Seed;
import org.itocheck.stats.MeanTest;
import org.itocheck.truth.Truth;
import org.itocheck.truth.Truths;
import org.junit.jupiter.api.Test;

/** Each of two coupled levels has the law of its level alone, and the two stay close. */
class CoupledLevelsTest {
    private static final List<Observable> SIMPLE = List.of(Observable.coordinate(0), Observable.power(0, 2));

    @Test
    void the_fine_level_has_the_bits_of_the_level_alone() {
        for (String name : List.of("A1/gaussian", "B1", "C2", "E1")) {
            Problem problem = Problems.named(name);
            Family family = EulerMaruyama.family(problem);
            Estimates pair = run(family, problem, 3, 2, sides(OnPair.Side.FIRST), 3000, CellTests.NONE);
            Estimates alone = new Engine(2)
                    .run(
                            new Ensemble(family.at(6, problem.objective()), problem, 6, 6, SIMPLE, new Seed(7), 3000),
                            CellTests.NONE,
                            Progress.SILENT);
            for (int g = 0; g < SIMPLE.size(); g++) {
                assertThat(pair.moments(problem.steps(), g)).isEqualTo(alone.moments(problem.steps(), g));
            }
        }
    }

    @Test
    void the_coarse_level_has_the_exact_means_of_the_level_alone() {
        for (String name : List.of("A1/gaussian", "B2", "C2", "D1/gaussian")) {
            Problem problem = Problems.named(name);
            assertThat(alarms(EulerMaruyama.family(problem), problem, 2, 2))
                    .as(name)
                    .isZero();
            assertThat(alarms(Ngd.family(problem), problem, 3, 2)).as(name).isZero();
        }
    }

    /** The test above has the power to see another law: levels of NGD differ in the scale of their noise. */
    @Test
    void the_exact_means_of_another_level_are_found_wrong() {
        Problem problem = Problems.named("A1/gaussian");
        assertThat(alarms(EulerMaruyama.family(problem), problem, 2, 4)).isPositive();
        assertThat(alarms(Ngd.family(problem), problem, 2, 1)).isPositive();
    }

    /**
     * In how many cells the coarse state of level 2 has other means than a level has; the e-test alarms falsely with probability 1e-9 a cell,
     * and misses 8 % of a standard deviation with 1e-3.
     *
     * @param expected the level whose exact means are expected
     */
    private static int alarms(Family family, Problem problem, int ratio, int expected) {
        long paths = 1 << 14;
        Truth truth =
                Truths.of(family.at(expected, problem.objective()), problem).orElseThrow();
        IntFunction<MeanTest[]> tests = k -> SIMPLE.stream()
                .map(g -> truth.of(g, k).orElseThrow())
                .map(e -> new MeanTest(e.mean(), e.variance(), 1e-9, paths))
                .toArray(MeanTest[]::new);
        Estimates estimates =
                run(family, problem, 2, ratio, sides(OnPair.Side.SECOND), paths, (k, g) -> tests.apply(k)[g]);
        int alarms = 0;
        for (int k = 1; k <= problem.steps(); k++) {
            for (int g = 0; g < SIMPLE.size(); g++) {
                alarms += tests.apply(k)[g].alarm(estimates.evidence(k, g)) ? 1 : 0;
            }
        }
        return alarms;
    }

    @Test
    void the_difference_is_small_beside_the_levels() {
        Problem problem = Problems.named("A1/gaussian");
        List<Observable> all = List.of(OnPair.first(SIMPLE.get(0)), OnPair.difference(SIMPLE.get(0)));
        Estimates pair = run(EulerMaruyama.family(problem), problem, 8, 2, all, 4096, CellTests.NONE);
        assertThat(pair.moments(4, 1).variance() / pair.moments(4, 0).variance())
                .isBetween(2e-4, 6e-4);
    }

    @Test
    void results_do_not_depend_on_threads_and_lanes() {
        Problem problem = Problems.named("C2");
        Ensemble pair = ensemble(EulerMaruyama.family(problem), problem, 2, 2, sides(OnPair.Side.DIFFERENCE), 3000);
        Estimates expected = new Engine(1, 256).run(pair, CellTests.NONE, Progress.SILENT);
        Estimates other = new Engine(3, 16).run(pair, CellTests.NONE, Progress.SILENT);
        for (int g = 0; g < SIMPLE.size(); g++) {
            assertThat(other.moments(4, g)).isEqualTo(expected.moments(4, g));
        }
    }

    @Test
    void levels_of_gradient_descent_are_coupled_without_noise() {
        Problem problem = Problems.named("A1/gaussian");
        Estimates pair = run(Gd.family(problem), problem, 1, 2, sides(OnPair.Side.DIFFERENCE), 2, CellTests.NONE);
        assertThat(pair.moments(1, 0).mean()).isEqualTo(0.75 * 0.75 - 0.5); // x0 = 1, eta = 1/2
        assertThat(pair.moments(1, 0).variance()).isZero();
    }

    @Test
    void levels_of_the_second_order_sde_are_coupled_too() {
        Problem problem = Problems.named("A1/gaussian");
        Family family = SecondOrderSde.of(problem).scheme();
        List<Observable> all = List.of(OnPair.first(SIMPLE.get(0)), OnPair.difference(SIMPLE.get(0)));
        Estimates pair = run(family, problem, 8, 2, all, 4096, CellTests.NONE);
        assertThat(pair.moments(4, 1).variance())
                .isLessThan(1e-3 * pair.moments(4, 0).variance());
    }

    @Test
    void noise_of_mini_batches_is_refused() {
        Problem problem = Problems.named("C2");
        assertThatThrownBy(() -> ensemble(Svag.family(problem), problem, 1, 2, SIMPLE, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("family SVAG has noise that is not Gaussian by construction, so the noise of its fine steps"
                        + " does not add up to that of a coarse one; couple EulerMaruyama or NGD");
    }

    @Test
    void bad_arguments_are_refused_with_the_remedy() {
        Problem problem = Problems.named("C2");
        Family family = EulerMaruyama.family(problem);
        assertThatThrownBy(() -> new CoupledLevels(family, 1))
                .hasMessage("ratio is 1, expected at least 2: levels 2 l and l");
        assertThatThrownBy(() -> new CoupledLevels(family, 2).at(1, problem.objective()))
                .hasMessage("objective is C2 with dimension 2, coupled levels need room for two states; use"
                        + " CoupledLevels.twice(problem)");
        assertThatThrownBy(() -> new TwoStates(problem.objective()).evaluator(4))
                .hasMessage("two states of C2 are moved by CoupledLevels alone; take the loss itself");
    }

    private static List<Observable> sides(OnPair.Side side) {
        List<Observable> all = new ArrayList<>();
        SIMPLE.forEach(g -> all.add(new OnPair(g, side)));
        return all;
    }

    private static Estimates run(
            Family family,
            Problem problem,
            int level,
            int ratio,
            List<Observable> observables,
            long trajectories,
            CellTests tests) {
        Ensemble pair = ensemble(family, problem, level, ratio, observables, trajectories);
        return new Engine(2).run(pair, tests, Progress.SILENT);
    }

    private static Ensemble ensemble(
            Family family, Problem problem, int level, int ratio, List<Observable> observables, long trajectories) {
        Problem both = CoupledLevels.twice(problem);
        CoupledLevels pairs = new CoupledLevels(family, ratio);
        return new Ensemble(
                pairs.at(level, both.objective()),
                both,
                level,
                pairs.stepsPerCheckpoint(level),
                observables,
                new Seed(7),
                trajectories);
    }
}
