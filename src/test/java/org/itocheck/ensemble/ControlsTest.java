package org.itocheck.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.itocheck.dynamics.Problem;
import org.itocheck.dynamics.Problems;
import org.itocheck.dynamics.optimizer.Svag;
import org.itocheck.observable.Observable;
import org.itocheck.random.Seed;
import org.itocheck.stats.MeanTest;
import org.itocheck.stats.Moments;
import org.itocheck.truth.Truth;
import org.itocheck.truth.Truths;
import org.junit.jupiter.api.Test;

/** Control variates: the same mean, less variance, and coefficients that know nothing of the trajectories they are used on. */
class ControlsTest {
    private static final Observable SQUARE = Observable.power(0, 2);
    private static final List<Observable> OBSERVABLES = List.of(SQUARE, Observable.cosine(0), Observable.power(0, 3));

    @Test
    void a_gaussian_square_loses_the_variance_that_its_mean_explains() {
        Problem problem = Problems.named("A1/gaussian");
        Ensemble ensemble = controlled("A1/gaussian", OBSERVABLES, 1 << 15, Observable.coordinate(0));
        Estimates estimates = new Engine(2).run(ensemble, CellTests.NONE, Progress.SILENT);
        for (int k = 1; k <= problem.steps(); k++) {
            double mean =
                    truth(problem).of(Observable.coordinate(0), k).orElseThrow().mean();
            double variance =
                    truth(problem).of(Observable.coordinate(0), k).orElseThrow().variance();
            assertThat(estimates.saving(k, 0) / (1 + 2 * mean * mean / variance))
                    .isBetween(0.93, 1.07);
            assertThat(estimates.coefficients(k, 0)[0]).isBetween(2 * mean - 0.1, 2 * mean + 0.1);
            assertThat(estimates.savingAtEqualCost(k, 0)).isEqualTo(estimates.saving(k, 0) * 8 / 9);
            double exact = truth(problem).of(SQUARE, k).orElseThrow().mean();
            Moments moments = estimates.moments(k, 0);
            assertThat(Math.abs(moments.mean() - exact)).isLessThan(5 * moments.standardError());
        }
    }

    @Test
    void the_trajectories_are_those_of_the_run_without_controls() {
        Ensemble ensemble = controlled("C2", OBSERVABLES, 3000, Observable.coordinate(0), Observable.coordinate(1));
        Estimates with = new Engine(2).run(ensemble, CellTests.NONE, Progress.SILENT);
        Estimates without = new Engine(2).run(ensemble.controlledBy(Controls.NONE), CellTests.NONE, Progress.SILENT);
        for (int g = 0; g < OBSERVABLES.size(); g++) {
            assertThat(with.plainMoments(4, g)).isEqualTo(without.moments(4, g));
            assertThat(with.moments(4, g)).isNotEqualTo(without.moments(4, g));
            assertThat(without.saving(4, g)).isEqualTo(1);
            assertThat(without.coefficients(4, g)).isEmpty();
        }
    }

