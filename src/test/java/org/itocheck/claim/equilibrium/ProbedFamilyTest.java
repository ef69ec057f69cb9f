package org.itocheck.claim.equilibrium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.itocheck.dynamics.Dynamics;
import org.itocheck.dynamics.Family;
import org.itocheck.dynamics.Stepper;
import org.itocheck.objective.Evaluator;
import org.itocheck.objective.Objective;
import org.itocheck.random.KeyedRows;
import org.itocheck.random.NoiseRows;
import org.junit.jupiter.api.Test;

/** Two fresh mini-batches at the last state, and what they say of |grad L|^2, of tr S and of the direction of x. */
class ProbedFamilyTest {
    private static final int LANES = 3;
    private static final NoiseRows NOISE = new KeyedRows(LANES);
    private static final double[] TILTS = {0.9e-10, 1.1e-10, 1};

    private final Still still = new Still();
    private final Tilted loss = new Tilted();
    private final Stepper stepper =
            new ProbedFamily(still, 3, 1).at(1, new ProbedLoss(loss)).stepper(LANES);

    /** At x = (3, 0) the gradients are 2 and 4 times (tilt, 1): their product is 8, half their squared difference 2. */
    @Test
    void after_the_last_step_two_gradients_give_a_product_and_a_spread_that_nothing_biases() {
        double[][] x = state();
        stepper.start();
        step(x, 3);

        for (int j = 0; j < LANES; j++) {
            double square = 1 + TILTS[j] * TILTS[j];
            assertThat(x[2 + ProbedLoss.PRODUCT][j]).isCloseTo(8 * square, within(1e-14));
            assertThat(x[2 + ProbedLoss.SPREAD][j]).isCloseTo(2 * square, within(1e-14));
        }
    }

    @Test
    void a_gradient_that_leans_towards_x_by_more_than_ten_digits_is_counted() {
        double[][] x = state();
        stepper.start();
        step(x, 3);

        assertThat(x[2 + ProbedLoss.RADIAL]).containsExactly(0, 1, 1);
    }

    @Test
    void gradients_of_zero_lean_nowhere() {
        loss.size = 0;
        double[][] x = state();
        stepper.start();
        step(x, 3);

        assertThat(x[2 + ProbedLoss.RADIAL]).containsExactly(0, 0, 0);
    }

    @Test
    void before_the_last_step_no_gradient_is_drawn() {
        double[][] x = state();
        stepper.start();
        step(x, 2);

        assertThat(loss.draws).isZero();
        assertThat(x[2 + ProbedLoss.PRODUCT]).containsOnly(0);
        step(x, 1);
        assertThat(loss.draws).isEqualTo(2);
    }

    @Test
    void the_next_block_of_chains_is_probed_as_the_first_was_and_starts_its_dynamics_anew() {
        double[][] x = state();
        stepper.start();
        step(x, 3);
        double[][] first = {x[2].clone(), x[3].clone(), x[4].clone()};
        stepper.start();
        step(x, 3);

        assertThat(new double[][] {x[2], x[3], x[4]}).isDeepEqualTo(first);
        assertThat(still.starts).isEqualTo(2);
    }

    /** At level 2 an SGD step is two steps: looks come after the sixth and the eighth, the second at gradients twice as long. */
    @Test
    void several_looks_an_sgd_step_apart_count_with_their_mean() {
        Stepper twice = new ProbedFamily(new Halved(still), 3, 2)
                .at(2, new ProbedLoss(loss))
                .stepper(LANES);
        double[][] x = state();
        twice.start();
        advance(twice, x, 6);
        assertThat(loss.draws).isEqualTo(2);
        loss.size = 4;
        advance(twice, x, 2);

        assertThat(loss.draws).isEqualTo(4);
        double square = 1 + TILTS[2] * TILTS[2];
        assertThat(x[2 + ProbedLoss.PRODUCT][2]).isCloseTo((8 + 32) * square / 2, within(1e-13));
        assertThat(x[2 + ProbedLoss.SPREAD][2]).isCloseTo((2 + 8) * square / 2, within(1e-13));
        assertThat(x[2 + ProbedLoss.SQUARE]).containsExactly(9, 9, 9);
        assertThat(x[2 + ProbedLoss.RADIAL]).containsExactly(0, 1, 1);
        assertThat(new ProbedFamily(new Halved(still), 3, 2).stepsPerCheckpoint(2))
                .isEqualTo(8);

        loss.size = 2;
        twice.start();
        advance(twice, x, 6);
        assertThat(x[2 + ProbedLoss.PRODUCT][2]).isCloseTo(8 * square / 2, within(1e-13));
    }

    private static void advance(Stepper stepper, double[][] x, int steps) {
        for (int i = 0; i < steps; i++) {
            stepper.step(x, NOISE);
        }
    }

    private void step(double[][] x, int steps) {
        advance(stepper, x, steps);
    }

    /** x = (3, 0) in every lane, and empty rows for the probe. */
    private static double[][] state() {
        return new double[][] {
            {3, 3, 3}, new double[LANES], new double[LANES], new double[LANES], new double[LANES], new double[LANES]
        };
    }

    /** Two steps of another family, at level 2, where SGD takes one. */
    private record Halved(Still still) implements Family {
        @Override
        public String name() {
            return still.name();
        }

        @Override
        public double learningRate() {
            return 1;
        }

        @Override
        public Dynamics at(int level, Objective objective) {
            return still;
        }
    }

    /** Does not move, and counts how often it is started. */
    private static final class Still implements Family, Dynamics, Stepper {
        private int starts;

        @Override
        public String name() {
            return "still";
        }

        @Override
        public double learningRate() {
            return 1;
        }

        @Override
        public Dynamics at(int level, Objective objective) {
            return this;
        }

        @Override
        public Objective objective() {
            return new Tilted();
        }

        @Override
        public double stepDuration() {
            return 1;
        }

        @Override
        public Stepper stepper(int lanes) {
            return this;
        }

        @Override
        public void start() {
            starts++;
        }

        @Override
        public void step(double[][] x, NoiseRows noise) {}
    }

    /** Gradients of twice and four times (tilt, 1), another tilt in each lane. */
    private static final class Tilted implements Objective, Evaluator {
        private int draws;
        private double size = 2;

        @Override
        public String name() {
            return "tilted";
        }

        @Override
        public int dimension() {
            return 2;
        }

        @Override
        public Evaluator evaluator(int lanes) {
            return this;
        }

        @Override
        public void sampleGradient(double[][] x, NoiseRows noise, double[][] gradient) {
            double length = size * (1 + draws % 2);
            draws++;
            for (int j = 0; j < LANES; j++) {
                gradient[0][j] = length * TILTS[j];
                gradient[1][j] = length;
            }
        }
    }
}
