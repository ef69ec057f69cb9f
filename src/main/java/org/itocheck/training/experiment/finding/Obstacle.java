package org.itocheck.training.experiment.finding;

import java.util.List;
import java.util.Optional;
import org.itocheck.claim.Outcome;
import org.itocheck.claim.OutcomeBuilder;
import org.itocheck.training.experiment.Experiment;
import org.itocheck.training.experiment.SettingRecord;

/**
 * Why a claim cannot be decided from a record.
 *
 * @param reason what is missing
 * @param remedy the way out
 */
record Obstacle(String reason, String remedy) {
    /** Runs that have not ended, or too few of them for an interval. */
    static Optional<Obstacle> of(Experiment experiment, List<SettingRecord> settings) {
        for (SettingRecord setting : settings) {
            int ended = Runs.whole(setting).size();
            if (ended < experiment.replicates()) {
                return Optional.of(new Obstacle(
                        "not finished: " + ended + " of " + experiment.replicates() + " runs of "
                                + setting.plan().name() + " have ended",
                        "run it again: it goes on where it stopped"));
            }
        }
        return experiment.replicates() < 2
                ? Optional.of(new Obstacle(
                        "one run of each setting has no scatter to judge a difference by", "--replicates 4, or more"))
                : Optional.empty();
    }

    /** An outcome without numbers. */
    Outcome outcome(OutcomeBuilder builder, Experiment experiment) {
        return builder.obstacle(reason).remedies(List.of(remedy)).build(List.of(), experiment.seed());
    }
}
