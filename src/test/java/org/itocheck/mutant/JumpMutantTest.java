package org.itocheck.mutant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.itocheck.claim.Cell;
import org.itocheck.claim.Outcome;
import org.itocheck.mutant.GoldenBiases.Bias;
import org.itocheck.random.Seed;
import org.itocheck.stats.Interval;
import org.itocheck.verify.Verifier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Wrong linear scaling rules and wrong Levy SDEs fail, each with its exact bias; what is right passes. Prints lines for docs/mutants.md. */
class JumpMutantTest {
    private static final Seed SEED = new Seed(0x5EED_0000_0001L);
    /** Half width, in standard errors, of the intervals that must hold the exact biases. */
    private static final double MULTIPLIER = Interval.normalMultiplier(1e-10);

    static List<Trial> wrong() {
        return JumpTrials.wrong();
    }

    static List<Trial> right() {
        return JumpTrials.right();
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void a_mistake_is_found(Trial trial) {
        Outcome outcome = verify(trial);
        assertThat(outcome.verdict()).as(outcome.headline()).isEqualTo(trial.expected());
        for (Bias bias : trial.biases()) {
            Cell cell = outcome.cells().stream()
                    .filter(c -> c.level() == bias.level() && c.observable().equals(bias.observable()))
                    .findFirst()
                    .orElseThrow();
            double margin = MULTIPLIER * cell.standardDeviation() / Math.sqrt((double) cell.trajectories()) + 1e-12;
            assertThat(cell.error())
                    .as("%s at m = %d, exact bias", bias.observable(), bias.level())
                    .isBetween(bias.value() - margin, bias.value() + margin);
        }
        print(trial, outcome);
    }

    @ParameterizedTest
    @MethodSource("right")
    void what_is_right_passes(Trial trial) {
        Outcome outcome = verify(trial);
        assertThat(outcome.verdict()).as(outcome.headline()).isEqualTo(trial.expected());
        print(trial, outcome);
    }

    /** No seed is lucky: a planned miss has probability 1e-3 at most, a false alarm 1e-6. */
    @Test
    @Tag("slow")
    void verdicts_do_not_hang_on_the_seed() {
        List<String> surprises = new ArrayList<>();
        for (int i = 1; i <= 12; i++) {
            Seed seed = new Seed(1000L * i);
            Stream.concat(wrong().stream(), right().stream())
                    .map(trial -> Map.entry(trial, verify(trial, seed)))
                    .filter(entry ->
                            entry.getValue().verdict() != entry.getKey().expected())
                    .forEach(entry -> surprises.add(entry.getValue().headline()));
        }
        assertThat(surprises).hasSizeLessThanOrEqualTo(2);
        assertThat(surprises).allMatch(line -> line.contains("INCONCLUSIVE") || line.contains("PASS"));
    }

    private static Outcome verify(Trial trial) {
        return verify(trial, SEED);
    }

    private static Outcome verify(Trial trial, Seed seed) {
        return new Verifier(
                        seed,
                        Verifier.DEFAULT_FALSE_FAIL_RATE,
                        Verifier.DEFAULT_FALSE_PASS_RATE,
                        trial.trajectories(),
                        2)
                .withScope(trial.toString())
                .verify(trial.claim());
    }

    private static void print(Trial trial, Outcome outcome) {
        System.out.printf(
                Locale.ROOT,
                "| %s | %s | %s %s | %s | %d | %.2f |%n",
                trial.id(),
                trial.mistake(),
                outcome.claim(),
                outcome.verdict(),
                outcome.finding(),
                outcome.trajectories(),
                outcome.seconds());
    }
}
