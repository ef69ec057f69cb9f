package org.itocheck.dynamics.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.itocheck.dynamics.Dynamics;
import org.itocheck.dynamics.Problem;
import org.itocheck.dynamics.Problems;
import org.itocheck.dynamics.Stepper;
import org.itocheck.dynamics.sde.LevySde;
import org.itocheck.objective.Divisible;
import org.itocheck.objective.Evaluator;
import org.itocheck.objective.FiniteSum;
import org.itocheck.objective.GradientMoments;
import org.itocheck.objective.LeastSquares;
import org.itocheck.objective.MiniBatch;
import org.itocheck.objective.Objective;
import org.itocheck.random.KeyedRows;
import org.itocheck.random.NoiseLaw;
import org.itocheck.random.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The linear scaling rule, its smaller mini-batches, and the losses that have none. */
class LinearScalingTest {
    private static final Problem C2 = Problems.named("C2");

    @Test
    void on_a_finite_sum_it_is_sgd_with_smaller_batches() {
        LeastSquares loss = (LeastSquares) C2.objective();
        Dynamics rule = LinearScaling.family(C2).at(2, loss);
        assertThat(rule.name()).isEqualTo("LSR(2)");
        assertThat(rule.stepDuration()).isEqualTo(0.125);
        assertThat(moved(rule, 5, 8)).isDeepEqualTo(moved(new Sgd(loss.withBatchSize(1), 2, 0.25, 0), 5, 8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"A1/poisson1", "A1/exp1", "A1/gaussian", "B4", "F1", "F1/B16", "G/stable1.5"})
    void a_lane_depends_on_its_trajectory_alone(String name) {
        Problem problem = Problems.named(name);
        Dynamics rule = LinearScaling.family(problem).at(4, problem.objective());
        double[][] wide = moved(rule, 10, 64);
        double[][] narrow = moved(rule, 10, 3);
        assertThat(narrow[0]).isEqualTo(Arrays.copyOf(wide[0], 3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"A1/poisson1", "A1/exp1", "A1/gaussian", "B4", "F1", "F1/B16"})
    void a_part_has_moments_m_and_m_squared_times_as_large(String name) {
        Objective whole = Problems.named(name).objective();
        GradientMoments all = whole.gradientMoments(new double[] {0.7}).orElseThrow();
        GradientMoments part =
                Divisible.part(whole, 4).gradientMoments(new double[] {0.7}).orElseThrow();
        assertThat(part.mean()[0]).isEqualTo(all.mean()[0]);
        assertThat(part.covariance()[0][0]).isCloseTo(4 * all.covariance()[0][0], within(1e-15));
        assertThat(part.third()[0][0][0]).isCloseTo(16 * all.third()[0][0][0], within(1e-14));
    }

    @Test
    void parts_of_parts_and_parts_of_batches_are_parts() {
        Objective a1 = Problems.a1(NoiseLaw.POISSON).objective();
        assertThat(Divisible.part(Divisible.part(a1, 2), 3)).isEqualTo(Divisible.part(a1, 6));
        assertThat(Divisible.part(new MiniBatch(a1, 4), 2)).isEqualTo(new MiniBatch(a1, 2));
        assertThat(Divisible.part(new MiniBatch(a1, 4), 8)).isEqualTo(Divisible.part(a1, 2));
        assertThat(Divisible.part(a1, 1)).isSameAs(a1);
        assertThat(new MiniBatch(a1, 4).infinitelyDivisible()).isTrue();
        assertThat(new MiniBatch(C2.objective(), 4).infinitelyDivisible()).isFalse();
    }

    @Test
    void a_mini_batch_of_one_is_the_loss_itself() {
        Objective loss = C2.objective();
        MiniBatch one = new MiniBatch(loss, 1);
        assertThat(moved(new Sgd(one, 1, 0.1, 0), 4, 5)).isDeepEqualTo(moved(new Sgd(loss, 1, 0.1, 0), 4, 5));
        assertThat(one.formula()).isEqualTo(loss.formula() + "; batches of 1");
        double[][] x = {{1, 2}, {3, 4}};
        double[][] g = new double[2][2];
        double[][] h = new double[2][2];
        one.evaluator(2).gradient(x, g);
        loss.evaluator(2).gradient(x, h);
        assertThat(g).isDeepEqualTo(h);
    }

    @Test
    void the_noise_of_a_mini_batch_for_the_sde_is_smaller_by_the_root_of_its_size() {
        Objective a1 = Problems.a1(NoiseLaw.POISSON).objective();
        double[][] x = {{1, 2, 3}};
        double[][] single = new double[1][3];
        double[][] batch = new double[1][3];
        double[][] part = new double[1][3];
        diffuse(a1.evaluator(3), x, single);
        diffuse(new MiniBatch(a1, 4).evaluator(3), x, batch);
        diffuse(Divisible.part(a1, 4).evaluator(3), x, part);
        for (int j = 0; j < 3; j++) {
            assertThat(batch[0][j]).isCloseTo(single[0][j] / 2, within(1e-15));
            assertThat(part[0][j]).isCloseTo(single[0][j] * 2, within(1e-15));
        }
    }

    /** A sum of a user's own keeps its samples and gets another batch size. */
    @Test
    void any_finite_sum_has_smaller_batches() {
        FiniteSum plain = new FiniteSum() {
            @Override
            public String name() {
                return "mine";
            }

            @Override
            public int dimension() {
                return 1;
            }

            @Override
            public int samples() {
                return 3;
            }

            @Override
            public int batchSize() {
                return 4;
            }

            @Override
            public double sampleValue(int i, double[] x) {
                return i * x[0];
            }

            @Override
            public void sampleGradient(int i, double[] x, double[] gradient) {
                gradient[0] = i;
            }
        };
        FiniteSum part = (FiniteSum) Divisible.part(plain, 2);
        assertThat(part.batchSize()).isEqualTo(2);
        assertThat(part.name()).isEqualTo("mine");
        double[] x = {0};
        assertThat(part.gradientMoments(x).orElseThrow().covariance()[0][0])
                .isCloseTo(2 * plain.gradientMoments(x).orElseThrow().covariance()[0][0], within(1e-15));
        assertThatThrownBy(() -> plain.withBatchSize(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("batchSize is 0, expected at least 1");
    }

    @Test
    void what_cannot_be_cut_is_refused_with_the_remedy() {
        refused(
                () -> LinearScaling.family(C2).at(4, C2.objective()),
                "batchSize is 2 in C2, which level 4 does not divide; use levels that divide the batch size, or"
                        + " withBatchSize(8)");
        Objective d1 = Problems.named("D1/skew2pt").objective();
        refused(
                () -> LinearScaling.family(0.1).at(4, d1),
                "objective D1/skew2pt has no smaller mini-batches for level 4; implement Divisible, or take mini-batches of"
                        + " it: new MiniBatch(objective, 4)");
        refused(
                () -> LinearScaling.family(0.1).at(2, Problems.named("B1").objective()),
                "noise of B1 is rademacher, which has no 2 equal independent parts; use gaussian, poisson1 or exp1 noise,"
                        + " or a finite sum with batches of 2");
        refused(
                () -> LinearScaling.family(0.1).at(4, new MiniBatch(d1, 6)),
                "batchSize is 6 in D1/skew2pt, which level 4 does not divide; use levels that divide the batch size");
        refused(() -> new MiniBatch(d1, 0), "batchSize is 0, expected at least 1");
        refused(() -> Divisible.part(d1, 0), "parts is 0, expected at least 1 (1 is the whole mini-batch)");
    }

    @Test
    void a_levy_sde_needs_noise_that_is_infinitely_divisible() {
        refused(
                () -> LevySde.of(C2),
                "noise of C2 is not infinitely divisible, so no Levy process has it at time 1; use gaussian, poisson1 or"
                        + " exp1 noise, or the limit of SVAG: new ItoSde(...)");
        Problem a1 = Problems.a1(NoiseLaw.POISSON);
        LevySde levy = LevySde.of(a1);
        assertThat(levy.name()).isEqualTo("its Levy SDE");
        assertThat(levy.scheme().name()).isEqualTo("LSR");
        assertThat(levy.scheme().learningRate()).isEqualTo(0.5);
    }

    private static void refused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }

    private static double[][] moved(Dynamics dynamics, int steps, int lanes) {
        double[][] x = new double[dynamics.objective().dimension()][lanes];
        KeyedRows noise = new KeyedRows(lanes);
        noise.start(new Seed(5), 0);
        Stepper stepper = dynamics.stepper(lanes);
        stepper.start();
        for (int k = 0; k < steps; k++) {
            stepper.step(x, noise);
        }
        return x;
    }

    private static void diffuse(Evaluator evaluator, double[][] x, double[][] out) {
        KeyedRows noise = new KeyedRows(3);
        noise.start(new Seed(5), 0);
        evaluator.sampleDiffusion(x, noise, out);
    }
}
