package org.itocheck.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import org.itocheck.dynamics.Dynamics;
import org.itocheck.dynamics.Family;
import org.itocheck.dynamics.Problem;
import org.itocheck.dynamics.Problems;
import org.itocheck.dynamics.optimizer.Gd;
import org.itocheck.dynamics.optimizer.Svag;
import org.itocheck.dynamics.sde.EulerMaruyama;
import org.itocheck.objective.LeastSquares;
import org.itocheck.observable.Monomial;
import org.itocheck.observable.Observable;
import org.itocheck.random.NoiseLaw;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The step code that production runs, along every path, against the golden numbers and the recursions. */
class PathEnumerationTest {
    private static final LeastSquares THREE =
            new LeastSquares("three", new double[][] {{1, 0}, {1, 1}, {-1, 2}}, new double[] {1, 2, 0}, 1);

    @ParameterizedTest
    @ValueSource(strings = {"A1/skew2pt", "A1/rademacher", "B2", "D1/skew2pt", "D1/rademacher"})
    void every_path_of_svag_2_gives_the_golden_numbers(String name) {
        Problem problem = Problems.named(name);
        Dynamics svag = Svag.family(problem).at(2, problem.objective());
        assertThat(PathEnumeration.paths(svag, problem.start(), 8)).isEqualTo(65536);
        List<Golden.Cell> cells = Golden.cells(name).stream()
                .filter(cell -> cell.level() == 2 && cell.checkpoint() == 4 && !cell.variance())
                .toList();
        double[] means = PathEnumeration.expectations(
                svag, problem.start(), 8, cells.stream().map(Golden.Cell::g).toList());
        Truth truth = Truths.of(svag, problem).orElseThrow();
        double tolerance = name.startsWith("D1") ? 1e-12 : 1e-14;
        assertThat(cells).hasSizeGreaterThan(5);
        for (int i = 0; i < means.length; i++) {
            assertThat(means[i])
                    .as("%s", cells.get(i))
                    .isCloseTo(truth.of(cells.get(i).g(), 4).orElseThrow().mean(), within(tolerance));
            assertThat(means[i]).as("%s", cells.get(i)).isCloseTo(cells.get(i).value(), within(1e-12));
        }
    }

    @Test
    void every_path_of_three_point_noise_gives_the_closed_form() {
        Problem problem = Problems.named("A1/sym3pt").withSteps(2);
        Dynamics svag = Svag.family(problem).at(2, problem.objective());
        assertThat(PathEnumeration.paths(svag, problem.start(), 4)).isEqualTo(6561);
        assertSameAsTruth(svag, problem, 2, 4);
    }

    @Test
    void every_batch_pair_of_least_squares_gives_the_moment_recursion() {
        Problem problem = Problem.of(THREE, new double[] {2, -1}, 0.3, 2).withWeightDecay(0.4);
        Dynamics svag = Svag.family(problem).at(2, THREE);
        assertThat(PathEnumeration.paths(svag, problem.start(), 4)).isEqualTo(6561);
        assertSameAsTruth(svag, problem, 2, 4);
    }

    @Test
    void every_batch_of_two_gives_the_moment_recursion() {
        LeastSquares pairs = THREE.withBatchSize(2);
        Problem problem = Problem.of(pairs, new double[] {2, -1}, 0.3, 1);
        assertSameAsTruth(Svag.family(problem).at(2, pairs), problem, 1, 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"A1/gaussian", "A1/uniform", "B1"})
    void five_nodes_are_exact_for_polynomials_of_low_degree(String name) {
        Problem problem = Problems.named(name).withSteps(2);
        assertSameAsTruth(Svag.family(problem).at(1, problem.objective()), problem, 2, 2);
    }

    @Test
    void euler_maruyama_on_least_squares_has_the_gaussian_moments() {
        Problem problem = Problem.of(THREE, new double[] {2, -1}, 0.3, 1).withWeightDecay(0.4);
        assertSameAsTruth(EulerMaruyama.family(problem).at(2, THREE), problem, 1, 2);
    }

    @Test
    void an_optimizer_of_ones_own_is_enumerated_lane_by_lane() {
        Problem problem = Problems.named("A1/skew2pt").withSteps(3);
        Family own = Family.of("own SVAG", 0.5, level -> (x, context) -> {
            double[] first = context.sampleGradient(x);
            double[] second = context.sampleGradient(x);
            x[0] -= context.learningRate() * (Svag.first(level) * first[0] + Svag.second(level) * second[0]);
        });
        Dynamics mine = own.at(2, problem.objective());
        Dynamics builtIn = Svag.family(problem).at(2, problem.objective());
        List<Observable> g = List.of(Observable.power(0, 3), Observable.cosine(0));
        double[] ours = PathEnumeration.expectations(mine, problem.start(), 6, g);
        double[] theirs = PathEnumeration.expectations(builtIn, problem.start(), 6, g);
        assertThat(ours[0]).isCloseTo(theirs[0], within(1e-14));
        assertThat(ours[1]).isCloseTo(theirs[1], within(1e-14));
    }

    @Test
    void a_step_that_forgets_the_second_batch_is_seen() {
        Problem problem = Problems.named("B2").withSteps(2);
        Family reused = Family.of("one batch for both", 0.5, level -> (x, context) -> {
            double[] g = context.sampleGradient(x);
            x[0] -= context.learningRate() * g[0];
        });
        double wrong = PathEnumeration.expectations(
                reused.at(2, problem.objective()), problem.start(), 4, List.of(Observable.power(0, 2)))[0];
        double right = Truths.of(Svag.family(problem).at(2, problem.objective()), problem)
                .orElseThrow()
                .of(Observable.power(0, 2), 2)
                .orElseThrow()
                .mean();
        assertThat(Math.abs(wrong - right)).isGreaterThan(1e-2);
    }

