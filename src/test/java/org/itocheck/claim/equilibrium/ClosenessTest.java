package org.itocheck.claim.equilibrium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.itocheck.claim.Claim;
import org.itocheck.claim.Outcome;
import org.itocheck.claim.Verdict;
import org.itocheck.claim.equilibrium.CurvatureBound.Theorem;
import org.itocheck.dynamics.Problem;
import org.itocheck.dynamics.optimizer.Sgd;
import org.itocheck.truth.EquilibriumMoments;
import org.junit.jupiter.api.Test;

/** Definition 6.1 and Theorems 6.2 and D.3 with SGD measured on E1, against its SDE in closed form. */
class ClosenessTest {
    private static final double PRECISION = 0.02;

    /** On E1 at eta = 1 the least C is 1.1152, from R. */
    @Test
    void sgd_on_the_sphere_is_as_close_to_its_sde_as_theory_says() {
        Outcome close = verify(new Closeness(sgd(1), GoldenEquilibria.sde("1.0"), 1.15, PRECISION));
        assertThat(close.verdict()).as(close.headline()).isEqualTo(Verdict.PASS);
        assertThat(close.statement()).isEqualTo("equilibria of SGD on E1 and SDE of E1 are 1.15-close");

        Outcome tooClose = verify(new Closeness(sgd(1), GoldenEquilibria.sde("1.0"), 1.08, PRECISION));
        assertThat(tooClose.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(tooClose.finding()).startsWith("R/R' is 1.1");
    }

    @Test
    void sgd_on_the_sphere_obeys_theorem_6_2() {
        Outcome outcome = verify(new CurvatureBound(sgd(2), GoldenEquilibria.sde("2.0"), Theorem.SGD, PRECISION));

        assertThat(outcome.verdict()).as(outcome.headline()).isEqualTo(Verdict.PASS);
        assertThat(outcome.finding()).startsWith("with C = 1.2").contains(" it allows a learning rate of up to 3.");
        assertThat(outcome.cells()).hasSize(2);
    }

    /** X24: if eta Sigma were the covariance of the gradients, R/Rbar would tend to eta, not to 1. */
    @Test
    void the_covariance_as_printed_is_not_close() {
        double eta = 0.25;
        KnownEquilibrium printed =
                new KnownEquilibrium("SGD as printed", sphereSde(eta * GoldenEquilibria.SCALE, eta), eta, 0.05, 1);
        KnownEquilibrium right =
                new KnownEquilibrium("SDE", sphereSde(GoldenEquilibria.SCALE / eta, eta), eta, 0.05, 1);

        assertThat(right.moments().squaredNorm())
                .isCloseTo(GoldenEquilibria.sde("0.25").moments().squaredNorm(), offset(1e-12));
        assertThat(right.moments().squaredGradient())
                .isCloseTo(GoldenEquilibria.sde("0.25").moments().squaredGradient(), offset(1e-12));
        assertThat(printed.moments().squaredNorm() / right.moments().squaredNorm())
                .isCloseTo(eta, offset(1e-12));
        assertThat(verify(new Closeness(printed, right, 1.5, 0.1)).verdict()).isEqualTo(Verdict.FAIL);
        assertThat(verify(new Closeness(right, right, 1, 0.1)).verdict()).isEqualTo(Verdict.PASS);
    }

    /** X27, X28: eta N for N, as the bars of the paper have it, makes the bound of Theorem 6.2 a false one. */
    @Test
    void the_bound_needs_one_convention_for_n() {
        EquilibriumMoments sgd = GoldenEquilibria.sgd("0.25").moments();
        EquilibriumMoments sde = GoldenEquilibria.sde("0.25").moments();
        Outcome outcome = verify(new CurvatureBound(scaled(sgd, 0.25), scaled(sde, 0.25), Theorem.SGD, 0.1));

        assertThat(outcome.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(outcome.finding()).isEqualTo("Gbar/Nbar is 0.164, above 0.0553");
        assertThat(outcome.diagnosis()).contains("without a factor eta");
    }

    @Test
    void no_decay_and_bad_arguments_are_named() {
        Problem free = Chains.e1(1).withWeightDecay(0);
        Outcome outcome = verify(
                new Closeness(EquilibriumChains.of(Sgd.family(free), free, 1), GoldenEquilibria.sde("1.0"), 1.5, 0.1));
        assertThat(outcome.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(outcome.finding())
                .isEqualTo("SGD on E1: without weight decay |x|^2 only grows and there is no equilibrium");

        KnownEquilibrium one = GoldenEquilibria.sde("1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Closeness(one, one, 0.9, 0.1))
                .withMessage("c is 0.9, expected at least 1: a ratio and its inverse cannot both be below it"
                        + " (THEORY X31)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CurvatureBound(one, GoldenEquilibria.sde("2.0"), Theorem.SGD, 0.1))
                .withMessage("SDE of E1 has learningRate 1.0 and weightDecay 0.05, SDE of E1 has 2.0 and 0.05;"
                        + " expected the SDE of the same");
    }

    private static EquilibriumChains sgd(double learningRate) {
        Problem problem = Chains.e1(learningRate);
        return EquilibriumChains.of(Sgd.family(problem), problem, 1);
    }

    private static KnownEquilibrium scaled(EquilibriumMoments moments, double factor) {
        EquilibriumMoments wrong =
                new EquilibriumMoments(moments.squaredNorm(), moments.squaredGradient(), factor * moments.noiseTrace());
        return new KnownEquilibrium("with eta N", wrong, 0.25, 0.05, 1);
    }

    /** The closed form on the sphere in d = 3 with A = 1, where I_(3/2)/I_(1/2) is coth(k) - 1/k (THEORY 3.E). */
    private static EquilibriumMoments sphereSde(double noise, double eta) {
        double norm = Math.sqrt(eta * noise / GoldenEquilibria.DECAY);
        double kappa = 2 * norm / (eta * noise);
        double cosine = 1 / Math.tanh(kappa) - 1 / kappa;
        return new EquilibriumMoments(norm, 2 * cosine / (kappa * norm), 2 * noise / norm);
    }

    private static org.assertj.core.data.Offset<Double> offset(double value) {
        return org.assertj.core.data.Offset.offset(value);
    }

    private static Outcome verify(Claim claim) {
        return Chains.budget(1 << 20).verify(claim);
    }
}
