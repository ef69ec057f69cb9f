package org.itocheck.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.itocheck.claim.Outcome;
import org.itocheck.claim.Setting;
import org.itocheck.claim.Verdict;
import org.itocheck.claim.scale.NormDynamics;
import org.itocheck.dynamics.Problem;
import org.itocheck.dynamics.optimizer.Svag;
import org.itocheck.network.architecture.Normaliser;
import org.itocheck.network.architecture.PreResNet;
import org.itocheck.observable.Observable;
import org.itocheck.random.Seed;
import org.itocheck.verify.Verifier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Equation (13) along runs of a residual network on digits, step by step. */
class NetworkNormTest {
    private static final double RATE = 0.4;
    private static final double DECAY = 0.05;

    private final Verifier verifier = new Verifier(new Seed(31), 1e-6, 1e-3, 1 << 14, 1);

    @BeforeEach
    void torch() {
        Networks.assumeTorch();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GN2", "BN"})
    void the_norm_of_a_scale_invariant_network_moves_as_it_must_under_sgd_and_svag(String normaliser) {
        Outcome outcome = norms(net(normaliser).scaleInvariant(), DECAY);

        assertThat(outcome.verdict()).as(outcome.headline()).isEqualTo(Verdict.PASS);
        assertThat(outcome.cells()).hasSize(4);
    }

    @Test
    void a_tenth_too_much_weight_decay_is_seen() {
        Outcome outcome = norms(net("GN2").scaleInvariant(), 1.1 * DECAY);

        assertThat(outcome.verdict()).as(outcome.headline()).isEqualTo(Verdict.FAIL);
    }

    @Test
    void the_usual_form_of_the_network_is_not_judged() {
        Outcome outcome = norms(net("GN2"), DECAY);

        assertThat(outcome.verdict()).as(outcome.headline()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(outcome.finding()).contains("is not scale invariant");
    }

    private Outcome norms(PreResNet net, double decayOfTheFamily) {
        NetworkLoss loss = Networks.loss(net, Networks.digits(40));
        double[] start = loss.network().layout().initial(new Seed(1));
        Problem problem = Problem.of(loss.objective(8), start, RATE, 3).withWeightDecay(DECAY);
        return verifier.verify(new NormDynamics(new Setting(
                Svag.family(RATE, decayOfTheFamily),
                problem,
                List.of(1, 3),
                List.of(Observable.squaredNorm()),
                List.of(3))));
    }

    private static PreResNet net(String normaliser) {
        return Networks.preResNet(normaliser.equals("BN") ? Normaliser.batch() : Normaliser.group(2));
    }
}
