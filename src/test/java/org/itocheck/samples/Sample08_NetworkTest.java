package org.itocheck.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.itocheck.claim.OneStepMoments;
import org.itocheck.claim.Outcome;
import org.itocheck.claim.Setting;
import org.itocheck.claim.Verdict;
import org.itocheck.claim.scale.HessianIdentity;
import org.itocheck.dynamics.Problem;
import org.itocheck.dynamics.optimizer.Svag;
import org.itocheck.network.NetworkLoss;
import org.itocheck.network.Networks;
import org.itocheck.network.architecture.Normaliser;
import org.itocheck.network.architecture.PreResNet;
import org.itocheck.network.data.Dataset;
import org.itocheck.network.data.ImageSet;
import org.itocheck.network.torch.Precision;
import org.itocheck.network.torch.TorchDevice;
import org.itocheck.network.torch.TorchNetwork;
import org.itocheck.observable.Observable;
import org.itocheck.random.Seed;
import org.itocheck.verify.Verifier;
import org.junit.jupiter.api.Test;

/**
 * Sample 8: claims on a network.
 * <p>On images a network is a loss like any other, and goes into every claim that asks for no more than a loss knows. Its 1210 parameters make
 * too many second and third moments of a step: the claim looks at it along a few random directions, and what is right there comes from the
 * gradients of all images. With 12 images, mini-batches of one and SVAG(2) a step has 144 paths, and all of them are run.
 */
class Sample08_NetworkTest {
    @Test
    void a_step_of_svag_and_the_hessian_of_a_residual_network_are_as_the_theory_says() {
        Networks.assumeTorch();
        ImageSet images = Dataset.DIGITS.load().train().first(12);
        PreResNet net = PreResNet.of(images.shape(), images.classes(), 8, 2, Normaliser.group(2))
                .scaleInvariant();
        NetworkLoss loss = NetworkLoss.of(new TorchNetwork(net, Precision.DOUBLE, TorchDevice.CPU), images);
        double[] start = loss.network().layout().initial(new Seed(1));
        Problem problem = Problem.of(loss.objective(1), start, 0.5, 4);
        Setting setting = Setting.of(Svag.family(0.5), problem, List.of(2), List.of(Observable.squaredNorm()));
        int directions = 3;

        List<Outcome> outcomes = Verifier.withSeed(new Seed(2))
                .verify(List.of(
                        new OneStepMoments(setting, List.of(start), 3, OneStepMoments.ROUNDING, directions),
                        new HessianIdentity(loss.objective(1), List.of(start))));

        assertThat(outcomes)
                .allSatisfy(o -> assertThat(o.verdict()).as(o.headline()).isEqualTo(Verdict.PASS));
    }
}
