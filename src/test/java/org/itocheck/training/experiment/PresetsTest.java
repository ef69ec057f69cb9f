package org.itocheck.training.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.itocheck.network.architecture.Architectures;
import org.itocheck.network.data.Dataset;
import org.itocheck.network.data.ImageShape;
import org.itocheck.training.RunPlan;
import org.itocheck.training.schedule.Schedule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PresetsTest {
    private static final int DIGITS = 1500;

    static List<String> names() {
        return Presets.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void a_preset_is_a_valid_experiment_of_its_name_with_claims_and_networks_that_fit(String name) {
        Experiment experiment = Presets.named(name);

        assertThat(experiment.name()).isEqualTo(name);
        for (Panel panel : experiment.panels()) {
            assertThat(panel.claims()).isNotEmpty();
            boolean digits = panel.data() == Dataset.DIGITS;
            ImageShape shape = digits ? new ImageShape(1, 8, 8) : new ImageShape(3, 32, 32);
            assertThat(Architectures.named(panel.network(), shape, 10).input()).isEqualTo(shape);
        }
    }

    @Test
    void every_figure_that_trains_networks_has_a_preset_and_a_twin() {
        int[] figures = {1, 2, 5, 6, 7, 8, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19};
        assertThat(Presets.names())
                .containsExactlyElementsOf(IntStream.of(figures)
                        .boxed()
                        .flatMap(n -> List.of("figure-" + n, "figure-" + n + "-mini").stream())
                        .toList());
    }

    /** The twin of figure 17 has the batch of 60 for 500, and so on; what is compared and how the rate moves is the same. */
    @ParameterizedTest
    @MethodSource("names")
    void a_twin_compares_the_same_under_a_schedule_of_the_same_kind_on_digits(String name) {
        if (name.endsWith("-mini")) {
            Experiment twin = Presets.named(name);
            Experiment figure = Presets.named(name.replace("-mini", ""));
            assertThat(twin.comparison()).isEqualTo(figure.comparison());
            assertThat(turns(twin)).isSubsetOf(turns(figure));
            assertThat(twin.panels()).allSatisfy(panel -> {
                assertThat(panel.data()).isEqualTo(Dataset.DIGITS);
                assertThat(panel.settings())
                        .allSatisfy(plan -> assertThat(plan.count(DIGITS).steps(plan.schedule()))
                                .isPositive());
            });
        }
    }

    @Test
    void the_schedules_are_those_of_the_paper() {
        assertThat(schedule("figure-1", 0)).isEqualTo(Schedule.decayed(0.8, 0.1, 160, 80, 120));
        assertThat(schedule("figure-1", 1)).isEqualTo(Schedule.decayed(6.4, 0.1, 160, 80, 120));
        assertThat(schedule("figure-7", 0)).isEqualTo(Schedule.decayed(0.8, 0.1, 320, 160, 240));
        assertThat(schedule("figure-10", 0)).isEqualTo(Schedule.triangle(320, 0.001, 0.8, 0.001, 0.4, 0.001));
        assertThat(schedule("figure-11", 0)).isEqualTo(Schedule.cosine(0.8, 0.001, 160));
        assertThat(schedule("figure-13", 2)).isEqualTo(Schedule.decayed(6.4, 0.1, 240, 200));
        RunPlan unscaled = plan("figure-15", "sgd-b128");
        assertThat(unscaled.schedule()).isEqualTo(Schedule.decayed(0.8, 0.1, 300, 80, 250));
        assertThat(unscaled.measuring().noiseFrom()).isEqualTo(200);
        assertThat(unscaled.measuring().noiseTo()).isEqualTo(250);
        assertThat(unscaled.weightDecay()).isEqualTo(5e-4);
        assertThat(plan("figure-16", "sgd-b128").schedule()).isEqualTo(Schedule.decayed(0.8, 0.1, 120, 100));
    }

    /** The captions give steps: 24000 and 32000 at B = 125, 8000 at B = 500. */
    @Test
    void decays_given_in_steps_come_at_these_steps() {
        for (String[] figure : new String[][] {{"5", "24000"}, {"17", "8000"}, {"18", "32000"}, {"19", "32000"}}) {
            RunPlan sgd = plan("figure-" + figure[0], "sgd");
            double decay = sgd.schedule().turns().get(0);
            assertThat(decay * sgd.count(50_000).effectiveStepsPerEpoch()).isEqualTo(Double.parseDouble(figure[1]));
            assertThat(sgd.measuring().every() * sgd.count(50_000).effectiveStepsPerEpoch())
                    .isEqualTo(100);
        }
    }

    @Test
    void a_name_that_is_nearly_right_gets_a_suggestion() {
        assertThatThrownBy(() -> Presets.named("figure-1-min"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(
                        "there is no preset 'figure-1-min', did you mean 'figure-1-mini'? Known: figure-1, ");
    }

    private static List<Integer> turns(Experiment experiment) {
        return experiment.panels().stream()
                .map(panel -> panel.settings().get(0).schedule().turns().size())
                .distinct()
                .toList();
    }

    private static Schedule schedule(String name, int panel) {
        return Presets.named(name).panels().get(panel).settings().get(0).schedule();
    }

    private static RunPlan plan(String name, String setting) {
        return Presets.named(name).panels().get(0).settings().stream()
                .filter(plan -> plan.name().equals(setting))
                .findFirst()
                .orElseThrow();
    }
}
