package org.itocheck.mutant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.itocheck.claim.OneStepMoments;
import org.itocheck.claim.Outcome;
import org.itocheck.claim.SampledOneStepMoments;
import org.itocheck.claim.SampledOneStepMoments.Law;
import org.itocheck.claim.Setting;
import org.itocheck.claim.Verdict;
import org.itocheck.dynamics.Family;
import org.itocheck.dynamics.Problem;
import org.itocheck.dynamics.optimizer.Svag;
import org.itocheck.dynamics.sde.EulerMaruyama;
import org.itocheck.network.NetworkLoss;
import org.itocheck.network.Networks;
import org.itocheck.network.architecture.Activation;
import org.itocheck.network.architecture.Architecture;
import org.itocheck.network.architecture.Mlp;
import org.itocheck.network.architecture.Normaliser;
import org.itocheck.network.architecture.PreResNet;
import org.itocheck.network.data.ImageSet;
import org.itocheck.observable.Observable;
import org.itocheck.random.Seed;
import org.itocheck.verify.Verifier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Lemmas 4.4 and 4.5 on networks, along random directions, and what is wrong in the list of mutants. All have eta = 0.25. */
class NetworkStepTest {
    private static final ImageSet FEW = Networks.digits(16);
    private static final ImageSet MANY = Networks.digits(256);

    @BeforeEach
    void torch() {
        Networks.assumeTorch();
    }

    @Test
    void every_path_of_one_step_on_a_residual_network_has_the_moments_of_lemma_4_5() {
        Problem problem = problem(residual(), FEW, 1);
        Outcome outcome = enumerated(Svag.family(problem), problem, 1, 4);

        assertThat(outcome.verdict()).as(outcome.headline()).isEqualTo(Verdict.PASS);
        assertThat(outcome.cells()).hasSize(2 * (4 + 10 + 20 + 1));
    }

    static Stream<Named<Family>> wrong() {
        return Stream.of(
                Named.of("c = sqrt(2l)", SvagMutants.m01()),
                Named.of("c = sqrt(l)", SvagMutants.m02()),
                Named.of("same mini-batch twice", SvagMutants.m05()),
                Named.of("step eta/sqrt(l)", SvagMutants.m07()),
                Named.of("no amplification", SvagMutants.m21()));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void a_step_that_is_wrong_in_one_place_fails_on_a_residual_network(Family family) {
        Outcome outcome = enumerated(family, problem(residual(), FEW, 1), 2);

        assertThat(outcome.verdict()).as(outcome.headline()).isEqualTo(Verdict.FAIL);
    }

    @Test
    void sampled_steps_along_directions_pass_if_right_and_fail_if_not() {
        Problem problem = problem(tiny(), Networks.digits(64), 16);

        expect(Verdict.PASS, sampled(Svag.family(problem), Law.SVAG, problem, 4, 2, 0.2, 2));
        expect(Verdict.FAIL, sampled(SvagMutants.m05(), Law.SVAG, problem, 4, 2, 0.2, 2));
    }

    /** Mini-batches of 16 out of 256 images; no paths to enumerate. */
    @Test
    @Tag("slow")
    void sampled_steps_on_a_residual_network_have_the_moments_of_lemma_4_5_and_mutants_have_not() {
        Problem problem = problem(residual(), MANY, 16);

        expect(Verdict.PASS, sampled(Svag.family(problem), Law.SVAG, problem, 1, 2, 0.1, 2));
        expect(Verdict.PASS, sampled(Svag.family(problem), Law.SVAG, problem, 4, 2, 0.1, 2));
        expect(Verdict.FAIL, sampled(SvagMutants.m01(), Law.SVAG, problem, 1, 2, 0.1, 2));
        expect(Verdict.FAIL, sampled(SvagMutants.m02(), Law.SVAG, problem, 4, 2, 0.1, 2));
    }

    @Test
    @Tag("slow")
    void sampled_steps_of_the_scheme_of_the_sde_have_the_moments_of_lemma_4_4_and_noise_off_by_a_tenth_has_not() {
        Problem problem = problem(tiny(), MANY, 16);

        expect(Verdict.PASS, sampled(EulerMaruyama.family(problem), Law.EULER_MARUYAMA, problem, 4, 2, 0.1, 2));
        expect(Verdict.FAIL, sampled(GaussianMutants.m25(), Law.EULER_MARUYAMA, problem, 4, 2, 0.1, 2));
    }

    private static PreResNet residual() {
        return PreResNet.of(FEW.shape(), FEW.classes(), 8, 2, Normaliser.group(2))
                .scaleInvariant();
    }

    private static Mlp tiny() {
        return new Mlp(MANY.shape(), MANY.classes(), List.of(8), Activation.TANH, Normaliser.group(1), false)
                .scaleInvariant();
    }

    private static Problem problem(Architecture architecture, ImageSet images, int batchSize) {
        NetworkLoss loss = Networks.loss(architecture, images);
        double[] start = loss.network().layout().initial(new Seed(8));
        return Problem.of(loss.objective(batchSize), start, 0.25, 1);
    }

    private static Outcome enumerated(Family family, Problem problem, Integer... levels) {
        return new Verifier(new Seed(51), 1e-6, 1e-3, 1, 1)
                .verify(new OneStepMoments(
                        setting(family, problem, levels), List.of(problem.start()), 3, OneStepMoments.ROUNDING, 4));
    }

    private static Outcome sampled(
            Family family, Law law, Problem problem, int level, int order, double discrepancy, int directions) {
        return new Verifier(new Seed(52), 1e-6, 1e-3, 1 << 17, 2)
                .verify(claim(family, law, problem, level, order, discrepancy, directions));
    }

    private static SampledOneStepMoments claim(
            Family family, Law law, Problem problem, int level, int order, double discrepancy, int directions) {
        return new SampledOneStepMoments(
                setting(family, problem, level), law, List.of(problem.start()), order, discrepancy, directions);
    }

    private static Setting setting(Family family, Problem problem, Integer... levels) {
        return new Setting(family, problem, List.of(levels), List.of(Observable.squaredNorm()), List.of(1));
    }

    private static void expect(Verdict verdict, Outcome outcome) {
        System.out.printf(
                Locale.ROOT,
                "%-12s %s: %s; %d steps, %.1f s%n",
                outcome.verdict(),
                outcome.statement(),
                outcome.finding(),
                outcome.trajectories(),
                outcome.seconds());
        assertThat(outcome.verdict()).as(outcome.headline()).isEqualTo(verdict);
    }
}
