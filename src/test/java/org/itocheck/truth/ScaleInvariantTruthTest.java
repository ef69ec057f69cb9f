package org.itocheck.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.itocheck.dynamics.Dynamics;
import org.itocheck.dynamics.Problem;
import org.itocheck.dynamics.Problems;
import org.itocheck.dynamics.optimizer.Svag;
import org.itocheck.dynamics.sde.ItoSde;
import org.itocheck.observable.Observable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScaleInvariantTruthTest {
    private static final Problem E4 = Problems.named("E4");
    private static final List<Observable> E4_OBSERVABLES = List.of(
            Observable.squaredNorm(),
            Observable.directionCosine(0),
            Observable.gradientSquaredNorm(E4.objective()),
            Observable.noiseTrace(E4.objective()));

    /** THEORY 3.E, table of E4: means and variances of rho, c, G and tr S. */
    @ParameterizedTest
    @CsvSource({
        "1, 2.8506055906407766, 0.8542521512069925, 0.09164278512996421, 0.5709631528937542, 0.13926983067344523, 1e-7",
        "4, 2.5733082779245477, 0.8517796057707948, 0.09961523438718123, 0.6243606402648508, 0.027595659269963768, 5e-8",
        "64, 2.495570073574359, 0.8509999346685729, 0.10219411516235327, 0.6413026576076002, 0.0016194353019738372, 8e-6"
    })
    void svag_on_e4_has_the_means_of_the_theory(
            int level, double rho, double c, double g, double trace, double variance, double accuracy) {
        Truth truth = Truths.of(Svag.family(E4).at(level, E4.objective()), E4).orElseThrow();
        double[] means = {rho, c, g, trace};
        for (int i = 0; i < means.length; i++) {
            assertThat(mean(truth, E4_OBSERVABLES.get(i))).isCloseTo(means[i], within(accuracy));
        }
        assertThat(truth.of(E4_OBSERVABLES.get(0), 8).orElseThrow().variance()).isCloseTo(variance, within(accuracy));
        assertThat(truth.source()).isEqualTo("collocation");
    }

    @Test
    void the_sde_on_e4_has_the_means_of_the_theory_and_a_norm_without_variance() {
        Truth truth = Truths.of(ItoSde.of(E4), E4).orElseThrow();
        double[] means = {2.490518850266168, 0.850948504700039, 0.10236699103731793, 0.6424364143355125};
        for (int i = 0; i < means.length; i++) {
            assertThat(mean(truth, E4_OBSERVABLES.get(i))).isCloseTo(means[i], within(1e-10));
        }
        assertThat(truth.of(E4_OBSERVABLES.get(0), 8).orElseThrow().variance()).isCloseTo(0, within(1e-12));
        for (int k = 1; k <= 8; k++) {
            double square = 8 + (4 - 8) * StrictMath.exp(-4 * 0.05 * 0.5 * k);
            assertThat(truth.of(E4_OBSERVABLES.get(0), k).orElseThrow().mean())
                    .isCloseTo(Math.sqrt(square), within(1e-10));
        }
    }

    /**
     * All paths of the production step: 4096 for six steps of SGD, 65536 for two SGD steps of SVAG(2). Long steps of few values make
     * functions of the start less smooth, and six of them leave an error of 2e-6, which no simulation sees.
     */
    @ParameterizedTest
    @CsvSource({"E2, 1, 6, 5e-6", "E2, 2, 2, 1e-8", "E5, 2, 2, 1e-8"})
    void on_the_circle_the_means_are_those_of_all_paths(String name, int level, int steps, double accuracy) {
        Problem problem = Problems.named(name).withSteps(steps);
        Dynamics svag = Svag.family(problem).at(level, problem.objective());
        List<Observable> observables = List.of(
                Observable.coordinate(0),
                Observable.power(1, 3),
                Observable.squaredNorm(),
                Observable.loss(problem.objective()),
                Observable.gradientSquaredNorm(problem.objective()),
                Observable.noiseTrace(problem.objective()));
        double[] exact = PathEnumeration.expectations(svag, problem.start(), steps * level, observables);
        Truth truth = Truths.of(svag, problem).orElseThrow();
        for (int g = 0; g < exact.length; g++) {
            assertThat(truth.of(observables.get(g), steps).orElseThrow().mean())
                    .as(observables.get(g).name())
                    .isCloseTo(exact[g], within(accuracy));
        }
    }

    @Test
    void what_the_direction_does_not_tell_is_not_claimed() {
        Truth truth = Truths.of(Svag.family(E4).at(1, E4.objective()), E4.withSteps(1))
                .orElseThrow();
        assertThat(truth.of(Observable.coordinate(0), 1)).isPresent();
        assertThat(truth.of(Observable.power(0, 2), 1)).isPresent();
        assertThat(truth.of(Observable.loss(E4.objective()), 1)).isPresent();
        assertThat(truth.of(Observable.coordinate(1), 1)).isEmpty();
        assertThat(truth.of(Observable.directionCosine(2), 1)).isEmpty();
        assertThat(truth.of(Observable.cosine(0), 1)).isEmpty();
        assertThat(truth.of(Observable.noiseTrace(Problems.named("E1").objective()), 1))
                .isEmpty();
        assertThat(Truths.of(Svag.family(0.5).at(1, E4.objective()), E4)).isEmpty();
    }

    private static double mean(Truth truth, Observable g) {
        return truth.of(g, 8).orElseThrow().mean();
    }
}
