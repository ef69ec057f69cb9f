package org.itocheck.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.itocheck.dynamics.Problem;
import org.itocheck.dynamics.Problems;
import org.itocheck.dynamics.optimizer.Svag;
import org.itocheck.observable.Observable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Simulation against collocation: two ways to the same means that share nothing but the loss. */
class ScaleInvariantMeansTest {
    @Test
    void svag_on_the_sphere_has_the_means_that_collocation_knows() {
        svag_has_the_means_that_collocation_knows("E4");
    }

    @Tag("slow")
    @ParameterizedTest
    @ValueSource(strings = {"E2", "E3", "E5"})
    void svag_has_the_means_that_collocation_knows(String name) {
        Problem problem = Problems.named(name);
        Setting setting = Settings.last(
                Svag.family(problem),
                problem,
                List.of(1, 4),
                Observable.squaredNorm(),
                Observable.coordinate(0),
                Observable.directionCosine(0),
                Observable.loss(problem.objective()),
                Observable.gradientSquaredNorm(problem.objective()),
                Observable.noiseTrace(problem.objective()));
        Outcome outcome = Settings.budget(1 << 17).verify(new ExactMean(setting, Svag.family(problem), 0.05));

        assertThat(outcome.verdict()).as(outcome.headline()).isEqualTo(Verdict.PASS);
    }
}
