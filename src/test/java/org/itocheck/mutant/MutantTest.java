package org.itocheck.mutant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.assertj.core.data.Offset;
import org.itocheck.claim.Cell;
import org.itocheck.claim.ExactMean;
import org.itocheck.claim.Outcome;
import org.itocheck.claim.Verdict;
import org.itocheck.dynamics.optimizer.Svag;
import org.itocheck.dynamics.sde.ItoSde;
import org.itocheck.ensemble.NonFiniteTrajectoryException;
import org.itocheck.mutant.GoldenBiases.Bias;
import org.itocheck.observable.Observable;
import org.itocheck.random.Seed;
import org.itocheck.stats.Interval;
import org.itocheck.truth.Truth;
import org.itocheck.truth.Truths;
import org.itocheck.verify.Verifier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every claim fails its mutants, each for its own mistake, and passes what is right; prints the table of docs/mutants.md. */
class MutantTest {
    private static final Seed SEED = new Seed(0x5EED_0000_0001L);
    /** Half width, in standard errors, of the intervals that must hold the exact biases: 1e-6 for all of them, with room for skewness. */
    private static final double MULTIPLIER = Interval.normalMultiplier(1e-10);

    private static final Map<String, String> TABLE = new ConcurrentSkipListMap<>();

    static List<Trial> wrong() {
        return Trials.wrong();
    }

    static List<Trial> right() {
        return Trials.right(0.05);
    }

    static List<Trial> rightToTwoPercent() {
        return Trials.right(ExactMean.DEFAULT_DISCREPANCY);
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void a_mistake_is_found(Trial trial) {
        Outcome outcome = verify(trial);
        enter("wrong", trial, outcome);

        assertThat(outcome.verdict()).as(outcome.headline()).isEqualTo(trial.expected());
        for (Bias bias : trial.biases()) {
            Cell cell = cell(outcome, bias);
            assertThat(cell.error())
                    .as("%s at l = %d, exact bias", bias.observable(), bias.level())
                    .isBetween(bias.value() - margin(cell), bias.value() + margin(cell));
        }
    }

    @ParameterizedTest
    @MethodSource("right")
    void what_is_right_passes(Trial trial) {
        Outcome outcome = verify(trial);
        enter("right", trial, outcome);

        assertThat(outcome.verdict()).as(outcome.headline()).isEqualTo(trial.expected());
    }

    @ParameterizedTest
    @MethodSource("rightToTwoPercent")
    @Tag("slow")
    void what_is_right_passes_to_two_percent(Trial trial) {
        Outcome outcome = verify(trial);
        enter("right to 2 %", trial, outcome);

        assertThat(outcome.verdict()).as(outcome.headline()).isEqualTo(trial.expected());
    }

    /** M06 at a level where its trajectories overflow: neither PASS nor FAIL, but never silent. */
    @Test
    void a_mutant_that_leaves_the_finite_numbers_is_named() {
        Trial explosion = Trial.ofMeans(
                "step eta instead of eta/l",
                SvagMutants.m06(),
                Svag.family(SvagMutants.PROBLEM),
                SvagMutants.PROBLEM,
                List.of(1024),
                256,
                List.of());

        assertThatThrownBy(() -> verify(explosion))
                .isInstanceOf(NonFiniteTrajectoryException.class)
                .hasMessageContaining("M06 (1024) on C2 left the finite numbers at level 1024, trajectory ");
        TABLE.put(
                "1 explosion",
                "| M06 | step eta instead of eta/l, at l = 1024 | NonFiniteTrajectoryException |  |  |  | 256 |  |");
    }

    /** The SDEs behind S1 to S5 are those of the golden numbers: E x[0]^2 and E loss at T, minus the right ones. */
    @Test
    void sde_mutants_have_the_golden_limits() {
        Map<SdeMutants, double[]> golden = Map.of(
                SdeMutants.S1, new double[] {0.145666191, 0.237224321},
                SdeMutants.S2, new double[] {-0.0111343542, -0.0351487671},
                SdeMutants.S3, new double[] {0.0272332104, 0.0582957872},
                SdeMutants.S4, new double[] {-0.00818389536, -0.0241141521},
                SdeMutants.S5, new double[] {0.0053478977, 0.0132045659});
        var problem = SvagMutants.PROBLEM;
        Truth right = Truths.of(ItoSde.of(problem), problem).orElseThrow();
        golden.forEach((mutant, biases) -> {
            Truth wrong = Truths.of(mutant.limit(), problem).orElseThrow();
            List<Observable> observables = List.of(Observable.power(0, 2), Observable.loss(problem.objective()));
            for (int i = 0; i < observables.size(); i++) {
                double bias = wrong.of(observables.get(i), problem.steps())
                                .orElseThrow()
                                .mean()
                        - right.of(observables.get(i), problem.steps())
                                .orElseThrow()
                                .mean();
                assertThat(bias)
                        .as("%s, %s", mutant, observables.get(i).name())
                        .isCloseTo(biases[i], within(biases[i]));
            }
        });
    }

    @AfterAll
    static void print() {
        System.out.println(
                "| mutant | mistake | claim and verdict | decisive | measured bias | exact bias | paths | seconds |");
        System.out.println("|---|---|---|---|---|---|---|---|");
        TABLE.values().forEach(System.out::println);
    }

    /** Wrong before right, each in the order of the trials. */
    private static void enter(String group, Trial trial, Outcome outcome) {
        String key = (group.equals("wrong") ? "0 " : "2 ") + group + String.format(Locale.ROOT, " %03d", TABLE.size());
        TABLE.put(key, row(trial, outcome));
    }

    private static Offset<Double> within(double value) {
        return Offset.offset(1e-8 * Math.abs(value));
    }

    private static Outcome verify(Trial trial) {
        Verifier verifier = new Verifier(
                SEED, Verifier.DEFAULT_FALSE_FAIL_RATE, Verifier.DEFAULT_FALSE_PASS_RATE, trial.trajectories(), 2);
        return verifier.withScope(trial.toString()).verify(trial.claim());
    }

    private static Cell cell(Outcome outcome, Bias bias) {
        return outcome.cells().stream()
                .filter(c -> c.level() == bias.level() && c.observable().equals(bias.observable()))
                .findFirst()
                .orElseThrow();
    }

    private static double margin(Cell cell) {
        return MULTIPLIER * cell.standardDeviation() / Math.sqrt((double) cell.trajectories()) + 1e-12;
    }

    private static double clarity(Cell cell) {
        return Math.abs(cell.error()) / margin(cell);
    }

    /** One line of the table: for exact means the failed cell with a known exact bias that failed most clearly. */
    private static String row(Trial trial, Outcome outcome) {
        Bias decisive = null;
        for (Bias bias : trial.biases()) {
            Cell cell = cell(outcome, bias);
            if (cell.verdict() == Verdict.FAIL
                    && (decisive == null || clarity(cell) > clarity(cell(outcome, decisive)))) {
                decisive = bias;
            }
        }
        String measured = outcome.finding() + " |  | ";
        if (decisive != null) {
            Cell cell = cell(outcome, decisive);
            measured = String.format(
                    Locale.ROOT,
                    "%s, l = %d | %.5f ± %.5f | %.5f",
                    decisive.observable(),
                    decisive.level(),
                    cell.error(),
                    margin(cell),
                    decisive.value());
        }
        return String.format(
                Locale.ROOT,
                "| %s | %s | %s %s | %s | %d | %.2f |",
                trial.id(),
                trial.mistake(),
                outcome.claim(),
                outcome.verdict(),
                measured,
                outcome.trajectories(),
                outcome.seconds());
    }
}
