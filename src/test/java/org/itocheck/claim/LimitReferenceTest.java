package org.itocheck.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.itocheck.dynamics.Family;
import org.itocheck.dynamics.Problem;
import org.itocheck.dynamics.optimizer.Svag;
import org.itocheck.dynamics.sde.ItoSde;
import org.itocheck.observable.Observable;
import org.itocheck.truth.Truth;
import org.itocheck.truth.Truths;
import org.junit.jupiter.api.Test;

/** Where no exact truth exists the limit is estimated by Euler-Maruyama, and the claims still tell right from wrong. */
class LimitReferenceTest {
    private static final Problem HIDDEN = Hidden.hide(Settings.C2);
    private static final Observable LOSS = Observable.loss(Settings.C2.objective());

    @Test
    void the_estimated_reference_agrees_with_the_exact_one() {
        Outcome outcome = Settings.budget(1 << 18).verify(claim(Svag.family(HIDDEN)));
        Truth exact = Truths.of(ItoSde.of(Settings.C2), Settings.C2).orElseThrow();
        double truth = exact.of(LOSS, Settings.C2.steps()).orElseThrow().mean();

        assertThat(Truths.of(ItoSde.of(HIDDEN), HIDDEN)).isEmpty();
        assertThat(outcome.truth())
                .startsWith("Euler-Maruyama at coupled l = 1, 2, 4, 8, 16 extrapolates to E loss = 0.6")
                .endsWith("(one standard error)");
        double standardError = Double.parseDouble(outcome.truth().replaceAll(".* ± ([\\d.]+) .*", "$1"));
        assertThat(standardError).isBetween(1e-5, 2e-3);
        assertThat(outcome.cells())
                .allSatisfy(cell ->
                        assertThat(cell.truth()).isBetween(truth - 6 * standardError, truth + 6 * standardError));
    }

    @Test
    void the_right_family_passes_against_it() {
        Outcome outcome = Settings.budget(1 << 19).verify(claim(Svag.family(HIDDEN)));

        assertThat(outcome.verdict()).as(outcome.headline()).isEqualTo(Verdict.PASS);
    }

    @Test
    void a_wrong_limit_fails_against_it() {
        Outcome outcome = Settings.budget(1 << 17).verify(claim(Settings.rootOfLevel(HIDDEN)));

        assertThat(outcome.verdict()).as(outcome.headline()).isEqualTo(Verdict.FAIL);
        assertThat(outcome.diagnosis()).startsWith("the error tends to -0.0").endsWith(" as l grows, not to 0");
    }

    @Test
    void one_observable_without_exact_mean_makes_the_whole_reference_estimated() {
        Setting known = Settings.last(Svag.family(Settings.C2), Settings.C2, List.of(2, 4), LOSS);
        Setting unknown =
                Settings.last(Svag.family(Settings.C2), Settings.C2, List.of(2, 4), LOSS, Observable.cosine(0));

        assertThat(LimitReference.exact(ItoSde.of(Settings.C2), known)).isPresent();
        assertThat(LimitReference.exact(ItoSde.of(Settings.C2), unknown)).isEmpty();
    }

    private static LimitBias claim(Family family) {
        Setting setting = Settings.last(family, HIDDEN, List.of(2, 4, 8, 16), LOSS);
        return new LimitBias(setting, ItoSde.of(HIDDEN), Tolerance.withinDeviations(0.1));
    }
}
