package org.itocheck.claim.equilibrium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import org.itocheck.claim.Cell;
import org.itocheck.claim.Outcome;
import org.itocheck.claim.Verdict;
import org.itocheck.dynamics.Family;
import org.itocheck.dynamics.Problem;
import org.itocheck.dynamics.Problems;
import org.itocheck.dynamics.optimizer.Sgd;
import org.itocheck.dynamics.optimizer.Svag;
import org.itocheck.dynamics.sde.EulerMaruyama;
import org.itocheck.objective.StochasticObjective;
import org.itocheck.objective.catalogue.RayleighQuotient;
import org.itocheck.random.RandomStream;
import org.itocheck.truth.EquilibriumMoments;
import org.itocheck.verify.Verifier;
import org.junit.jupiter.api.Test;

/** The balance of |x|^2, and R, G and N where they are known. */
class EquilibriumTest {
    private static final double TOLERANCE = 0.05;

    @Test
    void svag_and_euler_maruyama_on_the_sphere_keep_the_balance_and_have_the_known_moments() {
        Outcome svag = verify(new Equilibrium(Chains.onE1(Svag.family(Chains.E1), 1, 2), BalanceLaw.SVAG, TOLERANCE));
        assertThat(svag.headline())
                .isEqualTo(
                        "SVAG on E1 to SVAG(2) on E1 in equilibrium keeps its norm in balance: PASS, the residual is at"
                                + " most 5 % of R at all 2 levels [seed 0x00005EED00000006]");
        assertThat(svag.cells()).hasSize(8).allMatch(cell -> cell.verdict() == Verdict.PASS);

        Outcome maruyama =
                verify(new Equilibrium(Chains.onE1(EulerMaruyama.family(Chains.E1), 2), BalanceLaw.SVAG, TOLERANCE));
        assertThat(maruyama.verdict()).as(maruyama.headline()).isEqualTo(Verdict.PASS);
    }

    @Test
    void finite_sums_on_the_circle_have_the_known_moments() {
        passes(EquilibriumChains.of(Sgd.family(Chains.E2), Chains.E2, 1).expecting(Chains.e2(1)), BalanceLaw.SGD, 0.1);
        passes(
                EquilibriumChains.of(Svag.family(Chains.E5), Chains.E5, 1).expecting(Chains.e5(1)),
                BalanceLaw.SVAG,
                0.1);
    }

    /** A is not diagonal: on its axes the noise of this loss vanishes, and so would the gradient on a diagonal one. */
    @Test
    void rayleigh_quotients_in_ten_dimensions_are_in_balance() {
        double[][] matrix = new double[10][10];
        for (int i = 0; i < 10; i++) {
            matrix[i][i] = i * 0.2 - 1;
            matrix[i][(i + 1) % 10] = 0.5;
            matrix[(i + 1) % 10][i] = 0.5;
        }
        double[] start = new double[10];
        Arrays.fill(start, 0.5);
        Problem problem = new Problem("rayleigh", new RayleighQuotient("rayleigh", matrix, 0.7), start, 0.5, 0.05, 1);

        passes(EquilibriumChains.of(Svag.family(problem), problem, 2), BalanceLaw.SVAG, 0.1);
    }

