package org.itocheck.claim.equilibrium;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.itocheck.claim.Cell;
import org.itocheck.claim.Outcome;
import org.itocheck.claim.Verdict;
import org.itocheck.claim.equilibrium.CurvatureBound.Theorem;
import org.itocheck.dynamics.Problem;
import org.itocheck.dynamics.Problems;
import org.itocheck.dynamics.optimizer.Sgd;
import org.itocheck.dynamics.optimizer.Svag;
import org.itocheck.objective.FiniteSum;
import org.itocheck.random.Seed;
import org.itocheck.stats.SkewAllowance;
import org.itocheck.verify.Verifier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Over many seeds: the ranges hold together as often as they say, and no claim of what is right fails. */
@Tag("slow")
class EquilibriumRatesTest {
    private static final int RUNS = 400;
    private static final double RATE = 0.2;

    /**
     * Half of the rate of a verifier is its first share. R, G and N divide it by two tests each, for the intervals and for the agreement of the
     * starts, and by three burn-ins. Errors in standard errors are normal: nothing is left of the starts, and widths are right.
     */
    @Test
    void the_ranges_miss_no_more_often_than_they_say() {
        double multiplier = SkewAllowance.multiplier(RATE / 2 / 18);
        Map<String, double[]> sums = new TreeMap<>();
        int passed = 0;
        int missed = 0;
        for (int run = 0; run < RUNS; run++) {
            Outcome outcome = new Verifier(new Seed(run), RATE, 1e-2, 1 << 16, 2)
                    .verify(new Equilibrium(Chains.onE1(Sgd.family(Chains.E1), 1), BalanceLaw.SGD, 0.2));
            assertThat(outcome.verdict()).as(outcome.headline()).isNotEqualTo(Verdict.FAIL);
            passed += outcome.passed() ? 1 : 0;
            for (Cell cell : outcome.cells().subList(1, 4)) {
                double z = cell.error() / cell.halfWidth() * multiplier;
                double[] sum = sums.computeIfAbsent(cell.observable(), name -> new double[2]);
                sum[0] += z / RUNS;
                sum[1] += z * z / RUNS;
                missed += Math.abs(z) > multiplier ? 1 : 0;
            }
        }
        sums.forEach((name, sum) ->
                System.out.printf(Locale.ROOT, "%s: mean %.3f, mean square %.3f of z%n", name, sum[0], sum[1]));
        System.out.printf(Locale.ROOT, "%d of %d passed, %d ranges missed%n", passed, RUNS, missed);

        assertThat(missed).isLessThan((int) (RATE / 2 * RUNS));
        assertThat(passed).isGreaterThan((int) (0.95 * RUNS));
        // Five standard errors of 400 normal values.
        assertThat(sums.values()).allSatisfy(sum -> {
            assertThat(sum[0]).isBetween(-0.25, 0.25);
            assertThat(sum[1]).isBetween(0.65, 1.35);
        });
    }

    @Test
    void theorems_never_fail_what_is_right() {
        int passed = 0;
        for (int run = 0; run < 100; run++) {
            Problem problem = Chains.e1(2);
            EquilibriumChains sgd = EquilibriumChains.of(Sgd.family(problem), problem, 1);
            Outcome outcome = new Verifier(new Seed(run), RATE, 1e-2, 1 << 16, 2)
                    .verify(new CurvatureBound(sgd, GoldenEquilibria.sde("2.0"), Theorem.SGD, 0.05));
            assertThat(outcome.verdict()).as(outcome.headline()).isNotEqualTo(Verdict.FAIL);
            passed += outcome.passed() ? 1 : 0;
        }
        System.out.printf(Locale.ROOT, "Theorem 6.2: %d of 100 passed%n", passed);
    }

    /** Real losses: normalised models of handwritten digits, whose equilibria nobody knows. */
    @Test
    void normalised_models_of_digits_are_in_balance_and_certify_linear_scaling() {
        for (String name : List.of("digits/normalised-least-squares", "digits/normalised-logistic")) {
            Problem problem = Problems.named(name);
            List<BatchRun> runs = new ArrayList<>();
            for (int factor : new int[] {1, 2, 4}) {
                Problem scaled = new Problem(
                        name,
                        ((FiniteSum) problem.objective()).withBatchSize(8 * factor),
                        problem.start(),
                        factor * problem.learningRate(),
                        problem.weightDecay(),
                        1);
                runs.add(new BatchRun(8 * factor, EquilibriumChains.of(Sgd.family(scaled), scaled, 1)));
            }
            CriticalBatchSize claim = new CriticalBatchSize(runs, Math.sqrt(2), 0.2);
            Outcome outcome = new Verifier(Chains.SEED, 1e-6, 1e-3, 1 << 18, 2).verify(claim);
            System.out.println(outcome.headline() + "; " + outcome.setting() + ", " + outcome.seconds() + " s");
            for (Cell cell : outcome.cells()) {
                System.out.printf(
                        Locale.ROOT,
                        "  %s %.4f ± %.4f %s%n",
                        cell.observable(),
                        cell.estimate(),
                        cell.halfWidth(),
                        cell.verdict());
            }
            assertThat(outcome.verdict()).as(outcome.headline()).isEqualTo(Verdict.PASS);
            System.out.println(claim.certificate(outcome));
            Outcome svag = new Verifier(Chains.SEED, 1e-6, 1e-3, 1 << 18, 2)
                    .verify(Equilibrium.of(Svag.family(problem), problem, List.of(2), 0.2));
            System.out.println(svag.headline() + "; " + svag.setting());
            assertThat(svag.verdict()).as(svag.headline()).isEqualTo(Verdict.PASS);
        }
    }
}
