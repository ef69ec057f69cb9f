package org.itocheck.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.itocheck.dynamics.Problem;
import org.itocheck.dynamics.Problems;
import org.itocheck.dynamics.optimizer.Svag;
import org.itocheck.ensemble.CellTests;
import org.itocheck.ensemble.Engine;
import org.itocheck.ensemble.Ensemble;
import org.itocheck.ensemble.Progress;
import org.itocheck.observable.Controlled;
import org.itocheck.observable.Observable;
import org.itocheck.random.Seed;
import org.itocheck.stats.Moments;
import org.junit.jupiter.api.Test;

/** A test function less its control variates has an exact mean and variance where all of it has. */
class ControlledTruthTest {
    private static final Observable X = Observable.coordinate(0);
    private static final Observable SQUARE = Observable.power(0, 2);

    @Test
    void a_gaussian_square_less_its_best_multiple_of_x_has_variance_2_s_to_the_fourth() {
        Truth truth = truth(Problems.named("A1/gaussian"));
        Expectation x = truth.of(X, 3).orElseThrow();
        Controlled best = Controlled.of(SQUARE, List.of(X), 2 * x.mean());
        Expectation e = truth.of(best, 3).orElseThrow();
        assertThat(e.variance()).isCloseTo(2 * x.variance() * x.variance(), within(1e-12));
        assertThat(e.mean()).isCloseTo(x.variance() - x.mean() * x.mean(), within(1e-12));
    }

    @Test
    void closed_forms_recursions_and_grids_know_it_as_trajectories_do() {
        for (String name : List.of("A1/exp1", "B2", "C2", "D1/skew2pt")) {
            Problem problem = Problems.named(name);
            Observable loss = Observable.loss(problem.objective());
            Controlled g = Controlled.of(loss, List.of(X, SQUARE), 0.3, -0.2);
            Ensemble ensemble = new Ensemble(
                    Svag.family(problem).at(2, problem.objective()), problem, 2, 2, List.of(g), new Seed(3), 1 << 15);
            Moments sample =
                    new Engine(2).run(ensemble, CellTests.NONE, Progress.SILENT).moments(problem.steps(), 0);
            Expectation e = truth(problem).of(g, problem.steps()).orElseThrow();
            assertThat(Math.abs(sample.mean() - e.mean())).as(name).isLessThan(5 * sample.standardError());
            assertThat(sample.variance() / e.variance()).as(name).isBetween(0.8, 1.25);
        }
    }

    @Test
    void what_is_not_known_of_a_part_is_not_known_of_the_whole() {
        Truth truth = truth(Problems.named("A1/gaussian"));
        Observable own = Observable.of("own", x -> x[0]);
        assertThat(truth.of(Controlled.of(SQUARE, List.of(own), 1), 1)).isEmpty();
        assertThat(truth.of(Controlled.of(own, List.of(X), 1), 1)).isEmpty();
        assertThat(truth.of(Controlled.of(Observable.cosine(0), List.of(X), 1), 1))
                .isEmpty();
    }

    @Test
    void each_control_has_a_coefficient() {
        assertThatThrownBy(() -> Controlled.of(SQUARE, List.of(X), 1, 2))
                .hasMessage("coefficients has 2 entries, there are 1 controls; give one coefficient for each");
        assertThat(Controlled.of(SQUARE, List.of(X), 1).name()).isEqualTo("x[0]^2 less its controls");
        assertThat(Controlled.of(X, List.of(SQUARE), 1).growth()).isEqualTo(2);
    }

    private static Truth truth(Problem problem) {
        return Truths.of(Svag.family(problem).at(2, problem.objective()), problem)
                .orElseThrow();
    }
}
