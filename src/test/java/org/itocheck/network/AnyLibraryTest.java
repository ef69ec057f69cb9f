package org.itocheck.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.itocheck.claim.OneStepMoments;
import org.itocheck.claim.Outcome;
import org.itocheck.claim.Setting;
import org.itocheck.claim.Verdict;
import org.itocheck.dynamics.Problem;
import org.itocheck.dynamics.optimizer.Svag;
import org.itocheck.network.architecture.Activation;
import org.itocheck.network.architecture.Mlp;
import org.itocheck.network.architecture.Normaliser;
import org.itocheck.network.data.ImageSet;
import org.itocheck.network.data.ImageShape;
import org.itocheck.observable.Observable;
import org.itocheck.random.Seed;
import org.itocheck.verify.Verifier;
import org.junit.jupiter.api.Test;

/** What a network must tell of itself is so little that one of no library at all fits. */
class AnyLibraryTest {
    private final ImageSet images = Networks.tinyImages();
    private final SoftmaxRegression network = new SoftmaxRegression(images.shape(), images.classes());
    private final NetworkLoss loss = NetworkLoss.of(network, images);

    @Test
    void a_network_written_by_hand_goes_into_a_claim() {
        double[] start = network.layout().initial(new Seed(1));
        Problem problem = Problem.of(loss.objective(1), start, 0.5, 4);
        Setting setting =
                new Setting(Svag.family(problem), problem, List.of(1), List.of(Observable.squaredNorm()), List.of(1));

        Outcome outcome = new Verifier(new Seed(21), 1e-6, 1e-3, 1 << 14, 1)
                .verify(new OneStepMoments(setting, List.of(start), 3, OneStepMoments.ROUNDING));
        assertThat(outcome.verdict()).as(outcome.headline()).isEqualTo(Verdict.PASS);
        assertThat(loss.objective(1).formula())
                .isEqualTo("mean cross-entropy of SoftmaxRegression on tiny: 6 images of 1 x 2 x 2, 3 classes; batches"
                        + " of 1 with replacement; plain Java");
        assertThatThrownBy(() -> NetworkLoss.of(new SoftmaxRegression(new ImageShape(1, 8, 8), 10), images))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("SoftmaxRegression reads images of 1 x 8 x 8 in 10 classes, but there are tiny: 6 images"
                        + " of 1 x 2 x 2, 3 classes; make it for these images");
    }

    @Test
    void libtorch_and_plain_java_agree_on_a_matrix() {
        Networks.assumeTorch();
        NetworkLoss torch = Networks.loss(
                new Mlp(images.shape(), images.classes(), List.of(), Activation.TANH, Normaliser.NONE, false), images);
        double[] theta = network.layout().initial(new Seed(2));
        double[] longer = Arrays.copyOf(theta, theta.length + images.classes());
        double[] mine = new double[theta.length];
        double[] theirs = new double[longer.length];

        assertThat(loss.gradient(theta, mine)).isCloseTo(torch.gradient(longer, theirs), within(1e-13));
        assertThat(mine).containsExactly(Arrays.copyOf(theirs, theta.length), within(1e-13));
        loss.hessianProduct(theta, theta, mine);
        torch.hessianProduct(longer, longer, theirs);
        assertThat(mine).containsExactly(Arrays.copyOf(theirs, theta.length), within(1e-13));
        assertThat(loss.accuracy(theta)).isEqualTo(torch.accuracy(longer));
        assertThat(loss.probability(theta)).isCloseTo(torch.probability(longer), within(1e-13));
    }
}
