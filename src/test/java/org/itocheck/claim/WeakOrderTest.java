package org.itocheck.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.itocheck.dynamics.Family;
import org.itocheck.dynamics.Problem;
import org.itocheck.dynamics.Problems;
import org.itocheck.dynamics.optimizer.Svag;
import org.itocheck.dynamics.sde.ItoSde;
import org.itocheck.observable.Observable;
import org.junit.jupiter.api.Test;

class WeakOrderTest {
    private static final List<Integer> LEVELS = List.of(1, 2, 4, 8, 16);

    @Test
    void svag_has_order_one() {
        Outcome outcome = Settings.budget(1 << 20).verify(claim(Svag.family(Settings.GAUSSIAN), 1, LEVELS));

        assertThat(outcome.headline())
                .startsWith("SVAG on A1/gaussian is a weak approximation of its SDE of order 1: PASS, farthest x[0]");
        assertThat(outcome.cells()).hasSize(5);
    }

    /** From far away the error in 1/l stands out: an order is only told apart by errors well above the tolerance. */
    @Test
    void svag_has_no_order_two() {
        Problem far = Settings.GAUSSIAN.withStart(4);
        Outcome outcome = Settings.budget(1 << 18).verify(claim(far, 2, 0.02));

        assertThat(outcome.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(outcome.finding()).contains("x[0]").contains(" is off by ").contains("(allowed ± 0.0099)");
        assertThat(outcome.diagnosis()).startsWith("the error shrinks with l, but not like ");
        assertThat(outcome.cells()).allSatisfy(cell -> {
            assertThat(cell.error()).isEqualTo(cell.estimate() - cell.truth());
            assertThat(cell.stepSize()).isEqualTo(far.learningRate() / cell.level());
        });
        assertThat(Settings.budget(1 << 20).verify(claim(far, 1, 0.02)).verdict())
                .isEqualTo(Verdict.PASS);
    }

    /** The leading coefficient of E x^2 vanishes at this T: order 2, which is better than order 1 and no breach of it. */
    @Test
    void a_faster_process_passes() {
        Problem problem = Problems.named("A4_cancel/rademacher");
        Setting setting = Settings.last(Svag.family(problem), problem, LEVELS, Observable.power(0, 2));
        WeakOrder claim = new WeakOrder(setting, ItoSde.of(problem), 1, Tolerance.withinDeviations(0.05));

        assertThat(Settings.budget(1 << 20).verify(claim).verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void a_small_budget_is_inconclusive() {
        Outcome outcome = Settings.budget(5000).verify(claim(Svag.family(Settings.GAUSSIAN), 1, LEVELS));

        assertThat(outcome.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(outcome.finding()).matches("x\\[0\\].* is .*; needs about [\\d.e]+ paths, budget 5000");
    }

    @Test
    void an_order_needs_three_levels_and_is_one_or_two() {
        Family svag = Svag.family(Settings.GAUSSIAN);
        assertThatThrownBy(() -> claim(svag, 1, List.of(1, 2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("levels is [1, 2], expected at least three");
        assertThatThrownBy(() -> claim(svag, 3, LEVELS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("order is 3, expected 1 or 2");
    }

    private static WeakOrder claim(Problem problem, int order, double deviations) {
        Setting setting = Settings.last(Svag.family(problem), problem, LEVELS, Observable.coordinate(0));
        return new WeakOrder(setting, ItoSde.of(problem), order, Tolerance.withinDeviations(deviations));
    }

    private static WeakOrder claim(Family family, int order, List<Integer> levels) {
        Setting setting = Settings.last(family, Settings.GAUSSIAN, levels, Observable.coordinate(0));
        return new WeakOrder(setting, ItoSde.of(Settings.GAUSSIAN), order, Tolerance.withinDeviations(0.05));
    }
}
