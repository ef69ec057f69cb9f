package org.itocheck.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.itocheck.dynamics.Problem;
import org.itocheck.dynamics.Problems;
import org.itocheck.dynamics.optimizer.Svag;
import org.itocheck.ensemble.CellTests;
import org.itocheck.ensemble.Control;
import org.itocheck.ensemble.Controls;
import org.itocheck.ensemble.Engine;
import org.itocheck.ensemble.Ensemble;
import org.itocheck.ensemble.Estimates;
import org.itocheck.ensemble.Progress;
import org.itocheck.observable.Observable;
import org.itocheck.random.Seed;
import org.itocheck.truth.Truth;
import org.itocheck.truth.Truths;
import org.junit.jupiter.api.Test;

/** What the coordinates save as control variates of SVAG(4), at equal cost, the pilot counted. Prints a table. */
class ControlSavingsTest {
    private static final int LEVEL = 4;
    private static final long PATHS = 1 << 15;

    @Test
    void the_coordinates_save_in_every_test_function_that_is_not_even() {
        System.out.println("savings of the coordinates as control variates, SVAG(4), 32768 paths, last step");
        System.out.printf("%-22s %9s %9s %9s%n", "problem", "|x|^2", "loss", "cos x[0]");
        for (String name : List.of("A1/exp1", "B2", "C2", "C3", "D1/skew2pt", "digits/least-squares")) {
            Problem problem = Problems.named(name);
            Estimates estimates = run(problem);
            List<Double> savings = new ArrayList<>();
            for (int g = 0; g < 3; g++) {
                savings.add(estimates.savingAtEqualCost(problem.steps(), g));
            }
            System.out.printf(
                    Locale.ROOT, "%-22s %9.2f %9.2f %9.2f%n", name, savings.get(0), savings.get(1), savings.get(2));
            assertThat(savings).as(name).allMatch(s -> s > 0.85); // 1/9 of the paths are the pilot
        }
    }

    private static Estimates run(Problem problem) {
        Truth truth = Truths.of(Svag.family(problem).at(LEVEL, problem.objective()), problem)
                .orElseThrow();
        List<Control> controls = new ArrayList<>();
        for (int i = 0; i < problem.start().length; i++) {
            Observable x = Observable.coordinate(i);
            List<Double> means = IntStream.rangeClosed(1, problem.steps())
                    .mapToObj(k -> truth.of(x, k).orElseThrow().mean())
                    .toList();
            controls.add(new Control(x, means));
        }
        Ensemble ensemble = new Ensemble(
                        Svag.family(problem).at(LEVEL, problem.objective()),
                        problem,
                        LEVEL,
                        LEVEL,
                        List.of(Observable.squaredNorm(), Observable.loss(problem.objective()), Observable.cosine(0)),
                        new Seed(5),
                        PATHS)
                .controlledBy(Controls.of(controls));
        return new Engine(2).run(ensemble, CellTests.NONE, Progress.SILENT);
    }
}
