package org.itocheck.claim.jump;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.File;
import java.util.List;
import org.itocheck.claim.Outcome;
import org.itocheck.claim.Setting;
import org.itocheck.claim.Verdict;
import org.itocheck.dynamics.Family;
import org.itocheck.dynamics.Problem;
import org.itocheck.dynamics.Problems;
import org.itocheck.dynamics.optimizer.LinearScaling;
import org.itocheck.dynamics.optimizer.Sgd;
import org.itocheck.dynamics.optimizer.Svag;
import org.itocheck.random.NoiseLaw;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class SkewnessGapTest {
    private static final Problem C2 = Problems.named("C2");
    private static final Problem SKEWED = Problems.a1(NoiseLaw.EXPONENTIAL);

    @Test
    void every_path_of_a_finite_sum_agrees() {
        Outcome outcome = Jumps.budget(1).verify(claim(LinearScaling.family(C2), C2, List.of(1, 2)));

        assertThat(outcome.headline())
                .isEqualTo(
                        "one step of LSR on C2 is as skew as the linear scaling rule says: PASS, all 32 third cumulants"
                                + " agree to 1e-11 of their size [seed 0x00005EED00000002]");
        assertThat(outcome.power()).isEqualTo("no randomness");
    }

    /** F3: at a zero of the gradient, Lambda = 2 and eta = 0.5, the third moments for m = 1 to 64. */
    @Test
    void the_golden_third_moments_are_met() {
        JsonNode golden = new ObjectMapper()
                .readTree(new File("fixtures/golden/golden-levy.json"))
                .path("problems")
                .path("F3_one_step_third");
        double[] zero = {0};
        for (int m = 1; m <= 64; m *= 2) {
            double rule = StepSkewness.of(LinearScaling.family(SKEWED).at(m, SKEWED.objective()), zero)[0][0][0];
            double svag = StepSkewness.of(Svag.family(SKEWED).at(m, SKEWED.objective()), zero)[0][0][0];
            assertThat(rule).isCloseTo(golden.path("lsr").path("" + m).asDouble(), within(1e-14));
            assertThat(svag).isCloseTo(golden.path("svag").path("" + m).asDouble(), within(1e-14));
            assertThat(rule / svag).isCloseTo(2.0 * m * m / (3 * m - 1), within(1e-9));
        }
    }

    @Test
    void the_exact_law_serves_where_paths_cannot_be_listed() {
        Outcome outcome = Jumps.budget(1).verify(claim(LinearScaling.family(SKEWED), SKEWED, List.of(1, 2, 64)));

        assertThat(outcome.verdict()).as(outcome.headline()).isEqualTo(Verdict.PASS);
    }

    /** At (2, 1) the covariance of one mini-batch of two has the trace (214 + 74)/50. */
    @Test
    void what_is_allowed_is_a_share_of_the_size_of_the_noise() {
        Outcome outcome = Jumps.budget(1).verify(claim(LinearScaling.family(C2), C2, List.of(2)));
        double size = Math.pow(0.25 / 2, 3) * Math.pow(2 * 288 / 50.0, 1.5);
        assertThat(outcome.cells()).hasSize(16);
        assertThat(outcome.cells().stream().filter(c -> c.observable().endsWith("at (2, 1)")))
                .hasSize(8)
                .allSatisfy(cell -> {
                    assertThat(cell.allowed()).isCloseTo(1e-11 * size, within(1e-24));
                    assertThat(cell.stepSize()).isEqualTo(0.25 / 2);
                });
    }

    @Test
    void svag_and_sgd_are_found_out() {
        Outcome svag = Jumps.budget(1).verify(claim(Svag.family(C2), C2, List.of(2)));
        Outcome sgd = Jumps.budget(1).verify(claim(Sgd.family(C2), C2, List.of(2)));

        assertThat(svag.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(svag.finding())
                .isEqualTo("K3 dx[0] dx[0] dx[0] of SVAG at (2, 1) at m = 2 is -0.0437695, expected -0.0700313");
        assertThat(svag.diagnosis())
                .isEqualTo("it is 0.625 of what it should be: this is SVAG, not the linear scaling rule");
        assertThat(sgd.diagnosis()).isEqualTo("it is 0.25 of what it should be: the batch is not made smaller");
    }

    @Test
    void without_skewness_there_is_nothing_to_see() {
        Problem gaussian = Problems.a1(NoiseLaw.GAUSSIAN);
        Outcome outcome = Jumps.budget(1).verify(claim(LinearScaling.family(gaussian), gaussian, List.of(1, 2)));

        assertThat(outcome.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(outcome.finding())
                .isEqualTo("the third moment of the noise is 0 at every point, so there is no gap to see");
        assertThat(outcome.remedies()).hasSize(1);
    }

    @Test
    void what_has_neither_paths_nor_a_law_is_inconclusive() {
        Family user = Family.of("my rule", SKEWED.learningRate(), level -> (x, context) -> {
            double[] g = context.sampleGradient(x);
            x[0] -= context.learningRate() * g[0];
        });
        Outcome outcome = Jumps.budget(1).verify(claim(user, SKEWED, List.of(1)));

        assertThat(outcome.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(outcome.finding()).startsWith("law is exp1, whose draws have no finite set of values to enumerate");
    }

    @Test
    void a_level_that_does_not_divide_the_batch_is_named() {
        Outcome outcome = Jumps.budget(1).verify(claim(LinearScaling.family(C2), C2, List.of(1, 4)));

        assertThat(outcome.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(outcome.finding())
                .isEqualTo(
                        "batchSize is 2 in C2, which level 4 does not divide; use levels that divide the batch size, or"
                                + " withBatchSize(8)");
    }

    @Test
    void bad_arguments_are_named() {
        Setting setting = Jumps.last(LinearScaling.family(C2), C2, List.of(1));
        assertThatThrownBy(() -> new SkewnessGap(setting, List.of(), 1e-9))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("points is empty, expected at least one point to step from");
        assertThatThrownBy(() -> new SkewnessGap(setting, List.of(new double[2]), 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("tolerance is 0.0, expected a positive number");
        assertThatThrownBy(() -> new SkewnessGap(setting, List.of(new double[3]), 1e-9))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("start has 3 entries, objective C2 has dimension 2");
    }

    private static SkewnessGap claim(Family family, Problem problem, List<Integer> levels) {
        return new SkewnessGap(Jumps.last(family, problem, levels));
    }
}
