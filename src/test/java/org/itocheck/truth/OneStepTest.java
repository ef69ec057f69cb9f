package org.itocheck.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.concurrent.ForkJoinPool;
import org.itocheck.dynamics.Problem;
import org.itocheck.dynamics.Problems;
import org.itocheck.dynamics.optimizer.Svag;
import org.itocheck.dynamics.sde.ItoSde;
import org.itocheck.objective.GradientMoments;
import org.itocheck.objective.LeastSquares;
import org.itocheck.observable.Observable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Lemmas 4.4 and 4.5 as corrected (THEORY X1, X3, X4). */
class OneStepTest {
    private static final long[][] FEATURES = {{1, 0}, {0, 1}, {1, 1}, {1, -1}, {2, 1}};
    private static final long[] TARGETS = {1, -1, 2, 0, 1};
    private static final List<Rational> POINT = List.of(Rational.of(2), Rational.of(1));
    private static final int[][] ENTRIES = {
        {0},
        {1},
        {0, 0},
        {0, 1},
        {1, 1},
        {0, 0, 0},
        {0, 0, 1},
        {0, 1, 1},
        {1, 1, 1},
        {0, 0, 0, 0},
        {0, 0, 0, 1},
        {0, 0, 1, 1},
        {0, 1, 1, 1},
        {1, 1, 1, 1}
    };

