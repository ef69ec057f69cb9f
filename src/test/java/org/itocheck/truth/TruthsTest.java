package org.itocheck.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.itocheck.dynamics.Dynamics;
import org.itocheck.dynamics.Family;
import org.itocheck.dynamics.Problem;
import org.itocheck.dynamics.Problems;
import org.itocheck.dynamics.optimizer.Gd;
import org.itocheck.dynamics.optimizer.Ngd;
import org.itocheck.dynamics.optimizer.Sgd;
import org.itocheck.dynamics.optimizer.Svag;
import org.itocheck.dynamics.sde.EulerMaruyama;
import org.itocheck.dynamics.sde.ItoSde;
import org.itocheck.objective.LeastSquares;
import org.itocheck.objective.Objective;
import org.itocheck.objective.catalogue.AdditiveQuadratic;
import org.itocheck.objective.catalogue.RandomCurvature;
import org.itocheck.observable.Monomial;
import org.itocheck.observable.Observable;
import org.itocheck.random.NoiseLaw;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where two independent computations of one truth exist, they agree; what is not known is empty or NaN. */
class TruthsTest {
    @ParameterizedTest
    @MethodSource("org.itocheck.random.NoiseLaw#light")
    void cumulants_of_additive_noise_agree_with_the_moment_recursion(NoiseLaw law) {
        Problem additive = Problems.a1(law).withWeightDecay(0.3);
        RandomCurvature same = new RandomCurvature("B with tau = 0", 1, 0, 1, law, law, false);
        for (Family family : families(additive)) {
            Dynamics closed = family.at(4, additive.objective());
            Dynamics recursion = family.at(4, same);
            assertSame(
                    Truths.of(closed, additive).orElseThrow(),
                    Truths.of(recursion, additive).orElseThrow(),
                    1,
                    8);
        }
        assertSame(
                Truths.of(ItoSde.of(additive), additive).orElseThrow(),
                Truths.of(new ItoSde(same, 0.5, 0.3), additive).orElseThrow(),
                1,
                8);
    }

    @ParameterizedTest
    @MethodSource("org.itocheck.random.NoiseLaw#light")
    void cosine_and_bump_agree_with_their_power_series(NoiseLaw law) {
        // GIVEN a state so near 0 that a series of degree 16 is exact to rounding
        Problem problem =
                new Problem("small", AdditiveQuadratic.scalar("small", 1, 0.05, law), new double[] {0.1}, 0.5, 0, 2);
        Truth truth = Truths.of(Svag.family(problem).at(2, problem.objective()), problem)
                .orElseThrow();
        double cosine = 1;
        double bump = 1;
        double factor = 1;
        double half = 1;
        for (int m = 1; m <= 8; m++) {
            factor *= -1.0 / (2 * m * (2 * m - 1));
            half *= -0.5 / m;
            double moment =
                    truth.of(Observable.power(0, 2 * m), 2).orElseThrow().mean();
            cosine += factor * moment;
            bump += half * moment;
        }
        assertThat(truth.of(Observable.cosine(0), 2).orElseThrow().mean()).isCloseTo(cosine, within(1e-13));
        assertThat(truth.of(Observable.gaussianBump(0), 2).orElseThrow().mean()).isCloseTo(bump, within(1e-13));
    }

    static Stream<String> leastSquares() {
        return Stream.of("C1", "C2", "C3");
    }

    @ParameterizedTest
    @MethodSource("leastSquares")
    void two_moments_agree_with_the_recursion_of_degree_eight(String name) {
        Problem problem = Problems.named(name);
        LeastSquares loss = (LeastSquares) problem.objective();
        List<Observable> upToTwo = new ArrayList<>(Monomial.upTo(2, 2));
        upToTwo.add(Observable.loss(loss));
        for (Family family : families(problem)) {
            for (int level : new int[] {1, 2, 16}) {
                OneStep step = OneStep.of(family.at(level, loss)).orElseThrow();
                Motion.Discrete motion = new Motion.Discrete(step, problem.start(), 4, level);
                assertSame(new TwoMomentLaws(loss).discrete(motion), moments(loss, motion), upToTwo);
            }
        }
        Motion sde = new Motion.Continuous(
                problem.learningRate(), problem.weightDecay(), problem.start(), 4, problem.learningRate());
        assertSame(sde.twoMoments(loss), moments(loss, sde), upToTwo);
    }

