package org.itocheck.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.itocheck.claim.OneStepMoments;
import org.itocheck.claim.Outcome;
import org.itocheck.claim.SampledOneStepMoments;
import org.itocheck.claim.Setting;
import org.itocheck.claim.Tolerance;
import org.itocheck.claim.Verdict;
import org.itocheck.claim.WeakErrorBelow;
import org.itocheck.claim.scale.HessianIdentity;
import org.itocheck.claim.scale.ScaleInvariance;
import org.itocheck.dynamics.Family;
import org.itocheck.dynamics.Problem;
import org.itocheck.dynamics.Problems;
import org.itocheck.dynamics.optimizer.Svag;
import org.itocheck.dynamics.sde.ItoSde;
import org.itocheck.network.architecture.Mlp;
import org.itocheck.network.architecture.Normaliser;
import org.itocheck.objective.Evaluator;
import org.itocheck.objective.FiniteSum;
import org.itocheck.objective.MissingCapabilityException;
import org.itocheck.objective.Objective;
import org.itocheck.observable.Observable;
import org.itocheck.random.KeyedRows;
import org.itocheck.random.Seed;
import org.itocheck.verify.Verifier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class NetworkLossTest {
    private final Verifier verifier = new Verifier(new Seed(21), 1e-6, 1e-3, 1 << 14, 1);

    @BeforeEach
    void library() {
        Networks.assumeTorch();
    }

    @Test
    void a_weighted_gradient_is_the_weighted_sum_of_the_gradients_of_the_samples() {
        NetworkLoss loss = Networks.loss(Networks.preResNet(Normaliser.group(2)), Networks.digits(9))
                .withChunk(4);
        double[] theta = loss.network().layout().initial(new Seed(1));
        double[] weights = {1, -2, 0, 3.5, 0.25, 1e-3, -1, 7, 2};
        double[] gradient = new double[theta.length];
        double[] expected = new double[theta.length];
        double[] sample = new double[theta.length];
        double value = 0;
        for (int i = 0; i < weights.length; i++) {
            value += weights[i] * loss.network().gradient(theta, loss.batch(i), sample);
            for (int k = 0; k < sample.length; k++) {
                expected[k] += weights[i] * sample[k];
            }
        }

        assertThat(loss.weightedGradient(theta, weights, gradient)).isCloseTo(value, within(1e-12));
        assertThat(gradient).containsExactly(expected, within(1e-12));
        assertThatThrownBy(() -> loss.weightedGradient(theta, new double[2], gradient))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("weights has 2 entries, digits/train has 9 images; give one weight an image");
    }

    @Test
    void the_noise_of_noisy_gradient_descent_comes_with_the_gradient() {
        NetworkLoss loss = Networks.tiny();
        double[] theta = loss.network().layout().initial(new Seed(1));
        double[] normals = {0.3, -1, 2, 0.1, 0.4, -0.7};
        double[] noisy = new double[theta.length];
        double[] expected = new double[theta.length];
        double[] noise = new double[theta.length];
        double[] weights = new double[6];
        for (int i = 0; i < 6; i++) {
            weights[i] = (normals[i] - 1.1 / 6) / Math.sqrt(6 * 4);
        }

        loss.noisyGradient(theta, 4, normals, noisy);
        loss.gradient(theta, expected);
        loss.weightedGradient(theta, weights, noise);
        for (int i = 0; i < theta.length; i++) {
            expected[i] += noise[i];
        }
        assertThat(noisy).containsExactly(expected, within(1e-14));
        NetworkLoss coupled = Networks.loss(Networks.mlp(Normaliser.batch()), Networks.digits(20));
        assertThatThrownBy(() -> coupled.noisyGradient(new double[658], 4, new double[20], new double[658]))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "mlp-8-6-tanh-bn normalises over the mini-batch, so that an image alone has no gradient and L"
                                + " no noise of single images; use group normalisation");
    }

    @Test
    void chunks_change_only_last_digits_unless_a_batch_is_normalised_together() {
        for (Normaliser normaliser : List.of(Normaliser.group(2), Normaliser.batch())) {
            NetworkLoss loss = Networks.loss(Networks.mlp(normaliser), Networks.digits(50));
            double[] theta = loss.network().layout().initial(new Seed(1));
            double whole = loss.value(theta);
            double parts = loss.withChunk(8).value(theta);

            assertThat(loss.gradient(theta, new double[theta.length])).isEqualTo(whole);
            if (normaliser.kind() == Normaliser.Kind.BATCH) {
                assertThat(Math.abs(parts - whole)).isGreaterThan(1e-3);
            } else {
                assertThat(parts).isCloseTo(whole, within(1e-13));
            }
        }
    }

    @Test
    void accuracy_counts_the_images_whose_class_has_the_largest_logit() {
        NetworkLoss loss = Networks.loss(Networks.mlp(Normaliser.NONE), Networks.digits(30));
        double[] theta = loss.network().layout().initial(new Seed(1));
        int head = theta.length - 10;
        theta[head + loss.images().label(3)] = 1e3;
        int[] counts = loss.images().classCounts();

        assertThat(loss.withChunk(7).accuracy(theta))
                .isEqualTo(counts[loss.images().label(3)] / 30.0);
    }

    @Test
    void the_probability_of_the_right_class_is_the_mean_of_exp_of_minus_the_losses() {
        NetworkLoss loss = Networks.loss(Networks.preResNet(Normaliser.group(2)), Networks.digits(9));
        double[] theta = loss.network().layout().initial(new Seed(1));
        double sum = 0;
        for (int i = 0; i < 9; i++) {
            sum += StrictMath.exp(-loss.network().value(theta, loss.batch(i)));
        }

        assertThat(loss.probability(theta)).isCloseTo(sum / 9, within(1e-13));
        assertThat(loss.withChunk(4).probability(theta)).isCloseTo(sum / 9, within(1e-13));
        assertThatThrownBy(() -> loss.network().losses(theta, loss.batch(1, 2), new double[3]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("losses has 3 entries, the batch has 2 images; give room for one loss an image");
    }

    @Test
    void a_network_is_seen_through_loss_probability_and_accuracy_of_each_lane() {
        NetworkLoss loss = Networks.tiny();
        double[][] x = new double[loss.dimension()][2];
        double[][] points = {
            loss.network().layout().initial(new Seed(1)),
            loss.network().layout().initial(new Seed(2))
        };
        for (int i = 0; i < x.length; i++) {
            x[i][0] = points[0][i];
            x[i][1] = points[1][i];
        }
        double[] seen = new double[2];

        Observable.probability(loss).measure(2).evaluate(x, seen);
        assertThat(seen).containsExactly(loss.probability(points[0]), loss.probability(points[1]));
        Observable.accuracy(loss).measure(2).evaluate(x, seen);
        assertThat(seen).containsExactly(loss.accuracy(points[0]), loss.accuracy(points[1]));
        assertThat(Observable.probability(loss).smooth()).isTrue();
        assertThat(Observable.accuracy(loss).smooth()).isFalse();
    }

    @Test
    void drift_and_noise_of_a_step_of_the_sde_come_from_one_pass() {
        Objective objective = Networks.tiny().objective(3);
        int d = objective.dimension();
        Evaluator evaluator = objective.evaluator(2);
        KeyedRows rows = new KeyedRows(2);
        rows.start(new Seed(4), 0);
        double[][] x = new double[d][2];
        for (double[] row : x) {
            rows.gaussian(row);
        }
        double[][] gradient = new double[d][2];
        double[][] noise = new double[d][2];
        double[][] change = new double[d][2];

        rows.start(new Seed(5), 0);
        evaluator.gradientAndDiffusion(x, rows, gradient, noise);
        rows.start(new Seed(5), 0);
        assertThat(evaluator.sampleChange(x, rows, 0.25, 0.5, change)).isTrue();
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < 2; j++) {
                assertThat(change[i][j]).isCloseTo(0.5 * noise[i][j] - 0.25 * gradient[i][j], within(1e-13));
            }
        }
        assertThat(Problems.named("C2").objective().evaluator(2).sampleChange(x, rows, 1, 1, change))
                .isFalse();
    }

    @Test
    void weak_convergence_is_not_judged_by_accuracy() {
        NetworkLoss loss = Networks.tiny();
        Problem problem = Problem.of(loss.objective(2), loss.network().layout().initial(new Seed(8)), 0.5, 1);
        Setting setting = Setting.of(Svag.family(problem), problem, List.of(1, 2), List.of(Observable.accuracy(loss)));

        Outcome outcome =
                verifier.verify(new WeakErrorBelow(setting, ItoSde.of(problem), Tolerance.withinDeviations(2)));
        assertThat(outcome.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(outcome.finding())
                .isEqualTo("accuracy has jumps, and weak convergence is proved for smooth test functions alone (THEORY"
                        + " X40)");
        assertThat(outcome.remedies().get(0))
                .isEqualTo("observe something smooth in its place, such as the probability of the right class");
    }

    @Test
    void batches_and_noise_are_those_of_a_finite_sum_of_the_samples() {
        FiniteSum fast = (FiniteSum) Networks.tiny().objective(3);
        int lanes = 5;
        double[][] x = new double[fast.dimension()][lanes];
        KeyedRows rows = new KeyedRows(lanes);
        rows.start(new Seed(4), 0);
        for (double[] row : x) {
            rows.gaussian(row);
        }
        Evaluator one = fast.evaluator(lanes);
        Evaluator other = new SampleBySample(fast).evaluator(lanes);
        double[][] a = new double[fast.dimension()][lanes];
        double[][] b = new double[fast.dimension()][lanes];

        rows.start(new Seed(5), 0);
        one.sampleGradient(x, rows, a);
        one.sampleDiffusion(x, rows, a);
        rows.start(new Seed(5), 0);
        other.sampleGradient(x, rows, b);
        other.sampleDiffusion(x, rows, b);
        for (int i = 0; i < a.length; i++) {
            assertThat(a[i]).containsExactly(b[i], within(1e-13));
        }
        rows.start(new Seed(6), 0);
        one.sampleGradient(x, rows, a);
        rows.start(new Seed(6), 0);
        other.sampleGradient(x, rows, b);
        for (int i = 0; i < a.length; i++) {
            assertThat(a[i]).containsExactly(b[i], within(1e-13));
        }
    }

    @Test
    void one_step_of_svag_on_a_network_has_the_moments_of_lemma_4_5() {
        Objective loss = Networks.tiny().objective(1);
        double[] start = Networks.tiny().network().layout().initial(new Seed(8));
        Problem problem = Problem.of(loss, start, 0.5, 4);
        Setting setting = new Setting(
                Svag.family(problem), problem, List.of(1, 4), List.of(Observable.squaredNorm()), List.of(1));

        Outcome outcome = verifier.verify(new OneStepMoments(setting, List.of(start), 3, OneStepMoments.ROUNDING));
        assertThat(outcome.verdict()).as(outcome.headline()).isEqualTo(Verdict.PASS);
    }

    @Test
    @Tag("slow")
    void sampled_steps_of_svag_on_a_network_have_its_mean_and_covariance_and_those_of_single_batches_have_not() {
        Objective loss = Networks.tiny().objective(2);
        double[] start = Networks.tiny().network().layout().initial(new Seed(8));
        Problem problem = Problem.of(loss, start, 0.5, 4);
        Verifier many = new Verifier(new Seed(22), 1e-6, 1e-3, 1 << 17, 2);
        Family single = Family.of("OneBatch", 0.5, level -> (x, context) -> {
            double[] g = context.sampleGradient(x);
            for (int i = 0; i < x.length; i++) {
                x[i] -= context.learningRate() * g[i];
            }
        });

        Outcome svag = many.verify(sampled(Svag.family(problem), problem, start));
        assertThat(svag.verdict()).as(svag.headline()).isEqualTo(Verdict.PASS);
        assertThat(many.verify(sampled(single, problem, start)).verdict()).isEqualTo(Verdict.FAIL);
    }

    @Test
    void the_claim_of_scale_invariance_holds_for_normalised_networks_and_fails_without() {
        for (Normaliser normaliser : List.of(Normaliser.batch(), Normaliser.group(2))) {
            Outcome outcome = invariance(Networks.mlp(normaliser).scaleInvariant());
            assertThat(outcome.verdict()).as(outcome.headline()).isEqualTo(Verdict.PASS);
        }
        Outcome plain = invariance(Networks.mlp(Normaliser.NONE));
        assertThat(plain.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(plain.finding()).contains(" is violated by ").endsWith(" of its size");
    }

    @Test
    void the_hessian_of_a_normalised_network_takes_x_to_minus_the_gradient() {
        Objective good = Networks.loss(Networks.mlp(Normaliser.group(2)).scaleInvariant(), Networks.digits(20))
                .objective(4);
        Objective bad = Networks.loss(Networks.mlp(Normaliser.group(2)), Networks.digits(20))
                .objective(4);

        Outcome outcome = verifier.verify(new HessianIdentity(good, List.of()));
        assertThat(outcome.verdict()).as(outcome.headline()).isEqualTo(Verdict.PASS);
        assertThat(verifier.verify(new HessianIdentity(bad, List.of())).verdict())
                .isEqualTo(Verdict.FAIL);
    }

    @Test
    void with_batch_normalisation_only_mini_batches_are_known() {
        NetworkLoss loss = Networks.loss(Networks.mlp(Normaliser.batch()), Networks.digits(20));
        Objective objective = loss.objective(2);
        double[][] x = new double[objective.dimension()][1];

        assertThat(objective).isNotInstanceOf(FiniteSum.class);
        assertThat(objective.formula())
                .isEqualTo(
                        "mean over batches of 2 with replacement, each normalised by itself, of the cross-entropy of"
                                + " mlp-8-6-tanh-bn on digits/train: 20 images of 1 x 8 x 8, 10 classes; libtorch, double, CPU");
        assertThatThrownBy(() -> objective.evaluator(1).gradient(x, x)).isInstanceOf(MissingCapabilityException.class);
        assertThatThrownBy(() -> loss.objective(1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("batchSize is 1, but mlp-8-6-tanh-bn normalises over the mini-batch; use at least 2");
        double[] theta = new double[loss.dimension()];
        assertThatThrownBy(() -> loss.network().value(theta, loss.batch(4)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("batch has 1 image, but mlp-8-6-tanh-bn normalises over the mini-batch; use at least 2");
        assertThatThrownBy(() -> loss.withChunk(19).value(theta))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("chunk is 19, which leaves one of 20 images alone, but mlp-8-6-tanh-bn normalises over the"
                        + " chunk; use withChunk(20) or another that leaves at least 2");
        assertThatThrownBy(() -> loss.withChunk(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("chunk is 0, expected at least 1 image");
    }

    @Test
    void images_that_do_not_fit_the_network_are_refused() {
        Network network = Networks.tiny().network();
        assertThatThrownBy(() -> NetworkLoss.of(network, Networks.digits(20)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "mlp-2-tanh-none reads images of 1 x 2 x 2 in 3 classes, but there are digits/train: 20 images"
                                + " of 1 x 8 x 8, 10 classes; make it for these images");
    }

    private static SampledOneStepMoments sampled(Family family, Problem problem, double[] start) {
        Setting setting = new Setting(family, problem, List.of(4), List.of(Observable.squaredNorm()), List.of(1));
        return new SampledOneStepMoments(setting, SampledOneStepMoments.Law.SVAG, List.of(start), 2, 0.1);
    }

    private Outcome invariance(Mlp mlp) {
        return verifier.verify(
                new ScaleInvariance(Networks.loss(mlp, Networks.digits(40)).objective(8), List.of()));
    }

    /** The same sum through the evaluator of any finite sum. */
    private record SampleBySample(FiniteSum sum) implements FiniteSum {
        @Override
        public String name() {
            return sum.name();
        }

        @Override
        public int dimension() {
            return sum.dimension();
        }

        @Override
        public int samples() {
            return sum.samples();
        }

        @Override
        public int batchSize() {
            return sum.batchSize();
        }

        @Override
        public double sampleValue(int i, double[] x) {
            return sum.sampleValue(i, x);
        }

        @Override
        public void sampleGradient(int i, double[] x, double[] gradient) {
            sum.sampleGradient(i, x, gradient);
        }
    }
}