    @ParameterizedTest
    @CsvSource({"1,1", "5,1", "13,1", "25,1", "41,1", "1,2", "5,2", "41,2"})
    void lemma_4_5_holds_without_any_tolerance(int level, int batchSize) {
        RationalOneStep step = step(level, batchSize);
        for (int[] entry : ENTRIES) {
            assertThat(step.formula(entry)).as("l = %s, %s", level, entry).isEqualTo(step.enumerated(entry));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 13, 25})
    void enumeration_gives_the_golden_fractions(int level) {
        JsonNode golden = Golden.ROOT.path("one_step_rational").path("moments").path(String.valueOf(level));
        RationalOneStep step = step(level, 1);
        assertThat(step.first()).isEqualTo(Long.parseLong(golden.path("a").asString()));
        assertThat(step.second()).isEqualTo(Long.parseLong(golden.path("b").asString()));
        int next = 0;
        for (int order = 1; order <= 4; order++) {
            for (JsonNode fraction : golden.path("m" + order)) {
                assertThat(step.enumerated(ENTRIES[next])).isEqualTo(Rational.parse(fraction.asString()));
                next++;
            }
        }
        assertThat(next).isEqualTo(ENTRIES.length);
        assertThat(step.eighthPowerOfNorm())
                .isEqualTo(Rational.parse(golden.path("normpow8").asString()));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7})
    void the_fractions_do_not_depend_on_the_number_of_threads(int threads) throws Exception {
        RationalOneStep step = step(5, 2);
        ForkJoinPool pool = new ForkJoinPool(threads);
        try {
            Rational third = pool.submit(() -> step.enumerated(0, 0, 1)).get();
            Rational eighth = pool.submit(step::eighthPowerOfNorm).get();
            assertThat(third).isEqualTo(step.formula(0, 0, 1));
            assertThat(eighth).isEqualTo(step.eighthPowerOfNorm());
        } finally {
            pool.shutdown();
        }
    }

    /** Independent of the enumeration: mean, S, Lambda and K4 of the loss, put together by formula. */
    @ParameterizedTest
    @CsvSource({"1,1", "5,1", "13,1", "25,1", "41,1", "1,2", "5,2", "41,2", "5,3"})
    void floating_point_formulas_equal_the_fractions_to_fourth_order(int level, int batchSize) {
        LeastSquares loss = ((LeastSquares) at(2, 1).objective()).withBatchSize(batchSize);
        GradientMoments moments = loss.gradientMoments(new double[] {2, 1}).orElseThrow();
        OneStepFormulas formulas = OneStepFormulas.svag(moments, level, 0.25);
        RationalOneStep step = step(level, batchSize);
        for (int[] e : ENTRIES) {
            double value = switch (e.length) {
                case 1 -> formulas.mean()[e[0]];
                case 2 -> formulas.second()[e[0]][e[1]];
                case 3 -> formulas.third()[e[0]][e[1]][e[2]];
                default -> formulas.fourth().orElseThrow().at(e);
            };
            double exact = step.enumerated(e).toDouble();
            assertThat(value).as("%s", List.of(e)).isCloseTo(exact, within(1e-14 * Math.abs(exact)));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 13, 25, 41})
    void the_printed_lemma_is_refuted_and_so_is_mending_its_sign_alone(int level) {
        RationalOneStep step = step(level, 1);
        Rational right = step.enumerated(0, 0, 1);
        assertThat(step.printedThird(0, 0, 1)).isNotEqualTo(right);
        // the factor l on the middle term cannot be seen at l = 1
        if (level == 1) {
            assertThat(step.printedThird(0, 0, 1).negate()).isEqualTo(right);
        } else {
            assertThat(step.printedThird(0, 0, 1).negate()).isNotEqualTo(right);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 64})
    void floating_point_formulas_equal_the_moments_of_the_production_step(int level) {
        Problem problem = at(2, 1);
        LeastSquares loss = ((LeastSquares) problem.objective()).withBatchSize(1);
        GradientMoments moments = loss.gradientMoments(problem.start()).orElseThrow();
        OneStepFormulas formulas = OneStepFormulas.svag(moments, level, 0.25);
        double[] mean = new double[2];
        double[][] second = new double[2][2];
        double[][][] third = new double[2][2][2];
        PathEnumeration.visit(new Svag(loss, level, 0.25, 0), problem.start(), 1, (x, weights, lanes) -> {
            for (int p = 0; p < lanes; p++) {
                for (int i = 0; i < 2; i++) {
                    double a = x[i][p] - problem.start()[i];
                    mean[i] += weights[p] * a;
                    for (int j = 0; j < 2; j++) {
                        double b = x[j][p] - problem.start()[j];
                        second[i][j] += weights[p] * a * b;
                        for (int k = 0; k < 2; k++) {
                            third[i][j][k] += weights[p] * a * b * (x[k][p] - problem.start()[k]);
                        }
                    }
                }
            }
        });
        double tolerance = 1e-14;
        for (int i = 0; i < 2; i++) {
            assertThat(formulas.mean()[i]).isCloseTo(mean[i], within(tolerance));
            for (int j = 0; j < 2; j++) {
                assertThat(formulas.second()[i][j]).isCloseTo(second[i][j], within(tolerance));
                for (int k = 0; k < 2; k++) {
                    assertThat(formulas.third()[i][j][k]).isCloseTo(third[i][j][k], within(tolerance));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 8, 16, 32, 64})
    void lemma_4_4_holds_with_the_golden_constants(int level) {
        Problem problem = at(-1, 1);
        double time = 0.25 / level;
        SdeOneStep step = SdeOneStep.of(ItoSde.of(problem), problem.start(), time);
        GradientMoments moments =
                problem.objective().gradientMoments(problem.start()).orElseThrow();
        OneStepFormulas leading = OneStepFormulas.sde(moments, 0.25, time);
        double mean = 0;
        double third = 0;
        double printed = 0;
        for (int i = 0; i < 2; i++) {
            mean = Math.max(mean, Math.abs(step.mean()[i] - leading.mean()[i]));
            printed = Math.max(printed, Math.abs(step.mean()[i] + leading.mean()[i]));
            for (int j = 0; j < 2; j++) {
                for (int k = 0; k < 2; k++) {
                    third = Math.max(third, Math.abs(step.third()[i][j][k] - leading.third()[i][j][k]));
                }
            }
        }
        JsonNode golden = Golden.ROOT.path("lemma44").path(String.valueOf(level));
        assertThat(level * level * mean).isCloseTo(golden.path("i_l2").asDouble(), within(1e-13));
        assertThat(level * level * third).isCloseTo(golden.path("iii_l2").asDouble(), within(1e-13));
        // the printed lemma has the other sign: then l^2 times the error grows like l
        assertThat(level * level * printed).isGreaterThan(0.4 * level);
    }

    @Test
    void second_and_eighth_moments_of_the_sde_have_their_orders() {
        Problem problem = at(2, 1);
        GradientMoments moments =
                problem.objective().gradientMoments(problem.start()).orElseThrow();
        double[] secondError = new double[2];
        double[] eighth = new double[2];
        for (int n = 0; n < 2; n++) {
            double time = 1e-3 / (1 + n);
            SdeOneStep step = SdeOneStep.of(ItoSde.of(problem), problem.start(), time);
            secondError[n] = step.second()[0][1]
                    - OneStepFormulas.sde(moments, 0.25, time).second()[0][1];
            eighth[n] = step.eighthPowerOfNorm();
        }
        assertThat(secondError[0] / secondError[1]).isCloseTo(4, within(0.02));
        assertThat(eighth[0] / eighth[1]).isCloseTo(16, within(0.3));
    }

    @Test
    void increments_with_weight_decay_agree_with_the_moment_ode() {
        Problem problem = Problems.named("C3").withSteps(1);
        SdeOneStep step = SdeOneStep.of(ItoSde.of(problem), problem.start(), 0.25);
        Truth truth = Truths.of(ItoSde.of(problem), problem).orElseThrow();
        Expectation x = truth.of(Observable.coordinate(0), 1).orElseThrow();
        assertThat(step.mean()[0]).isCloseTo(x.mean() + 1, within(1e-14));
        assertThat(step.second()[0][0] - square(step.mean()[0])).isCloseTo(x.variance(), within(1e-14));
    }

    @Test
    void wrong_arguments_are_named() {
        assertThatThrownBy(() -> step(2, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("level is 2, expected one with a whole sqrt(2 level - 1), for example 1, 5, 13, 25 or 41");
        Problem other = Problems.named("B1");
        assertThatThrownBy(() -> SdeOneStep.of(ItoSde.of(other), other.start(), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("objective is B1 of dimension 1, expected a LeastSquares loss of dimension at most 3");
        assertThat(Rational.parse("6/-4")).hasToString("-3/2");
        assertThat(Rational.parse("-3/2").toDouble()).isEqualTo(-1.5);
    }

    private static Problem at(double... point) {
        return Problems.named("C2").withStart(point);
    }

    private static RationalOneStep step(int level, int batchSize) {
        var samples = RationalOneStep.leastSquares(FEATURES, TARGETS, POINT);
        return new RationalOneStep(RationalOneStep.batches(samples, batchSize), Rational.of(1, 4), level);
    }

    private static double square(double x) {
        return x * x;
    }
}
