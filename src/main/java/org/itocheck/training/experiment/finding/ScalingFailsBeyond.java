package org.itocheck.training.experiment.finding;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.itocheck.claim.Cell;
import org.itocheck.claim.Numbers;
import org.itocheck.claim.Outcome;
import org.itocheck.claim.OutcomeBuilder;
import org.itocheck.training.experiment.Experiment;
import org.itocheck.training.experiment.PanelRecord;
import org.itocheck.training.experiment.SettingRecord;

/**
 * Every batch size above the largest B* predicted has a test error more than 20 % above the lowest. Theorem 6.6 says that linear scaling
 * INVARIANCE fails there, whatever the test error: that the error shows it is the paper's empirical remark, and this claim tests the remark.
 * B* is taken as the measured G and N give it. PASS: all are proven to fail, at {@link PhaseClaim#ALPHA} each. FAIL: one is proven not to, at
 * that rate over all of them.
 *
 * @see <a href="https://arxiv.org/abs/2102.12470">Li, Malladi, Arora (2021), Theorem 6.6, Appendix E.2, Figures 6 and 14 to 16</a>
 */
final class ScalingFailsBeyond implements PanelClaim {
    private static final double PROPORTION = 1e-9;

    @Override
    public Outcome outcome(Experiment experiment, PanelRecord panel) {
        BatchSizeTable table = BatchSizeTable.of(panel);
        OutcomeBuilder builder = new OutcomeBuilder(
                        "ScalingFailsBeyond",
                        "linear scaling fails beyond the predicted B* on "
                                + panel.panel().name())
                .formula(
                        "B > max B*  =>  E err(B) > 1.2 min E err;  B* = B C^2 N/G and B (C^2 + (C^2 - 1) N/G), C^2 = 2")
                .source("Li, Malladi, Arora 2021, arXiv:2102.12470, Theorem 6.6, appendix E.2; THEORY X33, X34")
                .truth(
                        "1.2 times the test error of another batch size, runs with the same seeds; the one it exceeds most"
                                + " surely")
                .setting(Words.setting(panel, panel.settings().get(0)) + ", other batch sizes in proportion")
                .trajectories(panel.settings().stream()
                        .mapToInt(setting -> setting.runs().size())
                        .sum())
                .seconds(panel.settings().stream().mapToDouble(Runs::seconds).sum())
                .power("false alarm < " + Numbers.brief(PhaseClaim.ALPHA)
                        + "; a batch size that does not fail passes with"
                        + " probability < " + Numbers.brief(PhaseClaim.ALPHA)
                        + ". Student's t: final errors are taken to be normal over runs, B* as measured");
        Optional<Obstacle> obstacle = obstacle(experiment, panel, table);
        return obstacle.isPresent() ? obstacle.get().outcome(builder, experiment) : judged(experiment, table, builder);
    }

    private static Outcome judged(Experiment experiment, BatchSizeTable table, OutcomeBuilder builder) {
        double largest = table.largestPrediction().orElseThrow();
        List<BatchSizeRow> beyond =
                table.rows().stream().filter(row -> row.batchSize() > largest).toList();
        List<FailureTest> tests = beyond.stream()
                .map(row -> new FailureTest(
                        row,
                        table.rows().stream()
                                .filter(other -> !other.equals(row))
                                .toList(),
                        PhaseClaim.ALPHA,
                        PhaseClaim.ALPHA / beyond.size()))
                .toList();
        List<Cell> cells = tests.stream().map(FailureTest::cell).toList();
        int needed = tests.stream().mapToInt(FailureTest::needed).max().orElseThrow();
        return builder.passes("B = "
                        + String.join(
                                ", ",
                                beyond.stream()
                                        .map(row -> String.valueOf(row.batchSize()))
                                        .toList())
                        + " fail, B* is at most " + Numbers.brief(largest))
                .fails(worst -> worst.observable() + " is no failure: "
                        + Numbers.plusMinus(worst.error(), worst.halfWidth()) + " against 1.2 times another, B* is "
                        + Numbers.brief(largest))
                .remedies(List.of("--replicates " + needed + " would do, if the runs scatter as these"))
                .build(cells, experiment.seed());
    }

    private static Optional<Obstacle> obstacle(Experiment experiment, PanelRecord panel, BatchSizeTable table) {
        if (!inProportion(panel.settings())) {
            return Optional.of(new Obstacle(
                    "learning rates are not in proportion to batch sizes: that is no linear scaling",
                    "give every setting the learning rate of the first, times the ratio of batch sizes"));
        }
        Optional<Obstacle> runs = Obstacle.of(experiment, panel.settings());
        if (runs.isPresent()) {
            return runs;
        }
        OptionalDouble largest = table.largestPrediction();
        if (largest.isEmpty()) {
            return Optional.of(new Obstacle(
                    "no batch size predicts a B*: none has 0 < G/N < C^2 - 1",
                    "measure G and N in a window before the last decay, at smaller batch sizes"));
        }
        return table.rows().stream().noneMatch(row -> row.batchSize() > largest.getAsDouble())
                ? Optional.of(new Obstacle(
                        "no batch size lies beyond B*, which is up to " + Numbers.brief(largest.getAsDouble()),
                        "add larger batch sizes"))
                : Optional.empty();
    }

    private static boolean inProportion(List<SettingRecord> settings) {
        double first =
                Runs.learningRate(settings.get(0)) / settings.get(0).plan().batchSize();
        return settings.stream()
                .mapToDouble(s -> Runs.learningRate(s) / s.plan().batchSize() / first)
                .allMatch(ratio -> Math.abs(ratio - 1) < PROPORTION);
    }
}
