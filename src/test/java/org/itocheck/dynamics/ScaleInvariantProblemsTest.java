package org.itocheck.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.itocheck.objective.FiniteSum;
import org.itocheck.objective.GradientMoments;
import org.itocheck.objective.MissingCapabilityException;
import org.itocheck.objective.Objective;
import org.itocheck.objective.StochasticObjective;
import org.itocheck.objective.catalogue.QuadraticForms;
import org.itocheck.objective.catalogue.SphereLoss;
import org.itocheck.observable.Observable;
import org.itocheck.random.RandomStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScaleInvariantProblemsTest {
    @Test
    void the_sphere_has_the_moments_of_the_theory() {
        GradientMoments moments = Problems.named("E4")
                .objective()
                .gradientMoments(new double[] {3, 0, 4})
                .orElseThrow();
        double[] expected = {-16.0 / 125, 0, 12.0 / 125};
        assertThat(moments.mean()).containsExactly(expected, within(1e-15));
        assertThat(moments.covariance()[0])
                .containsExactly(new double[] {0.032 * 0.64, 0, -0.032 * 0.48}, within(1e-15));
        assertThat(moments.covariance()[1]).containsExactly(new double[] {0, 0.032, 0}, within(1e-15));
        assertThat(Problems.named("E1").objective().noiseTrace(new double[] {3, 0, 4}))
                .isCloseTo(0.032, within(1e-15));
    }

    /** THEORY 3.E: N = 2 / rho on E2, and 4 s^2 / rho on E5. */
    @ParameterizedTest
    @ValueSource(strings = {"E2", "E5"})
    void on_the_circle_the_noise_depends_on_the_norm_alone(String name) {
        Objective loss = Problems.named(name).objective();
        double[] x = {0.6, -1.3};
        double square = 0.6 * 0.6 + 1.3 * 1.3;
        assertThat(loss.noiseTrace(x)).isCloseTo(1 / square, within(1e-15));
        GradientMoments moments = loss.gradientMoments(x).orElseThrow();
        assertThat(moments.covariance()[0][0] + moments.covariance()[1][1]).isCloseTo(1 / square, within(1e-15));
    }

    @Test
    void the_rayleigh_quotients_of_e5_have_the_signs_of_the_theory() {
        FiniteSum loss = (FiniteSum) Problems.named("E5").objective();
        double[] x = {2, 1};
        double[] values = {(3 + 2) / 5.0, (3 - 2) / 5.0, 2 / 5.0, -2 / 5.0};
        for (int i = 0; i < 4; i++) {
            assertThat(loss.sampleValue(i, x)).isCloseTo(values[i], within(1e-15));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"E1", "E2", "E3", "E5", "digits/normalised-least-squares", "digits/normalised-logistic"})
    void observables_measure_the_gradient_and_the_noise(String name) {
        Problem problem = Problems.named(name);
        double[][] x = new double[problem.start().length][2];
        double[] point = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            point[i] = 0.5 + i;
            x[i] = new double[] {problem.start()[i], point[i]};
        }
        GradientMoments moments = problem.objective().gradientMoments(point).orElseThrow();
        double square = 0;
        double trace = 0;
        double length = 0;
        for (int i = 0; i < point.length; i++) {
            square += moments.mean()[i] * moments.mean()[i];
            trace += moments.covariance()[i][i];
            length += point[i] * point[i];
        }
        assertThat(value(Observable.gradientSquaredNorm(problem.objective()), x))
                .isCloseTo(square, within(1e-14));
        assertThat(value(Observable.noiseTrace(problem.objective()), x)).isCloseTo(trace, within(1e-14));
        assertThat(value(Observable.directionCosine(1), x)).isCloseTo(1.5 / Math.sqrt(length), within(1e-15));
    }

    @Test
    void a_loss_that_knows_no_covariance_says_what_it_lacks() {
        Objective loss = new StochasticObjective() {
            @Override
            public String name() {
                return "mine";
            }

            @Override
            public int dimension() {
                return 1;
            }

            @Override
            public void sampleGradient(double[] x, RandomStream random, double[] gradient) {
                gradient[0] = 0;
            }
        };
        assertThatThrownBy(() -> value(Observable.noiseTrace(loss), new double[1][2]))
                .isInstanceOf(MissingCapabilityException.class)
                .hasMessageStartingWith("the objective gives no covariance; override covariance");
    }

    @Test
    void bad_arguments_are_refused_with_the_remedy() {
        refused(
                () -> new SphereLoss("S", new double[1], 1),
                "mean has 1 entries, expected at least 2: a line has no directions to move in");
        refused(
                () -> new SphereLoss("S", new double[2], -1),
                "noiseScale is -1.0, expected a finite number of at least 0");
        refused(
                () -> new SphereLoss("S", new double[] {0, Double.NaN}, 1),
                "mean[1] is NaN, expected a finite number; check where it was computed");
        refused(
                () -> new SphereLoss("S", new double[2], 1).noiseTrace(new double[3]),
                "x has 3 entries, objective S has dimension 2");
        refused(
                () -> new QuadraticForms("Q", new double[0][][], 1),
                "matrices is empty, expected at least one symmetric matrix");
        refused(
                () -> new QuadraticForms("Q", new double[][][] {{{1}}, {{1, 0}, {0, 1}}}, 1),
                "matrices[1] has 2 rows, matrices[0] has 1; every matrix needs the same size");
        refused(() -> Observable.directionCosine(-1), "coordinate is -1, expected at least 0");
    }

    private static double value(Observable g, double[][] x) {
        double[] out = new double[2];
        g.measure(2).evaluate(x, out);
        return out[1];
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }
}
