package org.itocheck.training.experiment.finding;

import java.util.List;
import java.util.Optional;
import org.itocheck.claim.Outcome;
import org.itocheck.claim.OutcomeBuilder;
import org.itocheck.training.Method;
import org.itocheck.training.experiment.Experiment;
import org.itocheck.training.experiment.PanelRecord;
import org.itocheck.training.experiment.SettingRecord;

/**
 * Noisy gradient descent with the covariance of the mini-batches has the mean test accuracy of SGD in every phase, within the tolerance: of
 * the noise only the covariance matters.
 *
 * @see <a href="https://arxiv.org/abs/2102.12470">Li, Malladi, Arora (2021), section 5.2, Figures 5 and 17 to 19</a>
 */
final class NgdFollowsSgd implements PanelClaim {
    @Override
    public Outcome outcome(Experiment experiment, PanelRecord panel) {
        Optional<SettingRecord> ngd = first(panel, Method.Kind.NGD);
        Optional<SettingRecord> sgd = first(panel, Method.Kind.SGD);
        OutcomeBuilder builder = new OutcomeBuilder(
                        "NgdFollowsSgd", "NGD follows SGD on " + panel.panel().name())
                .formula("|E Acc(phase, NGD) - E Acc(phase, SGD)| <= tolerance in every phase")
                .source("Li, Malladi, Arora 2021, arXiv:2102.12470, Figures 5 and 17 to 19");
        if (ngd.isEmpty() || sgd.isEmpty()) {
            return new Obstacle("the panel does not have both NGD and SGD", "add what is missing")
                    .outcome(builder, experiment);
        }
        return new PhaseClaim(experiment, panel, ngd.get(), sgd.get()).outcome(builder, List.of());
    }

    private static Optional<SettingRecord> first(PanelRecord panel, Method.Kind kind) {
        return panel.settings().stream()
                .filter(setting -> setting.plan().method().kind() == kind)
                .findFirst();
    }
}
