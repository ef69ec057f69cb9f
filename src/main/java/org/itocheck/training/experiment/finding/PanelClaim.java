package org.itocheck.training.experiment.finding;

import org.itocheck.claim.Outcome;
import org.itocheck.training.experiment.Experiment;
import org.itocheck.training.experiment.PanelRecord;
import org.itocheck.training.experiment.Statement;

/** A statement on a panel, from its record alone: nothing is run. */
public interface PanelClaim {
    /**
     * The verdict with its numbers.
     *
     * @param experiment tolerance, seed and number of replicates
     * @param panel what its runs logged
     */
    Outcome outcome(Experiment experiment, PanelRecord panel);

    /** The claim that decides a statement. */
    static PanelClaim of(Statement statement) {
        return switch (statement) {
            case SVAG_CONVERGES -> new SvagConverges();
            case SGD_FOLLOWS_LIMIT -> new SgdFollowsLimit();
            case NGD_FOLLOWS_SGD -> new NgdFollowsSgd();
            case SCALING_FAILS_BEYOND -> new ScalingFailsBeyond();
        };
    }
}
