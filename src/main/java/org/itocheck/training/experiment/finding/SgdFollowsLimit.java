package org.itocheck.training.experiment.finding;

import org.itocheck.claim.Outcome;
import org.itocheck.claim.OutcomeBuilder;
import org.itocheck.training.experiment.Experiment;
import org.itocheck.training.experiment.PanelRecord;

/**
 * SGD has the mean test accuracy of SVAG at the largest level in every phase, within the tolerance: the SDE is a model of SGD, as far as l*
 * stands for the SDE, which {@link SvagConverges} is about.
 *
 * @see <a href="https://arxiv.org/abs/2102.12470">Li, Malladi, Arora (2021), section 4, Figure 1</a>
 */
final class SgdFollowsLimit implements PanelClaim {
    @Override
    public Outcome outcome(Experiment experiment, PanelRecord panel) {
        SvagLevels levels = SvagLevels.of(panel);
        OutcomeBuilder builder = new OutcomeBuilder(
                        "SgdFollowsLimit",
                        "SGD follows SVAG at the largest l on " + panel.panel().name())
                .formula("|E Acc(phase, 1) - E Acc(phase, l*)| <= tolerance in every phase")
                .source("Li, Malladi, Arora 2021, arXiv:2102.12470, section 4, Figure 1");
        if (!levels.comparable() || levels.settings().get(0).plan().method().level() != 1) {
            return new Obstacle(
                            "the panel does not have both SGD and SVAG at a larger level",
                            "add levels, such as 1, 2, 4, 8")
                    .outcome(builder, experiment);
        }
        PhaseClaim claim = new PhaseClaim(experiment, panel, levels.settings().get(0), levels.finest());
        return claim.outcome(builder, levels.shown(claim));
    }
}