    /** At l = 1 the SDE's own balance is off by what it forgets, eta G: 17 % of R; at l = 8 by 3 %. */
    @Test
    void euler_maruyama_approaches_the_balance_of_the_sde() {
        Family family = EulerMaruyama.family(Chains.E1);
        assertThat(verify(new Equilibrium(Chains.onE1(family, 1), BalanceLaw.SDE, TOLERANCE))
                        .verdict())
                .isEqualTo(Verdict.FAIL);
        Equilibrium fine = new Equilibrium(Chains.onE1(family, 8), BalanceLaw.SDE, 0.1);
        assertThat(verify(fine).verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void a_loss_that_knows_only_mini_batch_gradients_is_measured_from_pairs_of_them() {
        Problem problem = Chains.E1;
        StochasticObjective hidden = new StochasticObjective() {
            @Override
            public String name() {
                return "hidden";
            }

            @Override
            public int dimension() {
                return 3;
            }

            @Override
            public void sampleGradient(double[] x, RandomStream random, double[] gradient) {
                double square = x[0] * x[0] + x[1] * x[1] + x[2] * x[2];
                double along = 0;
                for (int i = 0; i < 3; i++) {
                    gradient[i] = Math.sqrt(0.4) * random.gaussian() - (i == 0 ? 1 : 0);
                    along += gradient[i] * x[i] / square;
                }
                for (int i = 0; i < 3; i++) {
                    gradient[i] = (gradient[i] - along * x[i]) / Math.sqrt(square);
                }
            }
        };
        Problem same = new Problem("hidden", hidden, problem.start(), 1, 0.05, 1);
        EquilibriumMoments known = GoldenEquilibria.svag(1).moments();

        Outcome outcome = verify(new Equilibrium(
                List.of(EquilibriumChains.of(Sgd.family(same), same, 1).expecting(known)), BalanceLaw.SGD, 0.5));
        assertThat(outcome.verdict()).as(outcome.headline()).isEqualTo(Verdict.PASS);
        assertThat(outcome.cells()).hasSize(4);
    }

    /** From R/4 and 4 R, eight steps are two fifths of what |x|^4 needs to forget. */
    @Test
    void a_burn_in_that_is_too_short_is_seen_by_the_two_starts() {
        EquilibriumChains hasty =
                EquilibriumChains.of(Sgd.family(Chains.E1), Chains.E1, 1).withBurnIn(8);
        Outcome outcome = verify(new Equilibrium(List.of(hasty), BalanceLaw.SGD, TOLERANCE));

        assertThat(outcome.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(outcome.finding())
                .startsWith("two starts disagree after 8 SGD steps: R = E|x|^2 from 4 R is ")
                .contains(" above that from R/4 (allowed ± 0.0");
        assertThat(outcome.remedies()).containsExactly("burn in longer: withBurnIn(32)");
    }

    @Test
    void without_weight_decay_there_is_no_equilibrium() {
        Problem free = Chains.E1.withWeightDecay(0);
        Outcome outcome =
                verify(new Equilibrium(List.of(EquilibriumChains.of(Sgd.family(free), free, 1)), BalanceLaw.SGD, 0.1));

        assertThat(outcome.headline())
                .isEqualTo(
                        "SGD on E1 in equilibrium keeps its norm in balance: INCONCLUSIVE, without weight decay |x|^2 only"
                                + " grows and there is no equilibrium [seed 0x00005EED00000006]");
        assertThat(outcome.trajectories()).isZero();
        KnownEquilibrium known = new KnownEquilibrium("SGD", Chains.e2(1), 1, 0, 1);
        assertThat(verify(new Equilibrium(List.of(known), BalanceLaw.SGD, 0.1)).verdict())
                .isEqualTo(Verdict.INCONCLUSIVE);
    }

    /** At eta lambda = 1 a step forgets x: |x'|^2 is |eta g|^2, which is the larger the smaller |x| was. */
    @Test
    void a_step_that_forgets_the_norm_is_refused() {
        Problem problem = Chains.E1.withWeightDecay(1);
        Outcome outcome = verify(
                new Equilibrium(List.of(EquilibriumChains.of(Sgd.family(problem), problem, 1)), BalanceLaw.SGD, 0.1));

        assertThat(outcome.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(outcome.finding()).isEqualTo("at eta lambda = 1 the squared norm does not relax to an equilibrium");
    }

    @Test
    void a_loss_that_is_not_scale_invariant_is_refused() {
        Problem problem = Problems.named("C2").withStart(1, 1).withWeightDecay(0.1);
        Outcome outcome = verify(
                new Equilibrium(List.of(EquilibriumChains.of(Sgd.family(problem), problem, 1)), BalanceLaw.SGD, 0.1));

        assertThat(outcome.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(outcome.finding())
                .isEqualTo(
                        "the loss is not scale invariant: 100 % of its mini-batch gradients are not orthogonal to x to ten"
                                + " digits");
    }

    @Test
    void too_few_chains_are_inconclusive() {
        Outcome outcome =
                Chains.budget(100).verify(Equilibrium.of(Sgd.family(Chains.E1), Chains.E1, List.of(1), TOLERANCE));

        assertThat(outcome.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(outcome.remedies()).isNotEmpty();
    }

    @Test
    void the_same_seed_gives_the_same_numbers_on_any_number_of_threads() {
        Equilibrium claim = new Equilibrium(Chains.onE1(Sgd.family(Chains.E1), 1), BalanceLaw.SGD, 0.3);
        List<Cell> one =
                new Verifier(Chains.SEED, 1e-3, 1e-2, 4096, 1).verify(claim).cells();

        assertThat(new Verifier(Chains.SEED, 1e-3, 1e-2, 4096, 3).verify(claim).cells())
                .isEqualTo(one);
    }

    @Test
    void bad_arguments_are_named() {
        Problem e1 = Chains.E1;
        refused(
                () -> new Equilibrium(List.of(), BalanceLaw.SGD, 0.1),
                "processes is empty, expected at least one, for example"
                        + " EquilibriumChains.of(Sgd.family(problem), problem, 1)");
        refused(
                () -> Equilibrium.of(Sgd.family(e1), e1, List.of(1), 0),
                "tolerance is 0.0, expected a share above 0 and at most 1, for example 0.05");
        refused(
                () -> EquilibriumChains.of(Sgd.family(0.5), e1, 1),
                "family SGD has learningRate 0.5, problem E1 has 1.0; expected the same, use problem.withLearningRate");
        refused(
                () -> EquilibriumChains.of(Sgd.family(e1), e1, 1).withBurnIn(-1),
                "burnIn is -1 SGD steps, expected at least 1, or 0 to plan it from the weight decay");
        refused(
                () -> EquilibriumChains.of(Sgd.family(e1), e1, 1).withBurnIn(1 << 28),
                "burnIn is 268435456 SGD steps, expected at most 268435455; start nearer to the equilibrium or raise the"
                        + " weight decay");
        refused(
                () -> EquilibriumChains.of(Sgd.family(e1), e1.withStart(0, 0, 0), 1),
                "start of E1 is 0, where a scale-invariant loss has no gradient; use problem.withStart");
        refused(() -> new EquilibriumMoments(0, 1, 1), "squaredNorm is 0.0, expected a finite number above 0");
    }

    private static void refused(Runnable call, String message) {
        assertThatIllegalArgumentException().isThrownBy(call::run).withMessage(message);
    }

    private static void passes(StationaryProcess process, BalanceLaw law, double tolerance) {
        Outcome outcome = verify(new Equilibrium(List.of(process), law, tolerance));
        assertThat(outcome.verdict()).as(outcome.headline()).isEqualTo(Verdict.PASS);
    }

    private static Outcome verify(Equilibrium claim) {
        return Chains.budget(1 << 20).verify(claim);
    }
}
