package org.itocheck.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.itocheck.claim.ExactMean;
import org.itocheck.claim.OneStepMoments;
import org.itocheck.claim.Setting;
import org.itocheck.dynamics.Problem;
import org.itocheck.dynamics.Problems;
import org.itocheck.dynamics.optimizer.Svag;
import org.itocheck.observable.Observable;
import org.itocheck.random.Seed;
import org.itocheck.verify.Verifier;
import org.junit.jupiter.api.Test;

class StudyTest {
    @Test
    void claims_are_verified_in_their_order_and_share_one_result() {
        Problem problem = Problems.named("C2");
        Setting setting = Setting.of(Svag.family(problem), problem, List.of(1, 5), List.of(Observable.squaredNorm()));
        StudyResult result = Study.of(
                        "svag", new OneStepMoments(setting), new ExactMean(setting, setting.family(), 0.2))
                .run(Verifier.withSeed(new Seed(3)));
        assertThat(result.exitCode()).isZero();
        assertThat(result.outcomes()).extracting("claim").containsExactly("OneStepMoments", "ExactMean");
        assertThat(result.reproduce()).contains("0x0000000000000003");
    }

    @Test
    void a_study_without_claims_is_refused() {
        assertThatThrownBy(() -> Study.of("nothing")).hasMessageContaining("claims is empty");
    }
}
