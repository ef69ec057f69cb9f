package org.itocheck.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.itocheck.dynamics.Problem;
import org.itocheck.dynamics.optimizer.Svag;
import org.itocheck.dynamics.sde.EulerMaruyama;
import org.itocheck.dynamics.sde.ItoSde;
import org.itocheck.dynamics.sde.SecondOrderSde;
import org.itocheck.objective.LeastSquares;
import org.itocheck.observable.Monomial;
import org.itocheck.observable.Observable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Degree 2 in any dimension: as exact as the recursion of all monomials where that is possible, and quick where it is not. */
class TwoMomentsTest {
    @ParameterizedTest
    @CsvSource({"2,5", "3,7", "6,11", "6,12"})
    void a_step_makes_the_moments_that_all_monomials_make(int d, int samples) {
        LeastSquares loss = squares(d, samples, 2);
        for (int level : new int[] {1, 2, 16}) {
            OneStep svag = OneStep.of(new Svag(loss, level, 0.4, 0.3)).orElseThrow();
            OneStep euler = OneStep.of(new EulerMaruyama(loss, level, 0.4, 0.3)).orElseThrow();
            assertBothRoads(loss, new Motion.Discrete(svag, start(d), 3, level));
            assertBothRoads(loss, new Motion.Discrete(euler, start(d), 3, level));
        }
    }

    @ParameterizedTest
    @CsvSource({"2,5", "3,7", "6,11"})
    void an_sde_makes_the_moments_that_all_monomials_make(int d, int samples) {
        LeastSquares loss = squares(d, samples, 2);
        assertBothRoads(loss, new Motion.Continuous(0.4, 0.3, start(d), 3, 0.4));
        assertBothRoads(loss, new Motion.Continuous(0.9, 0.2, 0.4, 0.3, start(d), 3, 0.4));
    }

    @Test
    void a_step_in_dimension_64_is_the_mean_over_all_pairs_of_batches() {
        // GIVEN few samples, so that all pairs can be walked through, and a start that is not random
        int d = 64;
        LeastSquares loss = squares(d, 6, 1);
        Problem problem = Problem.of(loss, start(d), 0.4, 1);
        List<Observable> observables = observables(loss);
        Svag svag = new Svag(loss, 2, 0.4, 0);
        double[] paths = PathEnumeration.expectations(svag, start(d), 2, observables);
        // WHEN two steps of SVAG(2) make one checkpoint
        Truth truth = Truths.of(svag, problem).orElseThrow();
        // THEN every moment is that of the 6^4 paths
        for (int i = 0; i < paths.length; i++) {
            Expectation moment = truth.of(observables.get(i), 1).orElseThrow();
            assertThat(moment.mean()).as(observables.get(i).name()).isCloseTo(paths[i], within(1e-13));
        }
    }

    @Test
    void the_variance_of_a_linear_function_is_known_and_of_a_square_is_not() {
        int d = 7;
        LeastSquares loss = squares(d, 9, 2);
        Problem problem = Problem.of(loss, start(d), 0.4, 2);
        Truth truth = Truths.of(Svag.family(problem).at(2, loss), problem).orElseThrow();
        double mean = truth.of(Observable.coordinate(3), 2).orElseThrow().mean();
        double square = truth.of(Observable.power(3, 2), 2).orElseThrow().mean();
        assertThat(truth.of(Observable.coordinate(3), 2).orElseThrow().variance())
                .isCloseTo(square - mean * mean, within(1e-15))
                .isGreaterThan(1e-3);
        assertThat(truth.of(Observable.power(3, 2), 2).orElseThrow().hasVariance())
                .isFalse();
        assertThat(truth.of(Observable.power(3, 3), 2)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 16})
    void all_2144_moments_of_64_dimensions_take_less_than_a_few_seconds(int level) {
        LeastSquares loss = squares(64, 256, 4);
        Problem problem = Problem.of(loss, start(64), 0.4, 10);
        List<Observable> observables = observables(loss);
        assertThat(observables).hasSize(2144 + 2);
        for (Truth truth : List.of(
                Truths.of(Svag.family(problem).at(level, loss), problem).orElseThrow(),
                Truths.of(ItoSde.of(problem), problem).orElseThrow(),
                Truths.of(SecondOrderSde.of(problem), problem).orElseThrow())) {
            Instant before = Instant.now();
            for (Observable g : observables) {
                for (int k = 1; k <= problem.steps(); k++) {
                    assertThat(truth.of(g, k)).isPresent();
                }
            }
            assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(5));
        }
    }

    private static void assertBothRoads(LeastSquares loss, Motion motion) {
        List<StateLaw> quick = motion.twoMoments(loss);
        List<StateLaw> general = motion.moments(AffineModel.of(loss).orElseThrow());
        assertThat(quick).hasSameSizeAs(general).hasSize(3);
        for (int k = 0; k < general.size(); k++) {
            for (Observable g : observables(loss)) {
                Expectation one = quick.get(k).of(g).orElseThrow();
                Expectation other = general.get(k).of(g).orElseThrow();
                assertThat(one.mean())
                        .as(g.name())
                        .isCloseTo(other.mean(), within(5e-15 * (1 + Math.abs(other.mean()))));
                if (one.hasVariance()) {
                    assertThat(one.variance()).as(g.name()).isCloseTo(other.variance(), within(5e-15));
                }
            }
        }
    }

    private static List<Observable> observables(LeastSquares loss) {
        List<Observable> observables = new ArrayList<>(Monomial.upTo(2, loss.dimension()));
        observables.add(Observable.squaredNorm());
        observables.add(Observable.loss(loss));
        return observables;
    }

    private static double[] start(int d) {
        double[] x = new double[d];
        Arrays.setAll(x, i -> i % 2 == 0 ? 1 : -0.5);
        return x;
    }

    /** Features of length about 1, so that eta = 0.4 is stable in every dimension. */
    private static LeastSquares squares(int d, int samples, int batchSize) {
        double[][] features = new double[samples][d];
        double[] targets = new double[samples];
        for (int i = 0; i < samples; i++) {
            for (int k = 0; k < d; k++) {
                features[i][k] = 1.4 * StrictMath.cos(1.7 * i * (k + 1) + i + 0.3 * k) / Math.sqrt(d);
            }
            targets[i] = StrictMath.sin(2.3 * i + 0.4);
        }
        return new LeastSquares("d = " + d, features, targets, batchSize);
    }
}
