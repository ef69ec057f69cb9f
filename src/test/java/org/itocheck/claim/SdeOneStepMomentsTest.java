package org.itocheck.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.itocheck.dynamics.Problem;
import org.itocheck.dynamics.Problems;
import org.itocheck.dynamics.sde.ItoSde;
import org.itocheck.random.Seed;
import org.itocheck.verify.Verifier;
import org.junit.jupiter.api.Test;

class SdeOneStepMomentsTest {
    private static final Verifier VERIFIER = Verifier.withSeed(new Seed(1));

    @Test
    void the_sde_of_each_least_squares_problem_has_the_moments_of_lemma_4_4() {
        for (String name : List.of("C1", "C2", "C3")) {
            Outcome outcome = VERIFIER.verify(new SdeOneStepMoments(Problems.named(name)));
            assertThat(outcome.verdict()).as(name).isEqualTo(Verdict.PASS);
            assertThat(outcome.cells()).hasSize(24);
        }
    }

    @Test
    void a_diffusion_without_the_learning_rate_a_forgotten_decay_and_another_learning_rate_fail() {
        Problem problem = Problems.named("C3");
        fails(problem, new ItoSde(problem.objective(), 1, problem.weightDecay()), "dX dX'");
        fails(problem, new ItoSde(problem.objective(), problem.learningRate(), 0), "grad L");
        fails(problem, new ItoSde(problem.objective(), 0.3, problem.weightDecay()), "dX dX'");
    }

    @Test
    void other_losses_are_refused() {
        Problem problem = Problems.named("D1/gaussian");
        assertThatThrownBy(() -> VERIFIER.verify(new SdeOneStepMoments(problem)))
                .hasMessageContaining("expected a LeastSquares loss");
        assertThatThrownBy(() -> new SdeOneStepMoments(problem, ItoSde.of(problem), List.of()))
                .hasMessageContaining("points is empty");
    }

    private static void fails(Problem problem, ItoSde wrong, String where) {
        Outcome outcome =
                VERIFIER.verify(new SdeOneStepMoments(problem, wrong, List.of(problem.start(), new double[] {2, 1})));
        assertThat(outcome.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(outcome.finding()).contains(where).contains("grows from");
        assertThat(outcome.diagnosis()).contains("order 1/l is wrong");
    }
}
