package org.itocheck.training.experiment.finding;

import org.itocheck.claim.Outcome;
import org.itocheck.claim.OutcomeBuilder;
import org.itocheck.training.experiment.Experiment;
import org.itocheck.training.experiment.PanelRecord;

/**
 * The last step of the ladder of levels, from l* / 2 to l*, moves the mean test accuracy of no phase by more than the tolerance. Accuracy is
 * no smooth function, so that the theorem on SVAG says nothing of it (THEORY X40): this is what the paper's Figures 1 and 2 show.
 *
 * @see <a href="https://arxiv.org/abs/2102.12470">Li, Malladi, Arora (2021), section 4, Figures 1, 2, 7, 8, 10 to 13</a>
 */
final class SvagConverges implements PanelClaim {
    @Override
    public Outcome outcome(Experiment experiment, PanelRecord panel) {
        SvagLevels levels = SvagLevels.of(panel);
        OutcomeBuilder builder = new OutcomeBuilder(
                        "SvagConverges",
                        "test accuracy of SVAG converges in l on "
                                + panel.panel().name())
                .formula("|E Acc(phase, l*) - E Acc(phase, l*/2)| <= tolerance in every phase")
                .source("Li, Malladi, Arora 2021, arXiv:2102.12470, Figures 1 and 2; THEORY X40");
        if (!levels.comparable()) {
            return new Obstacle(
                            "the panel has SVAG at " + levels.settings().size() + " level, expected at least 2",
                            "add levels, such as 1, 2, 4, 8")
                    .outcome(builder, experiment);
        }
        PhaseClaim claim = new PhaseClaim(experiment, panel, levels.second(), levels.finest());
        return claim.outcome(builder, levels.shown(claim));
    }
}