    @Test
    void a_quadratic_in_the_plane_has_the_same_moments_by_both_roads() {
        AdditiveQuadratic loss =
                new AdditiveQuadratic("plane", new double[][] {{1.5, 0.4}, {0.4, 0.7}}, 0.6, NoiseLaw.SKEW_TWO_POINT);
        List<Observable> upToTwo = new ArrayList<>(Monomial.upTo(2, 2));
        upToTwo.add(Observable.squaredNorm());
        upToTwo.add(Observable.loss(loss));
        upToTwo.add(Observable.power(1, 4));
        Motion discrete =
                new Motion.Discrete(OneStep.of(new Svag(loss, 4, 0.4, 0.2)).orElseThrow(), new double[] {1, -2}, 3, 4);
        assertSame(discrete.additive(loss, NoiseShare.of(loss)), moments(loss, discrete), upToTwo);
        Motion sde = new Motion.Continuous(0.4, 0.2, new double[] {1, -2}, 3, 0.4);
        assertSame(sde.additive(loss, NoiseShare.of(loss)), moments(loss, sde), upToTwo);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 8, 16, 32, 64})
    void weights_of_svag_have_the_golden_power_sums(int level) {
        OneStep step = OneStep.of(new Svag(Problems.named("C2").objective(), level, level, 0))
                .orElseThrow();
        assertThat(step.step()).isEqualTo(1);
        for (int m = 1; m <= 8; m++) {
            double sum = 0;
            for (double w : step.weights()) {
                sum += Math.pow(-w, m);
            }
            double golden = Golden.ROOT
                    .path("svag_power_sums")
                    .path(String.valueOf(level))
                    .path(String.valueOf(m))
                    .asDouble();
            assertThat(sum).isCloseTo(golden, within(1e-13 * golden));
        }
    }

    @Test
    void a_mutated_coefficient_is_seen() {
        Problem problem = Problems.named("C2");
        OneStep right = OneStep.of(new Svag(problem.objective(), 2, 0.25, 0)).orElseThrow();
        double[] weights = right.weights().clone();
        weights[0] *= 1 + 1e-9;
        OneStep wrong = new OneStep(right.step(), right.decay(), weights, false);
        Observable g = Observable.power(0, 2);
        double error = mean(problem, wrong, g) - mean(problem, right, g);
        assertThat(Math.abs(error)).isGreaterThan(1e-11);
    }

    @Test
    void noise_free_motions_have_no_variance() {
        Problem problem = Problems.named("C2");
        Expectation x = Truths.of(Gd.family(problem).at(1, problem.objective()), problem)
                .orElseThrow()
                .of(Observable.coordinate(0), 1)
                .orElseThrow();
        // x - eta (Hx - c) at (-1, 1), first coordinate: -1 + (7 - 2 + 5) / 20
        assertThat(x.mean()).isCloseTo(-1 + 0.25 * 2, within(1e-15));
        assertThat(x.variance()).isCloseTo(0, within(1e-15));
    }

    @Test
    void what_is_not_known_is_empty_or_without_variance() {
        Problem problem = Problems.named("C2");
        Truth truth = Truths.of(ItoSde.of(problem), problem).orElseThrow();
        assertThat(truth.source()).isEqualTo("moment ODE");
        assertThat(truth.of(Observable.cosine(0), 1)).isEmpty();
        assertThat(truth.of(Observable.power(0, 5), 1).orElseThrow().hasVariance())
                .isFalse();
        assertThat(truth.of(Observable.power(0, 9), 1)).isEmpty();
        Dynamics own = Family.of("mine", 0.25, level -> (x, context) -> {}).at(1, problem.objective());
        assertThat(Truths.of(own, problem)).isEmpty();
    }

    @Test
    void a_small_variance_around_a_large_mean_keeps_its_digits() {
        Problem problem = new Problem(
                "far", AdditiveQuadratic.scalar("far", 1, 1e-6, NoiseLaw.RADEMACHER), new double[] {1e6}, 0.5, 0, 1);
        Expectation x = Truths.of(Sgd.family(problem).at(1, problem.objective()), problem)
                .orElseThrow()
                .of(Observable.coordinate(0), 1)
                .orElseThrow();
        assertThat(x.variance()).isCloseTo(0.25e-12, within(1e-26));
    }

    @Test
    void an_explosion_is_not_known() {
        Problem problem = Problem.of(Problems.named("C1").objective(), new double[] {1, 1}, 1000, 100);
        Truth truth = Truths.of(Sgd.family(problem).at(1, problem.objective()), problem)
                .orElseThrow();
        assertThat(truth.of(Observable.power(0, 4), 1)).isPresent();
        assertThat(truth.of(Observable.power(0, 4), 100)).isEmpty();
    }

    @Test
    void wrong_arguments_are_named() {
        Problem problem = Problems.named("A1/gaussian");
        Truth truth = Truths.of(ItoSde.of(problem), problem).orElseThrow();
        assertThatThrownBy(() -> truth.of(Observable.coordinate(0), 5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("checkpoint is 5, the problem has checkpoints 1 to 4 (one for each SGD step)");
        assertThatThrownBy(() -> truth.of(Observable.cosine(1), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the observable uses x[1], the state has dimension 1");
        assertThatThrownBy(() -> Truths.of(ItoSde.of(Problems.named("C1")), problem))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("problem A1/gaussian starts with 1 entries, objective C1 has dimension 2");
    }

    private static List<Family> families(Problem problem) {
        return List.of(
                Svag.family(problem),
                Sgd.family(problem),
                Gd.family(problem),
                Ngd.family(problem),
                EulerMaruyama.family(problem));
    }

    private static double mean(Problem problem, OneStep step, Observable g) {
        Motion.Discrete motion = new Motion.Discrete(step, problem.start(), 4, 2);
        return moments((LeastSquares) problem.objective(), motion)
                .get(3)
                .of(g)
                .orElseThrow()
                .mean();
    }

    private static List<StateLaw> moments(Objective loss, Motion motion) {
        return motion.moments(AffineModel.of(loss).orElseThrow());
    }

    private static void assertSame(Truth first, Truth second, int dimension, int degree) {
        for (Observable g : Monomial.upTo(degree, dimension)) {
            for (int k = 1; k <= 4; k++) {
                assertSame(first.of(g, k).orElseThrow(), second.of(g, k).orElseThrow());
            }
        }
    }

    private static void assertSame(List<StateLaw> first, List<StateLaw> second, List<Observable> observables) {
        for (int k = 0; k < first.size(); k++) {
            for (Observable g : observables) {
                assertSame(first.get(k).of(g).orElseThrow(), second.get(k).of(g).orElseThrow());
            }
        }
    }

    private static void assertSame(Expectation first, Expectation second) {
        assertThat(first.mean()).isCloseTo(second.mean(), within(2e-14 * (1 + Math.abs(second.mean()))));
        if (first.hasVariance() && second.hasVariance()) {
            assertThat(first.variance()).isCloseTo(second.variance(), within(2e-14 * (1 + second.variance())));
        }
    }
}
