package org.itocheck.network.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.itocheck.claim.OneStepMoments;
import org.itocheck.claim.Outcome;
import org.itocheck.claim.Setting;
import org.itocheck.claim.Verdict;
import org.itocheck.claim.scale.Block;
import org.itocheck.claim.scale.ScaleInvariance;
import org.itocheck.dynamics.Problem;
import org.itocheck.dynamics.optimizer.Svag;
import org.itocheck.network.Batch;
import org.itocheck.network.Network;
import org.itocheck.network.NetworkLoss;
import org.itocheck.network.Networks;
import org.itocheck.network.architecture.Layout;
import org.itocheck.network.architecture.Parameter;
import org.itocheck.network.data.Augmentation;
import org.itocheck.network.data.Dataset;
import org.itocheck.network.data.ImageSet;
import org.itocheck.network.data.ImageShape;
import org.itocheck.observable.Observable;
import org.itocheck.random.Seed;
import org.itocheck.training.Measuring;
import org.itocheck.training.Method;
import org.itocheck.training.RunMonitor;
import org.itocheck.training.RunPlan;
import org.itocheck.training.RunRecord;
import org.itocheck.training.Sampling;
import org.itocheck.training.TrainingRun;
import org.itocheck.training.schedule.Schedule;
import org.itocheck.verify.Verifier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.buffer.DataType;

class ClaimsOnModelsTest {
    private final ImageSet images = Networks.tinyImages();

    @BeforeAll
    static void library() {
        Models.assumeDl4j();
    }

    @Test
    void one_step_has_the_moments_of_the_theory() {
        Outcome outcome = oneStep(Dl4jNetwork.of("tiny", Models.tiny(), images.shape(), InputArray.FLAT));

        assertThat(outcome.verdict()).as(outcome.headline()).isEqualTo(Verdict.PASS);
    }

    @Test
    void a_sum_over_the_batch_in_place_of_the_mean_is_caught() {
        Outcome outcome =
                oneStep(new SumOverBatch(Dl4jNetwork.of("tiny", Models.tiny(), images.shape(), InputArray.FLAT)));

        assertThat(outcome.verdict()).as(outcome.headline()).isEqualTo(Verdict.FAIL);
    }

    @Test
    void what_is_before_batch_normalisation_is_scale_invariant_and_the_last_layer_is_not() {
        NetworkLoss loss = NetworkLoss.of(
                Dl4jNetwork.of(
                        "norm",
                        Models.convolution(DataType.DOUBLE, OptionalDouble.of(0), InputType.convolutionalFlat(8, 8, 1)),
                        Models.DIGIT,
                        InputArray.FLAT),
                Networks.digits(40));

        assertThat(scaleInvariance(loss, "conv.W").verdict()).isEqualTo(Verdict.PASS);
        assertThat(scaleInvariance(loss, "head.W").verdict()).isEqualTo(Verdict.FAIL);
    }

    @Test
    void a_model_is_trained_and_logged(@TempDir Path folder) {
        RunPlan plan = new RunPlan(
                "dl4j",
                Method.sgd(),
                16,
                Schedule.cosine(0.5, 0.01, 12),
                0,
                Sampling.SHUFFLED,
                Augmentation.NONE,
                Measuring.every(12),
                new Seed(7));
        NetworkLoss train = NetworkLoss.of(
                Dl4jNetwork.of("mlp", Models.mlp(DataType.FLOAT), Models.DIGIT, InputArray.FLAT), Networks.digits(96));

        RunRecord record = new TrainingRun(
                        plan, train, train.on(Dataset.DIGITS.load().test().first(64)), folder)
                .run(RunMonitor.NONE);

        assertThat(record.measurements().get(0).trainAccuracy()).isLessThan(0.3);
        assertThat(record.last().trainAccuracy()).isGreaterThan(0.6);
        assertThat(record.last().squaredNorms()).containsKeys("hidden0.W", "head.b");
    }

    private Outcome oneStep(Network network) {
        NetworkLoss loss = NetworkLoss.of(network, images);
        double[] start = network.layout().initial(new Seed(1));
        Problem problem = Problem.of(loss.objective(2), start, 0.5, 4);
        Setting setting =
                new Setting(Svag.family(problem), problem, List.of(1), List.of(Observable.squaredNorm()), List.of(1));
        return verifier().verify(new OneStepMoments(setting, List.of(start), 2, OneStepMoments.ROUNDING));
    }

    private static Outcome scaleInvariance(NetworkLoss loss, String name) {
        Parameter part = loss.network().layout().parameters().stream()
                .filter(p -> p.name().equals(name))
                .findFirst()
                .orElseThrow();
        return verifier()
                .verify(new ScaleInvariance(
                        loss.objective(16),
                        List.of(new Block(part.from(), part.to())),
                        List.of(loss.network().layout().initial(new Seed(3))),
                        ScaleInvariance.ROUNDING));
    }

    private static Verifier verifier() {
        return new Verifier(new Seed(21), 1e-6, 1e-3, 1 << 14, 1);
    }

    /** The mutant: gradients as DL4J leaves them. */
    private record SumOverBatch(Network right) implements Network {
        @Override
        public String name() {
            return "sum";
        }

        @Override
        public ImageShape input() {
            return right.input();
        }

        @Override
        public int classes() {
            return right.classes();
        }

        @Override
        public Layout layout() {
            return right.layout();
        }

        @Override
        public String description() {
            return right.description();
        }

        @Override
        public double value(double[] theta, Batch batch) {
            return batch.size() * right.value(theta, batch);
        }

        @Override
        public double gradient(double[] theta, Batch batch, double[] gradient) {
            double value = right.gradient(theta, batch, gradient);
            for (int i = 0; i < gradient.length; i++) {
                gradient[i] *= batch.size();
            }
            return batch.size() * value;
        }

        @Override
        public double weightedGradient(double[] theta, Batch batch, double[] weights, double[] gradient) {
            return right.weightedGradient(theta, batch, weights, gradient);
        }

        @Override
        public void hessianProduct(double[] theta, Batch batch, double[] v, double[] out) {
            right.hessianProduct(theta, batch, v, out);
        }

        @Override
        public int correct(double[] theta, Batch batch) {
            return right.correct(theta, batch);
        }
    }
}
