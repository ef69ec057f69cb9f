package org.itocheck.mutant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Locale;
import org.itocheck.claim.Outcome;
import org.itocheck.claim.Setting;
import org.itocheck.claim.Verdict;
import org.itocheck.claim.scale.Block;
import org.itocheck.claim.scale.NormDynamics;
import org.itocheck.claim.scale.ScaleInvariance;
import org.itocheck.dynamics.Family;
import org.itocheck.dynamics.Problem;
import org.itocheck.dynamics.Problems;
import org.itocheck.dynamics.optimizer.Svag;
import org.itocheck.mutant.NearMiss.Extra;
import org.itocheck.mutant.WrongSphere.Mistake;
import org.itocheck.objective.Objective;
import org.itocheck.observable.Observable;
import org.itocheck.random.Seed;
import org.itocheck.verify.Verifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Wrong losses before ScaleInvariance, wrong steps before NormDynamics. Nothing here is a matter of chance. */
class ScaleMutantTest {
    private static final Problem E1 = Problems.named("E1");
    private static final double ETA = E1.learningRate();
    private static final double LAMBDA = E1.weightDecay();
    private static final double[] POINT = {0.6, -0.8, 0.5};

    private final Verifier verifier = new Verifier(new Seed(31), 1e-6, 1e-3, 1 << 14, 1);

    @ParameterizedTest
    @CsvSource({"BIAS, 0, 0.1", "SCALE, 0, 0.1", "NONE, 1e-8, 1e-9", "NONE, 1e-3, 1e-4"})
    void a_near_miss_fails_with_the_size_of_its_violation(Extra extra, double epsilon, double least) {
        NearMiss loss = new NearMiss("near miss", extra, epsilon);
        Outcome outcome = scaleInvariant(loss, Block.whole(loss));

        assertThat(outcome.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(outcome.finding()).contains(" is violated by ").endsWith(" of its size");
        double worst = outcome.cells().stream()
                .mapToDouble(cell -> Math.abs(cell.estimate()))
                .max()
                .orElseThrow();
        assertThat(worst).isBetween(least, 30.0);
        print("near miss " + extra + " " + epsilon, outcome, worst);
    }

    @Test
    void the_weights_before_the_normaliser_are_a_block_of_their_own() {
        for (Extra extra : Extra.values()) {
            NearMiss loss = new NearMiss("near miss", extra, 0);
            assertThat(scaleInvariant(loss, new Block(0, 2)).verdict()).isEqualTo(Verdict.PASS);
        }
    }

    @Test
    void a_block_that_is_not_invariant_is_named() {
        NearMiss loss = new NearMiss("near miss", Extra.BIAS, 0);
        Outcome outcome = scaleInvariant(loss, new Block(0, 2), new Block(2, 3));

        assertThat(outcome.headline())
                .startsWith("near miss is scale invariant in x[0..1], x[2..2]: FAIL, ")
                .contains("x[2..2]");
        assertThat(outcome.cells().stream().filter(cell -> cell.verdict() == Verdict.FAIL))
                .allMatch(cell -> cell.observable().contains("x[2..2]"));
    }

    @ParameterizedTest
    @EnumSource(Mistake.class)
    void a_gradient_that_is_projected_wrongly_is_caught(Mistake mistake) {
        Outcome outcome = scaleInvariant(new WrongSphere(mistake), new Block(0, 3));

        assertThat(outcome.verdict()).isEqualTo(mistake == Mistake.NONE ? Verdict.PASS : Verdict.FAIL);
        if (mistake == Mistake.SHRINKS_TOO_FAST) {
            assertThat(outcome.finding()).startsWith("c g(cx) = g(x)");
        }
        print(mistake.toString(), outcome, outcome.cells().get(0).estimate());
    }

    /** The violation of a step with decay factor D instead of D* is 2 D* (D - D*), which for x at rest is about a multiple of r lambda. */
    @ParameterizedTest
    @CsvSource({"W1/Q1, 4, 1", "W5/Q4, 1, 2", "W4, 4, 0", "W2, 4, 0"})
    void a_wrong_decay_is_caught_in_one_step(String id, int level, double factor) {
        Outcome outcome = norms(decayed(id, factor), level);

        assertThat(outcome.verdict()).isEqualTo(Verdict.FAIL);
        double right = 1 - ETA / level * LAMBDA;
        double wrong = decay(id, level, factor);
        assertThat(outcome.cells().get(0).estimate()).isCloseTo(2 * right * (wrong - right), within(1e-12));
        print(id, outcome, outcome.cells().get(0).estimate());
    }

    @Test
    void the_right_step_written_again_passes() {
        assertThat(norms(decayed("right", 1), 1).verdict()).isEqualTo(Verdict.PASS);
    }

    /** The identity knows nothing of how large the gradients are, and holds where the gradient is taken after the decay (W6). */
    @Test
    void the_norm_does_not_see_the_size_of_the_noise() {
        Family doubled = new StepFamily(
                "c = sqrt(2l)",
                ETA,
                (objective, l, lanes) -> new TwoBatchStep(
                        objective,
                        lanes,
                        ETA / l,
                        (1 + Math.sqrt(2.0 * l)) / 2,
                        (1 - Math.sqrt(2.0 * l)) / 2,
                        1 - ETA / l * LAMBDA));
        assertThat(norms(doubled, 4).verdict()).isEqualTo(Verdict.PASS);
    }

    private static Family decayed(String id, double factor) {
        return new StepFamily(
                id,
                ETA,
                (objective, l, lanes) -> new TwoBatchStep(
                        objective, lanes, ETA / l, Svag.first(l), Svag.second(l), decay(id, l, factor)));
    }

    /** W1: the decay of eta in a step of eta/l. W2: lambda a, on the first gradient alone. Else a multiple of what is right. */
    private static double decay(String id, int level, double factor) {
        double rate = ETA * LAMBDA;
        return switch (id) {
            case "W1/Q1" -> 1 - rate;
            case "W2" -> 1 - rate / level * Svag.first(level);
            default -> 1 - factor * rate / level;
        };
    }

    private Outcome norms(Family family, int level) {
        return verifier.verify(
                new NormDynamics(Setting.of(family, E1, List.of(level), List.of(Observable.squaredNorm()))));
    }

    private Outcome scaleInvariant(Objective loss, Block... blocks) {
        double[] point = java.util.Arrays.copyOf(POINT, loss.dimension());
        return verifier.verify(new ScaleInvariance(loss, List.of(blocks), List.of(point), ScaleInvariance.ROUNDING));
    }

    private static void print(String id, Outcome outcome, double number) {
        System.out.printf(
                Locale.ROOT,
                "%-24s %-16s %s %.3g in %.3f s: %s%n",
                id,
                outcome.claim(),
                outcome.verdict(),
                number,
                outcome.seconds(),
                outcome.finding());
    }
}
