package org.itocheck.claim;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.itocheck.dynamics.Checks;
import org.itocheck.dynamics.Family;
import org.itocheck.dynamics.Problem;
import org.itocheck.observable.Observable;

/**
 * What is looked at: a family on a problem, at some levels, through some observables, at some checkpoints.
 *
 * @param family the family under test
 * @param problem start, loss and time; brought to the family's learning rate, over the same time
 * @param levels the ladder of levels l, each at least 1, no two equal
 * @param observables the test functions g, at least one
 * @param checkpoints k of the times k eta, each between 1 and K, no two equal
 */
public record Setting(
        Family family, Problem problem, List<Integer> levels, List<Observable> observables, List<Integer> checkpoints) {
    /** Checks every argument. */
    public Setting {
        problem = problem.withLearningRate(family.learningRate());
        levels = List.copyOf(levels);
        observables = List.copyOf(observables);
        checkpoints = List.copyOf(checkpoints);
        if (levels.isEmpty()) {
            throw new IllegalArgumentException("levels is empty, expected a ladder such as 1, 2, 4, 8, 16");
        }
        levels.forEach(Checks::level);
        distinct("levels", levels);
        if (observables.isEmpty()) {
            throw new IllegalArgumentException(
                    "observables is empty, expected at least one, for example Observable.squaredNorm()");
        }
        if (checkpoints.isEmpty()) {
            throw new IllegalArgumentException(
                    "checkpoints is empty, expected at least one of 1 to " + problem.steps());
        }
        for (int k : checkpoints) {
            if (k < 1 || k > problem.steps()) {
                throw new IllegalArgumentException("checkpoint is " + k + ", expected 1 to " + problem.steps()
                        + " (SGD steps of " + problem.name() + ")");
            }
        }
        distinct("checkpoints", checkpoints);
    }

    /** All checkpoints of the problem. */
    public static Setting of(Family family, Problem problem, List<Integer> levels, List<Observable> observables) {
        int steps = problem.withLearningRate(family.learningRate()).steps();
        return new Setting(
                family,
                problem,
                levels,
                observables,
                IntStream.rangeClosed(1, steps).boxed().toList());
    }

    /** The number of (observable, checkpoint) pairs. */
    public int pairs() {
        return observables.size() * checkpoints.size();
    }

    /** The largest level. */
    public int finest() {
        return levels.stream().max(Integer::compare).orElseThrow();
    }

    /** One line for messages: time, learning rate, steps. */
    public String describe() {
        return "T = " + Numbers.plain(problem.horizon()) + ", eta = " + Numbers.plain(problem.learningRate())
                + (problem.weightDecay() > 0 ? ", lambda = " + Numbers.plain(problem.weightDecay()) : "") + ", K = "
                + problem.steps() + " steps";
    }

    private static void distinct(String argument, List<Integer> values) {
        Set<Integer> seen = new HashSet<>();
        for (int value : values) {
            if (!seen.add(value)) {
                throw new IllegalArgumentException(argument + " is " + values + ", which names " + value + " twice");
            }
        }
    }
}
