package org.itocheck.training.experiment.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.itocheck.claim.Cell;
import org.itocheck.claim.Outcome;
import org.itocheck.claim.Verdict;
import org.itocheck.training.RunPlan;
import org.itocheck.training.RunStatus;
import org.itocheck.training.experiment.ExperimentRecord;
import org.itocheck.training.experiment.Statement;
import org.junit.jupiter.api.Test;

/** Claims that two settings have the same accuracy in every phase, and what they must not say. */
class PhaseClaimTest {
    private static final double TOLERANCE = Simulated.TOLERANCE;
    private static final List<Integer> LEVELS = List.of(1, 2, 4, 8);

    private static Outcome outcome(Statement statement, ExperimentRecord record) {
        return PanelClaim.of(statement)
                .outcome(record.experiment(), record.panels().get(0));
    }

    private static Outcome converges(Simulated simulated, Simulated.Special special) {
        return outcome(Statement.SVAG_CONVERGES, simulated.levels(LEVELS, special));
    }

    private static double shift(RunPlan plan, int level, double by) {
        return plan.method().level() == level ? by : 0;
    }

    @Test
    void equal_levels_converge_although_replicates_scatter_wider_than_the_tolerance() {
        Simulated paired = new Simulated(5, 4, 3 * TOLERANCE, TOLERANCE / 20);

        Outcome outcome = converges(paired, (plan, phase) -> 0);

        assertThat(outcome.verdict()).isEqualTo(Verdict.PASS);
        assertThat(outcome.finding())
                .startsWith("farthest test accuracy in phase")
                .contains("(allowed ± 0.01");
    }

    @Test
    void a_last_step_of_three_tolerances_in_one_phase_fails() {
        for (int seed = 0; seed < 20; seed++) {
            Outcome outcome =
                    converges(Simulated.of(seed), (plan, phase) -> phase == 2 ? shift(plan, 4, -3 * TOLERANCE) : 0);

            assertThat(outcome.verdict()).as("seed %d", seed).isEqualTo(Verdict.FAIL);
            assertThat(outcome.finding())
                    .startsWith("test accuracy in phase 2 (epochs 12 to 18) at l = 4 is off by -0.0");
        }
    }

    @Test
    void what_the_coarse_levels_do_is_shown_and_decides_nothing() {
        Outcome outcome =
                converges(new Simulated(3, 4, 0.005, 0.0005), (plan, phase) -> shift(plan, 1, -5 * TOLERANCE));

        assertThat(outcome.verdict()).isEqualTo(Verdict.PASS);
        assertThat(outcome.cells()).hasSize(9);
        assertThat(outcome.levels()).containsExactly(1, 2, 4, 8);
        assertThat(outcome.cells().stream().filter(cell -> cell.level() == 1))
                .allSatisfy(cell -> assertThat(cell.error()).isLessThan(-4 * TOLERANCE));
    }

    @Test
    void sgd_that_stays_behind_does_not_follow_the_limit() {
        ExperimentRecord record =
                Simulated.of(4).levels(LEVELS, (plan, phase) -> shift(plan, 1, phase == 1 ? -3 * TOLERANCE : 0));

        assertThat(outcome(Statement.SGD_FOLLOWS_LIMIT, record).verdict()).isEqualTo(Verdict.FAIL);
        assertThat(outcome(Statement.SGD_FOLLOWS_LIMIT, record).finding()).contains("phase 1 (epochs 0 to 12)");
    }

    @Test
    void ngd_is_compared_with_sgd_and_gd_does_not_matter() {
        Simulated quiet = new Simulated(6, 4, 0.005, 0.0005);
        ExperimentRecord same = quiet.methods((plan, phase) -> plan.name().equals("gd") ? -0.2 : 0);
        ExperimentRecord other = quiet.methods((plan, phase) -> plan.name().equals("ngd") ? -3 * TOLERANCE : 0);

        assertThat(outcome(Statement.NGD_FOLLOWS_SGD, same).verdict()).isEqualTo(Verdict.PASS);
        assertThat(outcome(Statement.NGD_FOLLOWS_SGD, other).verdict()).isEqualTo(Verdict.FAIL);
    }

    @Test
    void one_run_of_each_setting_decides_nothing() {
        Outcome outcome = converges(new Simulated(7, 1, 0, 0.0001), (plan, phase) -> 0);

        assertThat(outcome.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(outcome.finding()).isEqualTo("one run of each setting has no scatter to judge a difference by");
        assertThat(outcome.remedies()).containsExactly("--replicates 4, or more");
    }

    @Test
    void scatter_as_wide_as_the_tolerance_decides_nothing_and_says_how_many_runs_would() {
        Outcome outcome = converges(new Simulated(8, 4, 0, TOLERANCE), (plan, phase) -> 0);

        assertThat(outcome.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(outcome.remedies().get(0)).matches("--replicates \\d+ would do, if the runs scatter as these");
    }

    @Test
    void runs_without_any_scatter_decide_nothing() {
        Outcome outcome = converges(new Simulated(9, 4, 0.005, 0), (plan, phase) -> 0);

        assertThat(outcome.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(outcome.finding()).contains("no scatter");
    }

    @Test
    void a_run_that_diverged_fails_the_levels_it_belongs_to_and_no_others() {
        ExperimentRecord record = new Simulated(3, 4, 0.005, 0.0005).levels(LEVELS, (plan, phase) -> 0);

        Outcome judged = outcome(Statement.SVAG_CONVERGES, Simulated.ended(record, "svag-8", 2, RunStatus.DIVERGED, 3));
        Outcome other = outcome(Statement.SVAG_CONVERGES, Simulated.ended(record, "svag-2", 2, RunStatus.DIVERGED, 3));

        assertThat(judged.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(judged.finding()).isEqualTo("1 of 4 runs of svag-8 diverged");
        assertThat(other.verdict()).isEqualTo(Verdict.PASS);
        assertThat(other.cells().stream().filter(cell -> cell.level() == 2))
                .extracting(Cell::trajectories)
                .containsOnly(3L);
    }

    @Test
    void a_run_that_is_not_finished_decides_nothing() {
        ExperimentRecord record = Simulated.of(3).levels(LEVELS, (plan, phase) -> 0);

        Outcome outcome =
                outcome(Statement.SVAG_CONVERGES, Simulated.ended(record, "svag-4", 1, RunStatus.STOPPED, 20));

        assertThat(outcome.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(outcome.finding()).isEqualTo("not finished: 3 of 4 runs of svag-4 have ended");
    }

    @Test
    void one_level_has_nothing_to_converge() {
        Outcome outcome = outcome(Statement.SVAG_CONVERGES, Simulated.of(1).levels(List.of(1), (plan, phase) -> 0));

        assertThat(outcome.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(outcome.finding()).contains("SVAG at 1 level");
    }
}
