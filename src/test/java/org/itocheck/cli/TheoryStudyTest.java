package org.itocheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.itocheck.claim.Claim;
import org.itocheck.claim.Outcome;
import org.itocheck.claim.Verdict;
import org.itocheck.random.Seed;
import org.itocheck.verify.Verifier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The paper, statement by statement: every claim of the study holds. */
class TheoryStudyTest {
    /** With one trajectory a claim that simulates stays open; what passes then is arithmetic. */
    @Test
    void statements_of_arithmetic_hold_without_randomness() {
        List<Outcome> outcomes = new Verifier(new Seed(1), 1e-6, 1e-3, 1, 2).verify(arithmetic());

        assertThat(outcomes).hasSizeGreaterThan(10).allSatisfy(outcome -> {
            assertThat(outcome.verdict()).as(outcome.headline()).isEqualTo(Verdict.PASS);
            assertThat(outcome.trajectories()).isZero();
        });
    }

    @Test
    @Tag("slow")
    void every_statement_holds() {
        List<Outcome> outcomes = Verifier.withSeed(new Seed(System.nanoTime())).verify(TheoryStudy.claims());

        assertThat(outcomes)
                .allSatisfy(outcome ->
                        assertThat(outcome.verdict()).as(outcome.headline()).isEqualTo(Verdict.PASS));
    }

    private static List<Claim> arithmetic() {
        return TheoryStudy.claims().stream()
                .filter(claim -> claim.getClass().getPackageName().matches(".*claim\\.(order|scale)")
                        || claim.getClass().getSimpleName().matches("(Sde)?OneStepMoments|SkewnessGap"))
                .toList();
    }
}
