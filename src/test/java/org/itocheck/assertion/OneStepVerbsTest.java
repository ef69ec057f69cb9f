package org.itocheck.assertion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.itocheck.assertion.ItoCheckAssertions.assertThat;
import static org.itocheck.assertion.ItoCheckAssertions.within;

import org.itocheck.claim.Outcome;
import org.itocheck.dynamics.Family;
import org.itocheck.dynamics.Problem;
import org.itocheck.dynamics.Problems;
import org.itocheck.dynamics.optimizer.Sgd;
import org.itocheck.dynamics.optimizer.Svag;
import org.itocheck.dynamics.sde.EulerMaruyama;
import org.itocheck.dynamics.sde.ItoSde;
import org.itocheck.observable.Observable;
import org.itocheck.random.Seed;
import org.itocheck.verify.Verifier;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;

class OneStepVerbsTest {
    private static final Problem PROBLEM = Problems.named("C2");
    private static final ItoSde LIMIT = ItoSde.of(PROBLEM);

    private final Verifier verifier = new Verifier(new Seed(12), 1e-3, 1e-2, 200_000, 2);

    @Test
    void verbs_on_one_step_run_their_claims() {
        FamilyAssert chain = chain(Svag.family(PROBLEM))
                .hasOneStepMomentsOfSvagToFourthOrder()
                .hasSampledOneStepMomentsOfSvag()
                .drawsMiniBatchesUniformly()
                .observing(Observable.coordinate(0), Observable.power(0, 3))
                .hasErrorOfNoiseAndSteps(LIMIT, within(0.01), within(0.2));
        assertThat(chain.outcomes())
                .extracting(Outcome::claim)
                .containsExactly("OneStepMoments", "SampledOneStepMoments", "BatchSampling", "ErrorDecomposition");
        assertThat(chain(EulerMaruyama.family(PROBLEM))
                        .hasSampledOneStepMomentsOf(LIMIT)
                        .outcome()
                        .passed())
                .isTrue();
    }

    @Test
    void a_false_claim_throws() {
        assertThatThrownBy(() -> chain(Sgd.family(PROBLEM)).drawsMiniBatchesUniformly())
                .isInstanceOf(AssertionFailedError.class)
                .hasMessageStartingWith(
                        "mini-batches of SGD are uniform, independent and fresh: FAIL, equal pairs of batches 1 and 2");
        assertThatThrownBy(() -> chain(Sgd.family(PROBLEM)).hasSampledOneStepMomentsOfSvag())
                .hasMessageStartingWith("one step of SGD on C2 has the moments of SVAG to order 3: FAIL, Cov dx[");
        assertThatThrownBy(() -> chain(Svag.family(PROBLEM))
                        .observing(Observable.coordinate(0))
                        .hasErrorOfNoiseAndSteps(LIMIT, within(0.01), within(0.001)))
                .hasMessageContaining("x[0], discretisation part at l = 2, k = ");
    }

    @Test
    void another_sde_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> chain(EulerMaruyama.family(PROBLEM))
                        .hasSampledOneStepMomentsOf(new ItoSde(PROBLEM.objective(), 0.3, 0)))
                .withMessage("limit has learningRate 0.3 and weightDecay 0.0, the problem has 0.25 and 0.0; use"
                        + " ItoSde.of(problem)");
    }

    private FamilyAssert chain(Family family) {
        return assertThat(family).using(verifier).on(PROBLEM).atLevels(2);
    }
}
