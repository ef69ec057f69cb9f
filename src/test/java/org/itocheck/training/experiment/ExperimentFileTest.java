package org.itocheck.training.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.itocheck.network.data.Augmentation;
import org.itocheck.network.data.Dataset;
import org.itocheck.random.Seed;
import org.itocheck.training.Measuring;
import org.itocheck.training.Method;
import org.itocheck.training.RunPlan;
import org.itocheck.training.Sampling;
import org.itocheck.training.schedule.Schedule;
import org.junit.jupiter.api.Test;

class ExperimentFileTest {
    private static final String LEVELS = """
            name: mine
            title: SVAG on digits
            compares: levels
            replicates: 3
            seed: 0x2A
            tolerance: 0.02
            each: {data: digits, network: mlp-8-none, weightDecay: 5e-4}
            panels:
              - name: small
                batchSize: 16
                schedule: {decayed: {from: 0.8, by: 0.5, at: [2, 3]}, epochs: 4}
                methods: [SGD, SVAG(2)]
                claims: [svag-converges, sgd-follows-limit]
              - name: large
                batchSize: 32
                network: mlp-8-bn
                sampling: with-replacement
                augmentation: crop-and-flip
                schedule: {cosine: {from: 0.4, to: 0.001}, epochs: 5}
                measure: {every: 0.5, trainImages: 100, noise: {from: 2, to: 4, batches: 20}}
            """;

    @Test
    void a_file_says_everything_about_its_runs() {
        Experiment experiment = parse(LEVELS);

        assertThat(experiment.name()).isEqualTo("mine");
        assertThat(experiment.comparison()).isEqualTo(Comparison.LEVELS);
        assertThat(experiment.replicates()).isEqualTo(3);
        assertThat(experiment.seed()).isEqualTo(new Seed(42));
        assertThat(experiment.tolerance()).isEqualTo(0.02);
        Panel small = experiment.panels().get(0);
        assertThat(small.data()).isEqualTo(Dataset.DIGITS);
        assertThat(small.network()).isEqualTo("mlp-8-none");
        assertThat(small.claims()).containsExactly(Statement.SVAG_CONVERGES, Statement.SGD_FOLLOWS_LIMIT);
        assertThat(small.settings().get(1))
                .isEqualTo(new RunPlan(
                        "svag-2",
                        Method.svag(2),
                        16,
                        Schedule.decayed(0.8, 0.5, 4, 2, 3),
                        5e-4,
                        Sampling.SHUFFLED,
                        Augmentation.NONE,
                        Measuring.every(1),
                        new Seed(0)));
        RunPlan large = experiment.panels().get(1).settings().get(0);
        assertThat(large.schedule()).isEqualTo(Schedule.cosine(0.4, 0.001, 5));
        assertThat(large.sampling()).isEqualTo(Sampling.WITH_REPLACEMENT);
        assertThat(large.augmentation()).isEqualTo(Augmentation.CROP_AND_FLIP);
        assertThat(large.measuring())
                .isEqualTo(Measuring.every(0.5).onTrainImages(100).noise(2, 4).noiseBatches(20));
    }

    @Test
    void what_holds_for_each_panel_gives_way_to_what_a_panel_says() {
        assertThat(parse(LEVELS).panels()).extracting(Panel::network).containsExactly("mlp-8-none", "mlp-8-bn");
    }

    @Test
    void linear_scaling_multiplies_batch_and_rate_and_names_settings_by_their_batch() {
        List<RunPlan> settings = parse("""
                name: scaling
                title: linear scaling
                compares: batch-sizes
                panels:
                  - {name: a, data: digits, network: mlp-8-none, batchSize: 16, weightDecay: 0, scaledBy: [0.5, 1, 4],
                     schedule: {triangle: [0.1, 0.2, 0.1], epochs: 2}}
                """).panels().get(0).settings();

        assertThat(settings).extracting(RunPlan::name).containsExactly("sgd-b8", "sgd-b16", "sgd-b64");
        assertThat(settings.get(2).schedule()).isEqualTo(Schedule.triangle(2, 0.4, 0.8, 0.4));
    }

