package org.itocheck.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.itocheck.claim.Outcome;
import org.itocheck.claim.Verdict;
import org.itocheck.claim.scale.HessianIdentity;
import org.itocheck.claim.scale.ScaleInvariance;
import org.itocheck.network.architecture.Architecture;
import org.itocheck.network.architecture.Normaliser;
import org.itocheck.network.architecture.PreResNet;
import org.itocheck.objective.Objective;
import org.itocheck.random.Seed;
import org.itocheck.verify.Verifier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Lemma D.1 and Corollary D.7 on small networks in double precision: (Hess L) x = -grad L, x . g = 0 and S x = 0. */
class NetworkHessianTest {
    private static final Normaliser GROUPS = Normaliser.group(2);

    private final Verifier verifier = new Verifier(new Seed(41), 1e-6, 1e-3, 1 << 14, 1);

    @BeforeEach
    void torch() {
        Networks.assumeTorch();
    }

    static Stream<Named<Architecture>> papersForm() {
        return Stream.of(
                Networks.named(Networks.mlp(GROUPS).scaleInvariant()),
                Networks.named(Networks.preResNet(GROUPS).scaleInvariant()));
    }

    static Stream<Named<Architecture>> usualForm() {
        return Stream.of(Networks.named(Networks.mlp(GROUPS)), Networks.named(Networks.preResNet(GROUPS)));
    }

    @ParameterizedTest
    @MethodSource("papersForm")
    void in_the_papers_form_the_hessian_takes_x_to_minus_the_gradient_and_x_sees_no_noise(Architecture architecture) {
        Objective loss = loss(architecture);
        double[] start = Networks.loss(architecture, Networks.digits(1))
                .network()
                .layout()
                .initial(new Seed(2));

        for (List<double[]> points : List.of(List.of(start), List.<double[]>of())) {
            Outcome hessian = verifier.verify(new HessianIdentity(loss, points));
            assertThat(hessian.verdict()).as(hessian.headline()).isEqualTo(Verdict.PASS);
            Outcome noise = verifier.verify(new ScaleInvariance(loss, points));
            assertThat(noise.verdict()).as(noise.headline()).isEqualTo(Verdict.PASS);
            assertThat(noise.cells()).anyMatch(cell -> cell.observable().startsWith("S x = 0"));
        }
    }

    @ParameterizedTest
    @MethodSource("usualForm")
    void in_the_usual_form_both_fail_and_say_by_how_much(Architecture architecture) {
        for (Outcome outcome : verifier.verify(List.of(
                new HessianIdentity(loss(architecture), List.of()),
                new ScaleInvariance(loss(architecture), List.of())))) {
            assertThat(outcome.verdict()).as(outcome.headline()).isEqualTo(Verdict.FAIL);
            assertThat(outcome.finding()).contains(" is violated by ").endsWith(" of its size");
            assertThat(outcome.cells())
                    .filteredOn(cell -> cell.observable().startsWith("(Hess L) x")
                            || cell.observable().startsWith("S x = 0"))
                    .isNotEmpty()
                    .allMatch(cell -> Math.abs(cell.estimate()) > 1e-2);
        }
    }

    @Test
    void an_epsilon_of_1e_5_in_the_normalisers_is_seen_by_the_hessian() {
        PreResNet exact = Networks.preResNet(GROUPS).scaleInvariant();
        Outcome outcome = verifier.verify(new HessianIdentity(
                loss(new PreResNet(
                        exact.input(),
                        exact.classes(),
                        exact.depth(),
                        exact.width(),
                        exact.normaliser().withEpsilon(1e-5),
                        true,
                        true)),
                List.of()));

        assertThat(outcome.verdict()).as(outcome.headline()).isEqualTo(Verdict.FAIL);
    }

    private static Objective loss(Architecture architecture) {
        return Networks.loss(architecture, Networks.digits(20)).objective(4);
    }
}
