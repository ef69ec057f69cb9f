package org.itocheck.training.experiment.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.itocheck.claim.Cell;
import org.itocheck.claim.Outcome;
import org.itocheck.claim.Verdict;
import org.itocheck.training.RunPlan;
import org.itocheck.training.RunStatus;
import org.itocheck.training.experiment.ExperimentRecord;
import org.itocheck.training.experiment.PanelRecord;
import org.itocheck.training.experiment.SettingRecord;
import org.itocheck.training.experiment.Statement;
import org.junit.jupiter.api.Test;

class ScalingFailsBeyondTest {
    /** N/G is 8 at 64 and 5 at 128: B* = 2 x 64 x 8 = 1024 and 2 x 128 x 5 = 1280, sharp 64 (2 + 8) = 640 and 128 (2 + 5) = 896. */
    private static final Map<Integer, Double> RATIOS = Map.of(64, 0.125, 128, 0.2, 512, 1.5, 2048, 5.0, 4096, 9.0);

    private static final Map<Integer, Double> PAPER = Map.of(64, 0.08, 128, 0.075, 512, 0.08, 2048, 0.2, 4096, 0.4);
    private static final Simulated QUIET = new Simulated(11, 4, 0.002, 0.002);

    private static Outcome outcome(ExperimentRecord record) {
        return PanelClaim.of(Statement.SCALING_FAILS_BEYOND)
                .outcome(record.experiment(), record.panels().get(0));
    }

    @Test
    void the_table_has_the_predictions_of_every_baseline() {
        BatchSizeTable table =
                BatchSizeTable.of(QUIET.batchSizes(PAPER, RATIOS).panels().get(0));

        assertThat(table.printedPredictions())
                .satisfiesExactly(
                        least -> assertThat(least).isCloseTo(1024, within(1e-9)),
                        most -> assertThat(most).isCloseTo(1280, within(1e-9)));
        assertThat(table.sharpPredictions())
                .satisfiesExactly(
                        least -> assertThat(least).isCloseTo(640, within(1e-9)),
                        most -> assertThat(most).isCloseTo(896, within(1e-9)));
        assertThat(table.rows())
                .filteredOn(BatchSizeRow::baseline)
                .extracting(BatchSizeRow::batchSize)
                .containsExactly(64, 128);
        assertThat(table.rows())
                .filteredOn(table::fails)
                .extracting(BatchSizeRow::batchSize)
                .containsExactly(2048, 4096);
        assertThat(table.rows()).extracting(BatchSizeRow::factor).containsExactly(1.0, 2.0, 8.0, 32.0, 64.0);
    }

    @Test
    void large_errors_beyond_the_prediction_pass() {
        Outcome outcome = outcome(QUIET.batchSizes(PAPER, RATIOS));

        assertThat(outcome.verdict()).isEqualTo(Verdict.PASS);
        assertThat(outcome.finding()).isEqualTo("B = 2048, 4096 fail, B* is at most 1280");
        assertThat(outcome.cells())
                .extracting(Cell::observable)
                .containsExactly("test error at B = 2048", "test error at B = 4096");
    }

    @Test
    void a_batch_size_beyond_that_works_fails() {
        for (int seed = 0; seed < 20; seed++) {
            Outcome outcome = outcome(new Simulated(seed, 4, 0.002, 0.001)
                    .batchSizes(Map.of(64, 0.08, 128, 0.075, 512, 0.08, 2048, 0.08, 4096, 0.4), RATIOS));

            assertThat(outcome.verdict()).as("seed %d", seed).isEqualTo(Verdict.FAIL);
            assertThat(outcome.finding()).startsWith("test error at B = 2048 is no failure");
        }
    }

    @Test
    void errors_near_the_line_decide_nothing() {
        Outcome outcome =
                outcome(QUIET.batchSizes(Map.of(64, 0.08, 128, 0.075, 512, 0.08, 2048, 0.0905, 4096, 0.4), RATIOS));

        assertThat(outcome.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(outcome.finding()).startsWith("test error at B = 2048: above 1.2 times another by ");
        assertThat(outcome.remedies().get(0)).matches("--replicates \\d+ would do, if the runs scatter as these");
    }

    @Test
    void a_diverged_run_counts_as_guessing() {
        ExperimentRecord record = QUIET.batchSizes(PAPER, RATIOS);
        for (int replicate = 1; replicate <= 4; replicate++) {
            record = Simulated.ended(record, "b4096", replicate, RunStatus.DIVERGED, 5);
        }

        BatchSizeRow row = BatchSizeTable.of(record.panels().get(0)).rows().get(4);
        assertThat(row.diverged()).isEqualTo(4);
        assertThat(row.testError().orElseThrow()).isCloseTo(0.9, within(1e-12));
        assertThat(outcome(record).verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void without_a_batch_size_beyond_or_a_baseline_nothing_is_decided() {
        Map<Integer, Double> small = Map.of(64, 0.08, 128, 0.075, 512, 0.08);

        assertThat(outcome(QUIET.batchSizes(small, RATIOS)).finding())
                .isEqualTo("no batch size lies beyond B*, which is up to 1280");
        assertThat(outcome(QUIET.batchSizes(PAPER, Map.of(64, -0.1, 128, 1.5))).finding())
                .isEqualTo("no batch size predicts a B*: none has 0 < G/N < C^2 - 1");
        assertThat(outcome(new Simulated(1, 1, 0.001, 0.001).batchSizes(PAPER, RATIOS))
                        .finding())
                .startsWith("one run of each setting");
        assertThat(outcome(Simulated.ended(QUIET.batchSizes(PAPER, RATIOS), "b64", 1, RunStatus.STOPPED, 3))
                        .finding())
                .isEqualTo("not finished: 3 of 4 runs of b64 have ended");
    }

    @Test
    void learning_rates_out_of_proportion_are_no_linear_scaling() {
        ExperimentRecord record = QUIET.batchSizes(PAPER, RATIOS);
        PanelRecord panel = record.panels().get(0);
        List<SettingRecord> settings = panel.settings().stream()
                .map(one -> one.plan().batchSize() == 4096 ? new SettingRecord(slower(one.plan()), one.runs()) : one)
                .toList();
        Outcome outcome =
                new ScalingFailsBeyond().outcome(record.experiment(), new PanelRecord(panel.panel(), settings));
        assertThat(outcome.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(outcome.finding()).startsWith("learning rates are not in proportion");
    }

    private static RunPlan slower(RunPlan plan) {
        return new RunPlan(
                plan.name(),
                plan.method(),
                plan.batchSize(),
                plan.schedule().scaledBy(0.5),
                plan.weightDecay(),
                plan.sampling(),
                plan.augmentation(),
                plan.measuring(),
                plan.seed());
    }
}