    @Test
    void results_are_bit_identical_for_any_threads_and_lanes() {
        Ensemble ensemble = controlled("C2", OBSERVABLES, 5000, Observable.coordinate(0), Observable.coordinate(1));
        String expected = bits(new Engine(1, 256).run(ensemble, tests(), Progress.SILENT));
        for (int threads : new int[] {2, 7}) {
            for (int lanes : new int[] {16, 1024}) {
                assertThat(bits(new Engine(threads, lanes).run(ensemble, tests(), Progress.SILENT)))
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void an_observable_has_the_same_bits_alone_and_in_company() {
        Estimates together = new Engine(2)
                .run(controlled("B1", OBSERVABLES, 3000, Observable.coordinate(0)), tests(), Progress.SILENT);
        for (int g = 0; g < OBSERVABLES.size(); g++) {
            Ensemble one = controlled("B1", List.of(OBSERVABLES.get(g)), 3000, Observable.coordinate(0));
            Estimates alone = new Engine(2).run(one, tests(), Progress.SILENT);
            assertThat(alone.moments(4, 0)).isEqualTo(together.moments(4, g));
            assertThat(alone.controlledEvidence(4, 0)).isEqualTo(together.controlledEvidence(4, g));
        }
    }

    @Test
    void a_checkpoint_watched_alone_has_the_same_bits() {
        Ensemble all = controlled("C2", OBSERVABLES, 3000, Observable.coordinate(0), Observable.coordinate(1));
        Estimates last = new Engine(2).run(all.watchedAt(List.of(4)), tests(), Progress.SILENT);
        Estimates every = new Engine(2).run(all, tests(), Progress.SILENT);
        for (int g = 0; g < OBSERVABLES.size(); g++) {
            assertThat(last.moments(4, g)).isEqualTo(every.moments(4, g));
            assertThat(last.controlledEvidence(4, g)).isEqualTo(every.controlledEvidence(4, g));
            assertThat(last.coefficients(4, g)).isEqualTo(every.coefficients(4, g));
        }
    }

    @Test
    void tests_watch_plain_and_controlled_values_apart() {
        Ensemble ensemble = controlled("A1/gaussian", List.of(SQUARE), 4000, Observable.coordinate(0));
        CellTests off = new CellTests() {
            @Override
            public MeanTest at(int checkpoint, int observable) {
                return new MeanTest(0, 4, 1e-6, 4000);
            }

            @Override
            public MeanTest controlled(int checkpoint, int observable, double[] coefficients) {
                assertThat(coefficients).hasSize(1);
                return new MeanTest(1e3, 4, 1e-6, 4000);
            }
        };
        Estimates estimates = new Engine(2).run(ensemble, off, Progress.SILENT);
        assertThat(estimates.evidence(1, 0).influence()).isPositive();
        assertThat(estimates.controlledEvidence(1, 0).influence()).isNegative();
        assertThat(estimates.evidence(1, 0).count()).isEqualTo(4000);
        assertThat(estimates.controlledEvidence(1, 0).count()).isEqualTo(4000);
    }

    @Test
    void a_combination_of_the_controls_stays_as_it_is() {
        Observable line = Observable.of("2 x[0] + 1", x -> 2 * x[0] + 1);
        Ensemble ensemble =
                controlled("A1/gaussian", List.of(Observable.coordinate(0), line), 2000, Observable.coordinate(0));
        Estimates estimates = new Engine(1).run(ensemble, tests(), Progress.SILENT);
        for (int g = 0; g < 2; g++) {
            assertThat(estimates.coefficients(2, g)).containsExactly(0);
            assertThat(estimates.moments(2, g)).isEqualTo(estimates.plainMoments(2, g));
            assertThat(estimates.saving(2, g)).isEqualTo(1);
        }
    }

    @Test
    void a_control_that_says_nothing_new_is_left_out() {
        Problem problem = Problems.named("A1/gaussian");
        List<Double> means = means(problem, Observable.coordinate(0));
        Control twice = new Control(
                Observable.of("2 x[0]", x -> 2 * x[0]),
                means.stream().map(m -> 2 * m).toList());
        Control still = new Control(
                Observable.of("7", x -> 7),
                IntStream.range(0, 4).mapToObj(k -> 7.0).toList());
        Ensemble one = controlled("A1/gaussian", List.of(SQUARE), 2000, Observable.coordinate(0));
        List<Control> all = new ArrayList<>(List.of(still));
        all.addAll(one.controls().all());
        all.add(twice);
        Estimates more = new Engine(1).run(one.controlledBy(Controls.of(all)), tests(), Progress.SILENT);
        Estimates alone = new Engine(1).run(one, tests(), Progress.SILENT);
        assertThat(more.coefficients(4, 0)).containsExactly(0, alone.coefficients(4, 0)[0], 0);
        assertThat(more.moments(4, 0)).isEqualTo(alone.moments(4, 0));
    }

    @Test
    void bad_controls_are_refused_by_name() {
        Control x = new Control(Observable.coordinate(0), List.of(1.0, 2.0));
        assertThatThrownBy(() -> new Control(Observable.coordinate(0), List.of(1.0, Double.NaN)))
                .hasMessage(
                        "mean of control x[0] at checkpoint 2 is NaN, expected the exact finite mean; leave out what"
                                + " has none");
        assertThatThrownBy(() -> new Controls(List.of(x), 0)).hasMessage("pilotChunks is 0, expected at least 1");
        assertThatThrownBy(() -> Controls.of(List.of(x, x)))
                .hasMessage("controls are [x[0], x[0]], one of them twice; give each once");
        Ensemble ensemble = controlled("A1/gaussian", OBSERVABLES, 10);
        assertThatThrownBy(() -> ensemble.controlledBy(Controls.of(List.of(x))))
                .hasMessage("control x[0] has 2 means, the problem has 4 checkpoints; give the exact mean at each");
    }

    @Test
    void least_squares_solve_their_normal_equations() {
        LeastSquaresFit fit = new LeastSquaresFit(new double[][] {{4, 2, 0}, {2, 5, 1}, {0, 1, 3}});
        double[] b = fit.coefficients(new double[] {8, 13, 5});
        assertThat(b).containsExactly(new double[] {1, 2, 1}, org.assertj.core.data.Offset.offset(1e-12));
    }

    private static Truth truth(Problem problem) {
        return Truths.of(Svag.family(problem).at(2, problem.objective()), problem)
                .orElseThrow();
    }

    private static List<Double> means(Problem problem, Observable c) {
        return IntStream.rangeClosed(1, problem.steps())
                .mapToObj(k -> truth(problem).of(c, k).orElseThrow().mean())
                .toList();
    }

    private static CellTests tests() {
        return new CellTests() {
            @Override
            public MeanTest at(int checkpoint, int observable) {
                return new MeanTest(0.1, 2, 1e-6, 5000);
            }

            @Override
            public MeanTest controlled(int checkpoint, int observable, double[] coefficients) {
                return new MeanTest(0.2, 1, 1e-6, 5000);
            }
        };
    }

    private static Ensemble controlled(
            String name, List<Observable> observables, long trajectories, Observable... controls) {
        Problem problem = Problems.named(name);
        List<Control> all = new ArrayList<>();
        for (Observable c : controls) {
            all.add(new Control(c, means(problem, c)));
        }
        return new Ensemble(
                        Svag.family(problem).at(2, problem.objective()),
                        problem,
                        2,
                        2,
                        observables,
                        new Seed(7),
                        trajectories)
                .controlledBy(Controls.of(all));
    }

    private static String bits(Estimates estimates) {
        StringBuilder bits = new StringBuilder();
        for (int k = 1; k <= estimates.ensemble().checkpoints(); k++) {
            for (int g = 0; g < OBSERVABLES.size(); g++) {
                bits.append(estimates.moments(k, g))
                        .append(estimates.plainMoments(k, g))
                        .append(estimates.evidence(k, g))
                        .append(estimates.controlledEvidence(k, g))
                        .append(java.util.Arrays.toString(estimates.coefficients(k, g)))
                        .append('\n');
            }
        }
        return bits.toString();
    }
}
