package org.itocheck.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.itocheck.network.NetworkLoss;
import org.itocheck.network.Networks;
import org.itocheck.network.architecture.Normaliser;
import org.itocheck.network.data.Augmentation;
import org.itocheck.random.KeyedRows;
import org.itocheck.training.schedule.Schedule;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingRunTest {
    private static final Schedule SHORT = Schedule.decayed(0.2, 0.1, 1, 0.5);

    @TempDir
    Path folder;

    @BeforeEach
    void torch() {
        Networks.assumeTorch();
    }

    @Test
    void a_run_measures_at_the_start_every_half_epoch_and_at_the_end() {
        RunRecord record = Runs.of(Runs.SGD, folder);

        assertThat(record.status()).isEqualTo(RunStatus.FINISHED);
        assertThat(record.header().steps()).isEqualTo(18);
        assertThat(record.measurements()).extracting(Measurement::step).containsExactly(0L, 3L, 6L, 9L, 12L, 15L, 18L);
        assertThat(record.measurements().get(0).batchLoss()).isEmpty();
        assertThat(record.measurements()).extracting(Measurement::learningRate).startsWith(0.2, 0.2, 0.2, 0.2);
        assertThat(record.last().learningRate()).isEqualTo(0.2 * 0.1);
        assertThat(record.last().squaredNorms().values().stream()
                        .mapToDouble(n -> n)
                        .sum())
                .isCloseTo(record.last().squaredNorm(), within(1e-9));
    }

    @Test
    void a_small_network_learns_the_digits() {
        RunPlan plan = new RunPlan(
                "learns",
                Method.sgd(),
                16,
                Schedule.cosine(0.5, 0.01, 30),
                0,
                Sampling.SHUFFLED,
                Augmentation.NONE,
                Measuring.every(30),
                Runs.SGD.seed());

        RunRecord record = Runs.of(plan, folder);

        assertThat(record.measurements().get(0).trainAccuracy()).isLessThan(0.3);
        assertThat(record.last().trainAccuracy()).isGreaterThan(0.9);
        assertThat(record.last().testAccuracy()).isGreaterThan(0.5);
    }

    @Test
    void gradient_descent_takes_the_steps_that_one_takes_by_hand() {
        NetworkLoss train = Runs.train();

        assertThat(squaredNormAfter(Method.gd())).isEqualTo(byHand(train, 1, (step, x, g) -> train.gradient(x, g)));
    }

    @Test
    void noisy_gradient_descent_adds_noise_with_the_covariance_of_mini_batches() {
        NetworkLoss train = Runs.train();
        double[] z = new double[train.samples()];
        KeyedRows rows = new KeyedRows(1);
        double[] one = new double[1];
        double expected = byHand(train, 1, (step, x, g) -> {
            rows.start(Runs.SGD.seed().forPurpose("train").forPurpose("ngd"), step);
            for (int i = 0; i < z.length; i++) {
                rows.gaussian(one);
                z[i] = one[0];
            }
            return train.noisyGradient(x, 16, z, g);
        });

        assertThat(squaredNormAfter(Method.ngd())).isEqualTo(expected);
    }

    @Test
    void svag_at_level_1_has_the_bits_of_sgd_and_at_level_4_takes_four_steps_for_one() {
        RunRecord sgd = Runs.of(Runs.SGD, folder);
        RunRecord one = Runs.of(Runs.SGD.with(Method.svag(1)).named("svag1"), folder);
        RunRecord four = Runs.of(Runs.SGD.with(Method.svag(4)).named("svag4"), folder);

        assertThat(Runs.untimed(one)).isEqualTo(Runs.untimed(sgd));
        assertThat(four.header().steps()).isEqualTo(4 * 18);
        assertThat(four.measurements())
                .extracting(Measurement::effectiveStep)
                .containsExactly(0.0, 3.0, 6.0, 9.0, 12.0, 15.0, 18.0);
        assertThat(four.last().squaredNorm()).isNotEqualTo(sgd.last().squaredNorm());
    }

    @Test
    void svag_takes_two_batches_with_coefficients_whose_squares_sum_to_l() {
        NetworkLoss train = Runs.train();
        MiniBatches batches = new MiniBatches(
                train, Sampling.SHUFFLED, Augmentation.NONE, 16, Runs.SGD.seed().forPurpose("train"));
        double[] other = new double[train.dimension()];
        double a = (1 + Math.sqrt(5)) / 2;
        double b = (1 - Math.sqrt(5)) / 2;
        double expected = byHand(train, 3, (step, x, g) -> {
            train.network().gradient(x, batches.draw(2L * step), g);
            train.network().gradient(x, batches.draw(2L * step + 1), other);
            for (int i = 0; i < g.length; i++) {
                g[i] = a * g[i] + b * other[i];
            }
            return 0;
        });

        assertThat(squaredNormAfter(Method.svag(3))).isEqualTo(expected);
    }

    @Test
    void linear_scaling_multiplies_batch_and_rate_and_keeps_the_epochs() {
        RunRecord scaled = Runs.of(Runs.SGD.scaledBy(2).named("lsr2"), folder);

        assertThat(scaled.header().batchSize()).isEqualTo(32);
        assertThat(scaled.header().steps()).isEqualTo(9);
        assertThat(scaled.measurements().get(0).learningRate()).isEqualTo(0.4);
        assertThat(scaled.last().epoch()).isEqualTo(3);
    }

    @Test
    void g_and_n_are_measured_where_the_plan_asks_for_them() {
        RunPlan noisy = new RunPlan(
                "noisy",
                Method.sgd(),
                16,
                SHORT,
                0,
                Sampling.WITH_REPLACEMENT,
                Augmentation.NONE,
                Measuring.every(0.5).noise(0, 0.5),
                Runs.SGD.seed());

        assertThat(Runs.of(noisy, folder).measurements())
                .extracting(m -> m.noise().isPresent())
                .containsExactly(false, true, false);
    }

    @Test
    void a_loss_that_leaves_the_finite_numbers_ends_the_run_and_is_no_error() {
        RunPlan wild = new RunPlan(
                "wild",
                Method.sgd(),
                16,
                Schedule.decayed(1e30, 0.1, 3, 2),
                0.5,
                Sampling.SHUFFLED,
                Augmentation.NONE,
                Measuring.every(1),
                Runs.SGD.seed());

        RunRecord record = Runs.of(wild, folder);

        assertThat(record.status()).isEqualTo(RunStatus.DIVERGED);
        assertThat(Runs.of(wild, folder)).isEqualTo(record);
    }

    @Test
    void noise_of_single_images_is_refused_where_batch_normalisation_couples_them() {
        NetworkLoss train = Runs.train(Normaliser.batch());
        RunPlan ngd = plan(Method.ngd());

        assertThatThrownBy(() -> new TrainingRun(ngd, train, Runs.test(train), folder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "method is NGD, but mlp-8-6-tanh-bn normalises over the mini-batch, so that an image alone has no"
                                + " gradient; use group normalisation");
    }

    private double squaredNormAfter(Method method) {
        return Runs.of(plan(method), folder).last().squaredNorm();
    }

    private static RunPlan plan(Method method) {
        return new RunPlan(
                "full",
                method,
                16,
                SHORT,
                5e-4,
                Sampling.SHUFFLED,
                Augmentation.NONE,
                Measuring.every(1),
                Runs.SGD.seed());
    }

    /** |x|^2 after an epoch of six steps of SGD, the rate decayed in the middle. */
    private static double byHand(NetworkLoss train, int level, Direction direction) {
        double[] x = train.network().layout().initial(Runs.SGD.seed());
        double[] g = new double[x.length];
        for (int step = 0; step < 6 * level; step++) {
            direction.at(step, x, g);
            double rate = (step < 3 * level ? 0.2 : 0.2 * 0.1) / level;
            for (int i = 0; i < x.length; i++) {
                x[i] = (1 - rate * 5e-4) * x[i] - rate * g[i];
            }
        }
        return squaredNorm(x);
    }

    private static double squaredNorm(double[] x) {
        double sum = 0;
        for (double value : x) {
            sum += value * value;
        }
        return sum;
    }
}
