package org.itocheck.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.itocheck.dynamics.Dynamics;
import org.itocheck.dynamics.Problem;
import org.itocheck.dynamics.Problems;
import org.itocheck.dynamics.optimizer.Svag;
import org.itocheck.dynamics.sde.EulerMaruyama;
import org.itocheck.dynamics.sde.ItoSde;
import org.itocheck.objective.LeastSquares;
import org.itocheck.observable.ArsinhPolynomial;
import org.itocheck.observable.Observable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The truths of B3, C4, D2, D3 and H1, each by a second way. */
class NewProblemsTruthTest {
    @Test
    void b3_is_geometric_brownian_motion() {
        Problem problem = Problems.named("B3");
        Truth sde = Truths.of(ItoSde.of(problem), problem).orElseThrow();
        for (int m = 1; m <= 8; m++) {
            double rate = -m + 0.5 * m * (m - 1) * 0.5 * 0.25;
            assertThat(mean(sde, Observable.power(0, m), 4)).isCloseTo(Math.exp(2 * rate), within(1e-15));
            assertThat(mean(truth(problem, 2), Observable.power(0, m), 4))
                    .isCloseTo(Math.pow(stepMoment(m, 2), 8), within(1e-15));
        }
    }

    /** E (1 - r (1 + tau (a z1 + b z2)))^m over the four signs. */
    private static double stepMoment(int m, int level) {
        double sum = 0;
        for (int z1 = -1; z1 <= 1; z1 += 2) {
            for (int z2 = -1; z2 <= 1; z2 += 2) {
                double slope = 1 + 0.5 * (Svag.first(level) * z1 + Svag.second(level) * z2);
                sum += Math.pow(1 - 0.5 / level * slope, m) / 4;
            }
        }
        return sum;
    }

    @Test
    void c4_has_the_data_of_the_theory_sheet() {
        LeastSquares loss = (LeastSquares) Problems.named("C4").objective();
        assertThat(loss.features()[0]).containsExactly(-1, 0, 0, -1, 0, 0, 0, 1, 0, -1);
        assertThat(loss.features()[9]).containsExactly(1, 0, 0, 1, -1, 1, 0, -1, -1, 0);
        assertThat(loss.features()[19]).containsExactly(0, -1, 1, -1, 1, -1, -1, 0, 0, 1);
        assertThat(loss.targets()).containsExactly(0, 0, 0, 1, 1, -1, 0, 1, -1, -1, 1, 1, 1, -1, 1, 0, 1, 1, -1, -1);
    }

