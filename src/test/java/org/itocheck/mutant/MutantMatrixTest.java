package org.itocheck.mutant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.assertj.core.api.SoftAssertions;
import org.itocheck.claim.Outcome;
import org.itocheck.claim.Verdict;
import org.itocheck.ensemble.NonFiniteTrajectoryException;
import org.itocheck.random.Seed;
import org.itocheck.verify.Verifier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Which claim catches which mutant, at the default error rates; prints the matrix. */
class MutantMatrixTest {
    private static final Seed SEED = new Seed(0x5EED_0000_0005L);
    private static final long TRAJECTORIES = 1 << 19;

    /** The column without randomness, for every mutant. */
    @Test
    void one_step_moments_catch_what_is_wrong_in_one_step() {
        SoftAssertions softly = new SoftAssertions();
        for (MatrixRow row : MatrixRow.all()) {
            Entry entry = entry(row, MatrixClaims.ONE_STEP);
            softly.assertThat(entry.symbol).as(row + ", " + entry.finding).isIn(expected(row, MatrixClaims.ONE_STEP));
        }
        softly.assertAll();
    }

    /** What is expected of the whole matrix; that it is so is the slow test below. */
    @Test
    void every_mutant_is_caught_by_some_claim_and_nothing_right_by_any() {
        for (MatrixRow row : MatrixRow.all()) {
            assertThat(row.caught()).as(row.toString()).hasSize(MatrixClaims.NAMES.size());
            boolean right = row.mistake().startsWith("right") || row.id().equals("M09");
            assertThat(row.caught().contains("x")).as(row.toString()).isEqualTo(!right);
        }
    }

    /** Every mutant before every claim. */
    @Test
    @Tag("slow")
    void the_matrix_is_as_expected() {
        SoftAssertions softly = new SoftAssertions();
        System.out.println("| mutant | mistake | " + String.join(" | ", MatrixClaims.NAMES) + " |");
        System.out.println("|---|---" + "|---".repeat(MatrixClaims.NAMES.size()) + "|");
        for (MatrixRow row : MatrixRow.all()) {
            List<String> words = new ArrayList<>();
            for (int c = 0; c < MatrixClaims.NAMES.size(); c++) {
                Entry entry = entry(row, c);
                words.add(entry.words);
                softly.assertThat(entry.symbol)
                        .as("%s before %s: %s", row, MatrixClaims.NAMES.get(c), entry.finding)
                        .isIn(expected(row, c));
            }
            System.out.println("| " + row.id() + " | " + row.mistake() + " | " + String.join(" | ", words) + " |");
        }
        softly.assertAll();
    }

    /** What one claim said of one implementation. */
    private record Entry(String symbol, String words, String finding) {}

    private static Object[] expected(MatrixRow row, int column) {
        String symbol = row.caught().substring(column, column + 1);
        return symbol.equals("?") ? new Object[] {"x", "."} : new Object[] {symbol};
    }

    private static Entry entry(MatrixRow row, int column) {
        if (row.caught().charAt(column) == '-') {
            return new Entry("-", "", "does not apply");
        }
        Verifier verifier =
                new Verifier(SEED, Verifier.DEFAULT_FALSE_FAIL_RATE, Verifier.DEFAULT_FALSE_PASS_RATE, TRAJECTORIES, 2);
        try {
            Outcome outcome = verifier.withScope(row.toString()).verify(MatrixClaims.of(row, column));
            boolean caught = outcome.verdict() == Verdict.FAIL;
            String verdict = caught ? "**caught**" : outcome.verdict() == Verdict.PASS ? "pass" : "open";
            return new Entry(
                    caught ? "x" : ".",
                    verdict + (outcome.trajectories() > 0 ? " " + cost(outcome) : ""),
                    outcome.finding());
        } catch (NonFiniteTrajectoryException e) {
            return new Entry("x", "**not finite**", String.valueOf(e.getMessage()));
        }
    }

    private static String cost(Outcome outcome) {
        return String.format(Locale.ROOT, "%dk %.1fs", outcome.trajectories() / 1000, outcome.seconds());
    }
}
