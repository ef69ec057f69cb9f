package org.itocheck.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ErrorBudgetTest {
    private final ErrorBudget budget = new ErrorBudget(1e-6, 1e-3);

    @Test
    void cells_share_the_false_fail_rate_equally() {
        assertThat(budget.perCell(1000)).isCloseTo(1e-9, within(1e-24));
        assertThat(budget.split(4)).isEqualTo(new ErrorBudget(2.5e-7, 1e-3));
        assertThat(budget.split(1)).isEqualTo(budget);
    }

    @Test
    void the_shares_of_endlessly_many_parts_sum_to_the_whole() {
        double spent = 0;
        for (int index = 0; index < 100_000; index++) {
            ErrorBudget share = budget.share(index);
            assertThat(share.falsePassRate()).isEqualTo(1e-3);
            spent += share.falseFailRate();
        }
        assertThat(spent).isLessThan(1e-6).isGreaterThan(0.9999e-6);
        assertThat(budget.share(0).falseFailRate()).isEqualTo(0.5e-6);
        assertThat(budget.share(Integer.MAX_VALUE).falseFailRate()).isPositive();
    }

    /** Ten parts of three cells, all true: the whole fails falsely as rarely as stated, and whole-rate cells would not. */
    @Test
    void the_false_fail_rate_holds_over_all_parts_together() {
        SplittableRandom random = new SplittableRandom(31);
        ErrorBudget whole = new ErrorBudget(0.05, 0.05);
        int failed = 0;
        int unshared = 0;
        for (int r = 0; r < 5000; r++) {
            boolean fails = false;
            boolean failsUnshared = false;
            for (int part = 0; part < 10; part++) {
                for (int cell = 0; cell < 3; cell++) {
                    double p = random.nextDouble();
                    fails |= p < whole.share(part).perCell(3);
                    failsUnshared |= p < 0.05;
                }
            }
            failed += fails ? 1 : 0;
            unshared += failsUnshared ? 1 : 0;
        }
        Rates.assertAtMost(failed, 5000, 0.05);
        Rates.assertProvenAbove(unshared, 5000, 0.7);
    }

    /** A verdict over 20 parts of which one is wrong passes only if the wrong one does. */
    @Test
    void an_undivided_false_pass_rate_holds_for_the_whole() {
        SplittableRandom random = new SplittableRandom(32);
        ErrorBudget whole = new ErrorBudget(1e-3, 0.05);
        ErrorBudget part = whole.split(20);
        long n = Power.minTrajectories(0.5, 1, part.falseFailRate(), part.falsePassRate());
        MeanTest test = new MeanTest(0, 1, part.falseFailRate(), n);
        double[] values = new double[(int) n];
        int passed = 0;
        for (int r = 0; r < 500; r++) {
            boolean alarm = false;
            for (int i = 0; i < 20; i++) {
                Law.GAUSSIAN.fill(values, i == 7 ? 0.5 : 0, random);
                double influence = test.influence(values, values.length, new double[values.length]);
                alarm |= test.alarm(test.accumulate(Evidence.NONE, influence, values.length));
            }
            passed += alarm ? 0 : 1;
        }
        Rates.assertAtMost(passed, 500, 0.05);
    }

    @Test
    void rates_that_are_no_probabilities_are_refused() {
        for (double bad : new double[] {0, 1, -0.1, Double.NaN}) {
            assertThatThrownBy(() -> new ErrorBudget(bad, 1e-3))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("falseFailRate is " + bad + ", expected a probability");
            assertThatThrownBy(() -> new ErrorBudget(1e-6, bad))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("falsePassRate is " + bad);
        }
        assertThatThrownBy(() -> budget.perCell(0)).hasMessage("cells is 0, expected 1 or more");
        assertThatThrownBy(() -> budget.share(-1)).hasMessage("index is -1, expected 0 or more");
    }
}