    /** Of C4 the first two moments are known; one step from the start is the formula of one step, and Euler-Maruyama extrapolates to the SDE. */
    @Test
    void c4_has_the_moments_of_one_step_and_the_limit_of_euler_maruyama() {
        Problem problem = Problems.named("C4");
        LeastSquares loss = (LeastSquares) problem.objective();
        Truth one = Truths.of(new Svag(loss, 1, 0.1, 0), problem).orElseThrow();
        OneStepFormulas formula =
                OneStepFormulas.svag(loss.gradientMoments(problem.start()).orElseThrow(), 1, 0.1);
        for (int i = 0; i < 10; i++) {
            assertThat(mean(one, Observable.coordinate(i), 1)).isCloseTo(1 + formula.mean()[i], within(1e-14));
            double square = 1 + 2 * formula.mean()[i] + formula.second()[i][i];
            assertThat(mean(one, Observable.power(i, 2), 1)).isCloseTo(square, within(1e-14));
        }
        Observable g = Observable.loss(loss);
        assertThat(mean(Truths.of(ItoSde.of(problem), problem).orElseThrow(), g, 10))
                .isCloseTo(extrapolated(problem, g, 10, 4, 7), within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({
        "D2/rademacher, 1, 4",
        "D2/rademacher, 2, 4",
        "D2/skew2pt, 2, 4",
        "D3, 1, 6",
        "D3, 2, 2",
        "H1/rademacher, 1, 4",
        "H1/rademacher, 2, 4"
    })
    void every_path_of_the_step_itself_agrees(String name, int level, int checkpoint) {
        Problem problem = Problems.named(name);
        Dynamics svag = Svag.family(problem).at(level, problem.objective());
        List<Observable> observables = new ArrayList<>(List.of(Observable.coordinate(0), Observable.power(0, 2)));
        if (name.startsWith("H1")) {
            observables.addAll(List.of(ArsinhPolynomial.power(0, 1), new ArsinhPolynomial(0, 0, 8, -6, 1)));
        } else {
            observables.addAll(
                    List.of(Observable.power(0, 4), Observable.cosine(0), Observable.loss(problem.objective())));
        }
        double[] enumerated = PathEnumeration.expectations(svag, problem.start(), level * checkpoint, observables);
        Truth truth = truth(problem, level);
        for (int i = 0; i < enumerated.length; i++) {
            assertThat(mean(truth, observables.get(i), checkpoint))
                    .as(observables.get(i).name())
                    .isCloseTo(enumerated[i], within(3e-13 * (1 + Math.abs(enumerated[i]))));
        }
    }

    @ParameterizedTest
    @CsvSource({"D2/gaussian", "D3"})
    void the_sde_is_what_euler_maruyama_extrapolates_to(String name) {
        Problem problem = Problems.named(name);
        Truth sde = Truths.of(ItoSde.of(problem), problem).orElseThrow();
        for (Observable g : List.of(Observable.coordinate(0), Observable.cosine(0))) {
            assertThat(mean(sde, g, problem.steps()))
                    .as(g.name())
                    .isCloseTo(extrapolated(problem, g, problem.steps(), 4, 6), within(2e-11));
        }
    }

    @Test
    void h1_says_what_it_cannot_know() {
        Problem gaussian = Problems.named("H1/gaussian");
        Truth svag = truth(gaussian, 4);
        assertThat(svag.of(Observable.power(0, 3), 1)).isEmpty();
        assertThat(svag.of(Observable.cosine(0), 1)).isEmpty();
        assertThat(Truths.of(Svag.family(gaussian).at(512, gaussian.objective()), gaussian))
                .isEmpty();
        Truth far = Truths.of(Svag.family(gaussian).at(1, gaussian.objective()), gaussian.withStart(Math.sinh(11)))
                .orElseThrow();
        assertThat(far.of(Observable.coordinate(0), 1)).isEmpty();
        assertThat(Truths.of(new ItoSde(gaussian.objective(), 0.2, 0), gaussian))
                .isEmpty();
        Truth sde = Truths.of(ItoSde.of(gaussian), gaussian).orElseThrow();
        assertThat(mean(sde, Observable.coordinate(0), 4)).isCloseTo(Math.exp(0.5) * Math.sinh(1), within(1e-15));
        assertThat(sde.of(Observable.cosine(0), 4)).isEmpty();
    }

    private static Truth truth(Problem problem, int level) {
        return Truths.of(Svag.family(problem).at(level, problem.objective()), problem)
                .orElseThrow();
    }

    private static double mean(Truth truth, Observable g, int k) {
        return truth.of(g, k).orElseThrow().mean();
    }

    /** Romberg's extrapolation of Euler-Maruyama at levels first, 2 first, ... */
    private static double extrapolated(Problem problem, Observable g, int k, int first, int count) {
        double[] row = new double[count];
        for (int i = 0; i < count; i++) {
            Dynamics euler = EulerMaruyama.family(problem).at(first << i, problem.objective());
            row[i] = mean(Truths.of(euler, problem).orElseThrow(), g, k);
        }
        for (int order = 1; order < count; order++) {
            double power = Math.scalb(1.0, order);
            for (int i = count - 1; i >= order; i--) {
                row[i] = (power * row[i] - row[i - 1]) / (power - 1);
            }
        }
        return row[count - 1];
    }
}
