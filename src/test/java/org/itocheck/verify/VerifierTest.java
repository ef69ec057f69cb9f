package org.itocheck.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.itocheck.claim.Claim;
import org.itocheck.claim.Laboratory;
import org.itocheck.claim.Outcome;
import org.itocheck.claim.Verdict;
import org.itocheck.random.Seed;
import org.junit.jupiter.api.Test;

class VerifierTest {
    private static final Seed SEED = new Seed(7);

    private final List<Double> rates = new ArrayList<>();
    private final Claim claim = new Probe();
    private final Verifier verifier = new Verifier(SEED, 1e-3, 1e-2, 1000, 1);

    @Test
    void claims_one_by_one_and_in_lists_and_by_derived_verifiers_spend_one_account() {
        verifier.verify(claim);
        verifier.verify(List.of(claim, claim, claim));
        verifier.withScope("part").verify(claim);
        verifier.withListener(outcome -> {})
                .withProgress((ensemble, done) -> {})
                .verify(claim);
        verifier.withReproduction("again", null).verify(claim);

        assertThat(verifier.spentShares()).isEqualTo(5);
        assertThat(rates).hasSize(7);
        assertThat(rates.get(0)).isEqualTo(1e-3 / 2);
        assertThat(rates.subList(1, 4)).allSatisfy(rate -> assertThat(rate).isCloseTo(1e-3 / 18, within(1e-18)));
        for (int i = 0; i < 10_000; i++) {
            verifier.withScope("scope " + i).verify(claim);
        }
        assertThat(rates.stream().mapToDouble(Double::doubleValue).sum()).isBetween(0.99e-3, 1e-3);
    }

    @Test
    void every_outcome_is_told_to_the_listener() {
        List<Outcome> told = new ArrayList<>();
        Verifier listened = verifier.withListener(told::add);

        Outcome first = listened.verify(claim);
        List<Outcome> more = listened.withScope("part").verify(List.of(claim, claim));

        assertThat(told).containsExactly(first, more.get(0), more.get(1));
    }

    @Test
    void without_a_command_the_verifier_itself_is_the_way_to_reproduce() {
        Verifier part = verifier.withScope("part");

        assertThat(part.explain(part.verify(claim)))
                .contains("  reproduce  the same claims in the same order with new Verifier(Seed.parse(\"" + SEED
                        + "\"), 0.001, 0.01, 1000L, 1).withScope(\"part\")\n  run        itocheck 0.1.0, Java "
                        + System.getProperty("java.version") + ", 1 thread");
    }

    @Test
    void the_seed_is_the_top_frame_and_stands_there_once() {
        Throwable failure = SeedFrame.addTo(SeedFrame.addTo(new IllegalStateException("x"), SEED), SEED);

        assertThat(failure.getStackTrace()[0]).hasToString("org.itocheck.Seed.seed(0x0000000000000007)");
        assertThat(failure.getStackTrace()[1].getMethodName())
                .isEqualTo("the_seed_is_the_top_frame_and_stands_there_once");
    }

    private final class Probe implements Claim {
        @Override
        public int cells() {
            return 1;
        }

        @Override
        public Outcome evaluate(Laboratory laboratory) {
            rates.add(laboratory.budget().falseFailRate());
            return new Outcome(
                    "Probe",
                    "probe " + rates.size(),
                    "",
                    "",
                    Verdict.PASS,
                    "",
                    "",
                    "",
                    "",
                    List.of(),
                    "",
                    "",
                    "",
                    List.of(),
                    List.of(),
                    0,
                    0,
                    laboratory.seed());
        }
    }
}