    @Test
    void weights_of_all_paths_add_up_to_one() {
        double[] total = new double[2];
        Problem problem = Problems.named("A1/skew2pt");
        PathEnumeration.visit(
                Svag.family(problem).at(2, problem.objective()), problem.start(), 6, (x, weights, lanes) -> {
                    for (int j = 0; j < lanes; j++) {
                        total[0] += weights[j];
                        total[1]++;
                    }
                });
        assertThat(total[0]).isCloseTo(1, within(1e-13));
        assertThat(total[1]).isEqualTo(4096);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7})
    void sums_have_the_same_bits_on_any_number_of_threads(int threads) throws Exception {
        // GIVEN 390625 paths, which are 23 pieces and a part of one
        Problem problem = Problems.named("C2");
        Dynamics svag = Svag.family(problem).at(2, problem.objective());
        List<Observable> observables = new ArrayList<>(Monomial.upTo(4, 2));
        observables.add(Observable.loss(problem.objective()));
        double[] common = PathEnumeration.expectations(svag, problem.start(), 2, observables);
        ForkJoinPool pool = new ForkJoinPool(threads);
        try {
            double[] own = pool.submit(() -> PathEnumeration.expectations(svag, problem.start(), 2, observables))
                    .get();
            assertThat(own).containsExactly(common);
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void a_sum_over_many_pieces_has_every_path_once() {
        Problem problem = Problems.named("A1/skew2pt");
        Dynamics svag = Svag.family(problem).at(2, problem.objective());
        double[] sums = PathEnumeration.sums(svag, problem.start(), 8, 3, width -> (x, weights, lanes, to) -> {
            for (int j = 0; j < lanes; j++) {
                to.add(0, weights[j]);
                to.add(1, 1);
                to.add(2, weights[j] * x[0][j] * x[0][j]);
            }
        });
        assertThat(sums[0]).isCloseTo(1, within(1e-15));
        assertThat(sums[1]).isEqualTo(65536);
        double truth = Truths.of(svag, problem)
                .orElseThrow()
                .of(Observable.power(0, 2), 4)
                .orElseThrow()
                .mean();
        assertThat(sums[2]).isCloseTo(truth, within(1e-15));
    }

    @Test
    void a_failure_is_that_of_the_first_piece_as_it_was_thrown() {
        Problem problem = Problems.named("A1/skew2pt");
        Dynamics svag = Svag.family(problem).at(2, problem.objective());
        AtomicInteger made = new AtomicInteger();
        double firstPath = 1;
        for (int draw = 0; draw < 16; draw++) {
            firstPath *= 0.1;
        }
        assertThatThrownBy(() -> PathEnumeration.sums(svag, problem.start(), 8, 1, width -> {
                    made.incrementAndGet();
                    return (x, weights, lanes, to) -> {
                        throw new IllegalStateException("no more at weight " + weights[0]);
                    };
                }))
                .isExactlyInstanceOf(IllegalStateException.class)
                .hasMessage("no more at weight " + firstPath);
        assertThat(made).hasValue(4);
    }

    @Test
    void a_motion_without_noise_has_one_path() {
        assertThat(PathEnumeration.paths(Gd.family(0.1).at(1, THREE), new double[2], 50))
                .isEqualTo(1);
    }

    @Test
    void too_many_paths_are_refused_with_their_number() {
        Dynamics svag = Svag.family(0.25).at(2, Problems.named("C2").objective());
        assertThatThrownBy(() -> PathEnumeration.expectations(svag, new double[2], 3, List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "SVAG(2) has 244140625 paths of 3 steps, expected at most 16777216; take fewer steps, a smaller"
                                + " level or fewer samples");
    }

    @Test
    void laws_without_atoms_are_refused_by_name() {
        Problem problem = Problems.a1(NoiseLaw.EXPONENTIAL);
        assertThatThrownBy(() ->
                        PathEnumeration.paths(Svag.family(problem).at(1, problem.objective()), problem.start(), 1))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageStartingWith("law is exp1, whose draws have no finite set of values to enumerate");
    }

    @Test
    void an_index_needs_a_bound() {
        Problem problem = Problems.named("A1/rademacher");
        Family empty = Family.of(
                "empty", 0.5, level -> (x, context) -> context.random().index(0));
        assertThatThrownBy(() -> PathEnumeration.paths(empty.at(1, problem.objective()), problem.start(), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("bound is 0, expected at least 1");
    }

    @Test
    void draws_that_depend_on_the_state_are_refused() {
        Problem problem = Problems.named("A1/rademacher");
        Family fickle = Family.of("fickle", 0.5, level -> (x, context) -> {
            x[0] += context.random().rademacher();
            if (x[0] > 1) {
                x[0] += context.random().rademacher();
            }
        });
        assertThatThrownBy(() -> PathEnumeration.expectations(
                        fickle.at(1, problem.objective()), problem.start(), 2, List.of(Observable.coordinate(0))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("the sequence of draws depends on the state");
    }

    private static void assertSameAsTruth(Dynamics dynamics, Problem problem, int checkpoint, int steps) {
        List<Observable> observables =
                new ArrayList<>(Monomial.upTo(4, problem.objective().dimension()));
        observables.add(Observable.loss(problem.objective()));
        double[] means = PathEnumeration.expectations(dynamics, problem.start(), steps, observables);
        Truth truth = Truths.of(dynamics, problem).orElseThrow();
        for (int i = 0; i < means.length; i++) {
            double exact =
                    truth.of(observables.get(i), checkpoint).orElseThrow().mean();
            assertThat(means[i]).as(observables.get(i).name()).isCloseTo(exact, within(1e-12 * (1 + Math.abs(exact))));
        }
    }
}
