package org.itocheck.training.experiment.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.itocheck.claim.Cell;
import org.itocheck.claim.Numbers;
import org.itocheck.claim.Outcome;
import org.itocheck.claim.OutcomeBuilder;
import org.itocheck.claim.Verdict;
import org.itocheck.training.RunRecord;
import org.itocheck.training.experiment.Experiment;
import org.itocheck.training.experiment.PanelRecord;
import org.itocheck.training.experiment.SettingRecord;

/**
 * That two settings have the same mean test accuracy in every phase, within the tolerance of the experiment: PASS if all intervals of the
 * paired differences lie inside, FAIL if one lies outside or a run diverged. The intervals hold together at {@link #ALPHA}.
 *
 * @param experiment with tolerance, seed and number of replicates
 * @param panel of the two
 * @param setting what is compared
 * @param reference with what
 */
record PhaseClaim(Experiment experiment, PanelRecord panel, SettingRecord setting, SettingRecord reference) {
    /** The probability that a true claim fails, and that a false one passes: few runs can be paid for. */
    static final double ALPHA = 0.05;

    /**
     * The outcome.
     *
     * @param builder with the words of the claim
     * @param shown cells that decide nothing
     */
    Outcome outcome(OutcomeBuilder builder, List<Cell> shown) {
        PhaseComparison comparison = comparison(setting);
        builder.truth("the mean test accuracy of " + reference.plan().name() + " in the same phase, runs with the same"
                        + " seeds")
                .setting(Words.setting(panel, reference))
                .levels(levels(shown))
                .trajectories(setting.runs().size() + reference.runs().size())
                .seconds(Runs.seconds(setting) + Runs.seconds(reference))
                .power("false alarm < " + Numbers.brief(ALPHA) + " over all phases; a difference of "
                        + Numbers.brief(experiment.tolerance()) + " in any phase passes with probability < "
                        + Numbers.brief(ALPHA) + ". Student's t: the mean of a phase is taken to be normal over runs");
        List<Cell> lost = lost();
        if (!lost.isEmpty()) {
            return builder.fails(worst -> worst.note())
                    .diagnosis(worst -> "the loss left the finite numbers: there is no accuracy to compare")
                    .build(lost, experiment.seed());
        }
        Optional<Obstacle> obstacle = Obstacle.of(experiment, List.of(setting, reference));
        if (obstacle.isPresent()) {
            return obstacle.get().outcome(builder, experiment);
        }
        List<Cell> judged = comparison.judged();
        List<Cell> cells = new ArrayList<>(shown);
        cells.addAll(judged);
        return builder.passes(Words.largest(judged))
                .remedies(List.of(
                        "--replicates " + comparison.needed() + " would do, if the runs scatter as these",
                        "allow more than " + Numbers.brief(experiment.tolerance()) + ", if more does not matter"))
                .build(cells, experiment.seed());
    }

    /** Another setting against the same reference. */
    PhaseComparison comparison(SettingRecord other) {
        int phases = Phase.of(reference.plan().schedule()).size();
        return new PhaseComparison(other, reference, ALPHA / phases, experiment.tolerance());
    }

    private List<Integer> levels(List<Cell> shown) {
        List<Integer> levels = new ArrayList<>(shown.stream().map(Cell::level).toList());
        levels.add(setting.plan().method().level());
        levels.add(reference.plan().method().level());
        return levels.stream().distinct().sorted().toList();
    }

    /** One cell for each of the two of which a run diverged. */
    private List<Cell> lost() {
        List<Cell> lost = new ArrayList<>();
        for (SettingRecord one : List.of(setting, reference)) {
            List<RunRecord> diverged = Runs.diverged(one);
            if (!diverged.isEmpty()) {
                int runs = one.runs().size();
                String note = diverged.size() + " of " + runs + " runs of "
                        + one.plan().name() + " diverged";
                int level = one.plan().method().level();
                lost.add(new Cell(
                        "runs of " + one.plan().name() + " that went on to the end",
                        level,
                        Runs.learningRate(one) / level,
                        1,
                        runs - diverged.size(),
                        runs,
                        -diverged.size(),
                        0,
                        0,
                        0,
                        0,
                        Verdict.FAIL,
                        note));
            }
        }
        return lost;
    }
}