    @Test
    void all_replicates_differ_in_their_seed_and_all_settings_of_one_share_it() {
        Experiment experiment = parse(LEVELS);
        Panel panel = experiment.panels().get(0);
        RunPlan sgd = panel.run(panel.settings().get(0), 1, experiment.seed());
        RunPlan svag = panel.run(panel.settings().get(1), 1, experiment.seed());

        assertThat(sgd.name()).isEqualTo("small.sgd.1");
        assertThat(svag.seed()).isEqualTo(sgd.seed());
        assertThat(panel.run(panel.settings().get(0), 2, experiment.seed()).seed())
                .isNotEqualTo(sgd.seed());
        Panel other = experiment.panels().get(1);
        assertThat(other.run(other.settings().get(0), 1, experiment.seed()).seed())
                .isNotEqualTo(sgd.seed());
    }

    @Test
    void every_error_of_a_file_is_told_with_its_place() {
        refused(
                LEVELS.replace("replicates: 3", "replicates: many")
                        .replace("batchSize: 16", "bachSize: 16")
                        .replace("from: 0.8", "from: -1"),
                "mine.yaml is no experiment:",
                "  panels/0: property 'bachSize' is not defined in the schema",
                "  panels/0/schedule/decayed/from: must have an exclusive minimum value of 0",
                "  replicates: string found, integer expected",
                "All fields are in docs/experiments.md");
    }

    @Test
    void what_a_schema_cannot_see_is_told_in_words() {
        refused(
                LEVELS.replace("batchSize: 16", ""),
                "mine.yaml: panel small has no batchSize; give it there, or under 'each' for all panels");
        refused(
                LEVELS.replace("SVAG(2)", "ADAM"),
                "mine.yaml: method is 'ADAM', expected SGD, SVAG(l) with a level such as SVAG(4), NGD or GD");
        refused(
                LEVELS.replace("data: digits", "data: mnist"),
                "mine.yaml: data set is 'mnist', expected one of digits, ");
        refused(
                LEVELS.replace("[svag-converges, sgd-follows-limit]", "[ngd-follows-sgd]"),
                "mine.yaml: panel small claims NGD_FOLLOWS_SGD, which is about METHODS, but the experiment compares LEVELS");
        refused(
                LEVELS.replace("name: large", "name: small"),
                "mine.yaml: experiment mine has panels [small, small], expected different names");
        refused(
                LEVELS.replace("[SGD, SVAG(2)]", "[SGD, SVAG(2), SGD]"),
                "mine.yaml: panel small has settings [sgd, svag-2, sgd], expected different names; leave out what is there twice");
        refused(
                LEVELS.replace("seed: 0x2A", "seed: dice"),
                "mine.yaml: seed is 'dice', expected a 64-bit number such as 42 or 0x00005EED00000001");
    }

    @Test
    void text_that_is_no_yaml_is_refused_with_its_line() {
        refused("name: [1", "mine.yaml is no YAML: ", "(line ");
        refused("name: a\nname: b\n", "mine.yaml is no YAML: ", "\"name\" (line 2");
        refused("", "mine.yaml is no experiment:");
        refused("- 1", "mine.yaml is no experiment:");
    }

    @Test
    void a_file_that_is_not_there_is_named() {
        assertThatThrownBy(() -> ExperimentFile.read(Path.of("nowhere/mine.yaml")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("cannot read nowhere/mine.yaml (")
                .hasMessageEndingWith("), expected a YAML file that describes an experiment");
    }

    private static Experiment parse(String text) {
        return ExperimentFile.parse(text, "mine.yaml");
    }

    private static void refused(String text, String... parts) {
        assertThatThrownBy(() -> parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .satisfies(e -> assertThat(e.getMessage()).contains(parts));
    }
}
