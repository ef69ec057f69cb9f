package org.itocheck.training.experiment.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.itocheck.training.Measurement;
import org.itocheck.training.RunStatus;
import org.itocheck.training.experiment.ExperimentRecord;
import org.itocheck.training.experiment.PanelRecord;
import org.itocheck.training.experiment.SettingRecord;
import org.itocheck.training.schedule.Schedule;
import org.junit.jupiter.api.Test;

/** Curves, phases, distances and summaries: the numbers of the paper's figures. */
class PanelNumbersTest {
    private static final ExperimentRecord RECORD = new Simulated(2, 3, 0.01, 0)
            .levels(List.of(1, 2, 4), (plan, phase) -> plan.method().level() == 1 && phase == 2 ? -0.04 : 0);

    private static final PanelRecord PANEL = RECORD.panels().get(0);

    @Test
    void what_is_measured_at_a_turn_belongs_to_the_phase_that_ends() {
        List<Phase> phases = Phase.of(Schedule.decayed(0.8, 0.1, 24, 12, 18));

        assertThat(phases)
                .extracting(Phase::name)
                .containsExactly("phase 1 (epochs 0 to 12)", "phase 2 (epochs 12 to 18)", "phase 3 (epochs 18 to 24)");
        List<Measurement> run = PANEL.settings().get(0).runs().get(0).measurements();
        assertThat(phases)
                .extracting(phase -> run.stream().filter(phase::contains).count())
                .containsExactly(12L, 6L, 6L);
        assertThat(phases.get(0).contains(run.get(0))).isFalse();
        assertThat(phases.get(0).contains(run.get(12))).isTrue();
        assertThat(Phase.of(Schedule.cosine(0.8, 0.001, 160))).containsExactly(new Phase(1, 0, 160));
    }

    @Test
    void the_distance_to_the_finest_level_is_the_shift_of_its_phase() {
        List<PhaseDistance> distances = PhaseDistance.of(PANEL);

        assertThat(distances).hasSize(6);
        assertThat(distances)
                .filteredOn(one -> one.level() == 1)
                .satisfiesExactly(
                        one -> assertThat(one.ofRuns()).isCloseTo(0, within(1e-12)),
                        two -> {
                            assertThat(two.ofRuns()).isCloseTo(0.04, within(1e-12));
                            assertThat(two.ofMeans()).isCloseTo(0.04, within(1e-12));
                        },
                        three -> assertThat(three.ofMeans()).isCloseTo(0, within(1e-12)));
        assertThat(distances).allSatisfy(one -> assertThat(one.floor()).isBetween(0.0005, 0.05));
    }

    @Test
    void signs_do_not_cancel_in_a_distance() {
        // A shift of opposite sign in two halves of a run: the means agree, the curves do not.
        PanelRecord panel = new Simulated(2, 1, 0, 0)
                .levels(List.of(1, 2), (plan, phase) -> plan.method().level() > 1 ? 0 : phase == 2 ? 0.02 : -0.02)
                .panels()
                .get(0);

        assertThat(PhaseDistance.of(panel))
                .extracting(PhaseDistance::ofRuns)
                .allSatisfy(distance -> assertThat(distance).isCloseTo(0.02, within(1e-12)));
        assertThat(PhaseDistance.of(panel)).extracting(PhaseDistance::floor).containsOnly(Double.NaN);
    }

    @Test
    void levels_are_compared_at_equal_effective_steps() {
        Curve sgd = Curve.of(PANEL.settings().get(0), Measurement::effectiveStep, Measurement::testAccuracy);
        Curve svag = Curve.of(PANEL.settings().get(2), Measurement::effectiveStep, Measurement::testAccuracy);

        assertThat(sgd.points()).hasSize(25);
        assertThat(sgd.points())
                .extracting(Curve.Point::time)
                .isEqualTo(svag.points().stream().map(Curve.Point::time).toList());
        assertThat(sgd.points()).allSatisfy(p -> assertThat(p.mean()).isBetween(p.least() - 1e-12, p.most() + 1e-12));
        double last = Runs.whole(PANEL.settings().get(0)).stream()
                .mapToDouble(Accuracy::last)
                .average()
                .orElseThrow();
        assertThat(sgd.points().get(24).mean()).isCloseTo(last, within(1e-12));
    }

    @Test
    void a_smoothed_loss_is_the_mean_over_a_hundred_steps() {
        SettingRecord setting = PANEL.settings().get(0);
        List<Measurement> run = setting.runs().get(0).measurements();
        double five = run.subList(1, 6).stream()
                .mapToDouble(m -> m.batchLoss().orElseThrow())
                .average()
                .orElseThrow();

        Curve smooth = Curve.smoothedLoss(setting, 100);

        assertThat(smooth.points()).hasSize(4);
        assertThat(smooth.points().get(0).time()).isEqualTo(100);
        assertThat(smooth.points().get(0).mean()).isCloseTo(five, within(1e-12));
        assertThat(Curve.smoothedLoss(setting, 1).points()).hasSize(24);
        assertThatThrownBy(() -> Curve.smoothedLoss(setting, 0)).hasMessageStartingWith("steps is 0");
    }

    @Test
    void a_summary_counts_what_has_ended_and_what_diverged() {
        ExperimentRecord diverged = Simulated.ended(RECORD, "sgd", 1, RunStatus.DIVERGED, 4);
        ExperimentRecord stopped = Simulated.ended(diverged, "sgd", 2, RunStatus.STOPPED, 4);

        SettingSummary summary =
                SettingSummary.of(stopped.panels().get(0).settings().get(0));

        assertThat(summary.ended()).isEqualTo(2);
        assertThat(summary.diverged()).isEqualTo(1);
        assertThat(summary.finalAccuracies().get(0)).isEqualTo(0.1);
        assertThat(summary.finalAccuracies().get(1)).isGreaterThan(0.85);
        assertThat(summary.halfWidth()).isGreaterThan(1);
        assertThat(summary.seconds()).isEqualTo(4 + 4 + 24);
    }
}
