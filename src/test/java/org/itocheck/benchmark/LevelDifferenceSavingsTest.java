package org.itocheck.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.itocheck.dynamics.Problem;
import org.itocheck.dynamics.Problems;
import org.itocheck.dynamics.coupled.CoupledLevels;
import org.itocheck.dynamics.sde.EulerMaruyama;
import org.itocheck.ensemble.CellTests;
import org.itocheck.ensemble.Engine;
import org.itocheck.ensemble.Ensemble;
import org.itocheck.ensemble.Estimates;
import org.itocheck.ensemble.Progress;
import org.itocheck.observable.Observable;
import org.itocheck.observable.OnPair;
import org.itocheck.random.Seed;
import org.junit.jupiter.api.Test;

/**
 * What coupling saves: the variance of g(2l) - g(l) with independent levels over that with one noise, at equal cost, since both ways move
 * both states. Prints a table.
 */
class LevelDifferenceSavingsTest {
    private static final long PATHS = 2048;
    private static final int[] LEVELS = {1, 4, 16, 64};

    @Test
    void one_noise_for_two_levels_saves_more_the_finer_they_are() {
        System.out.println("savings of coupled levels 2l and l, at equal cost, cos x[0] at the last step");
        System.out.printf("%-22s %9s %9s %9s %9s%n", "problem", "l = 1", "4", "16", "64");
        for (String name : List.of("A1/gaussian", "B2", "C2", "D1/gaussian", "E4", "digits/logistic")) {
            Problem problem = Problems.named(name);
            List<Double> savings = new ArrayList<>();
            for (int level : LEVELS) {
                savings.add(saving(problem, level));
            }
            System.out.printf(
                    Locale.ROOT,
                    "%-22s %9.0f %9.0f %9.0f %9.0f%n",
                    name,
                    savings.get(0),
                    savings.get(1),
                    savings.get(2),
                    savings.get(3));
            assertThat(savings).as(name).isSorted();
            assertThat(savings.get(2)).as(name).isGreaterThan(100);
        }
    }

    private static double saving(Problem problem, int level) {
        CoupledLevels pairs = new CoupledLevels(EulerMaruyama.family(problem), 2);
        Problem both = CoupledLevels.twice(problem);
        Observable g = Observable.cosine(0);
        Ensemble ensemble = new Ensemble(
                pairs.at(level, both.objective()),
                both,
                level,
                pairs.stepsPerCheckpoint(level),
                List.of(OnPair.first(g), OnPair.second(g), OnPair.difference(g)),
                new Seed(11),
                problem.name().startsWith("digits") ? PATHS / 8 : PATHS);
        Estimates estimates = new Engine(2).run(ensemble, CellTests.NONE, Progress.SILENT);
        int k = problem.steps();
        double independent =
                estimates.moments(k, 0).variance() + estimates.moments(k, 1).variance();
        return independent / estimates.moments(k, 2).variance();
    }
}
