package org.itocheck.claim;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.itocheck.dynamics.Checks;
import org.itocheck.dynamics.Family;
import org.itocheck.dynamics.Problem;
import org.itocheck.ensemble.Ensemble;
import org.itocheck.observable.Observable;
import org.itocheck.random.Seed;

/**
 * What is looked at: a family on a problem, at some levels, through some observables, at some checkpoints.
 *
 * @param family the family under test
 * @param problem start, loss and time; brought to the family's learning rate, over the same time
 * @param levels the ladder of levels l, each at least 1, no two equal
 * @param observables the test functions g, at least one
 * @param checkpoints k of the times k eta, each between 1 and K, no two equal
 * @param controls control variates for claims on means and ladders: used where their exact means are known; none by default
 */
public record Setting(
        Family family,
        Problem problem,
        List<Integer> levels,
        List<Observable> observables,
        List<Integer> checkpoints,
        List<Observable> controls) {
    private static final int MOST_CONTROLS = 64;

    /** Checks every argument. */
    public Setting {
        problem = problem.withLearningRate(family.learningRate());
        levels = List.copyOf(levels);
        observables = List.copyOf(observables);
        checkpoints = List.copyOf(checkpoints);
        controls = List.copyOf(controls);
        if (controls.size() > MOST_CONTROLS) {
            throw new IllegalArgumentException("controls has " + controls.size() + " entries, expected at most "
                    + MOST_CONTROLS + "; take those that go along with the observables");
        }
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

    /** Without control variates. */
    public Setting(
            Family family,
            Problem problem,
            List<Integer> levels,
            List<Observable> observables,
            List<Integer> checkpoints) {
        this(family, problem, levels, observables, checkpoints, List.of());
    }

    /** The same at other checkpoints. */
    public Setting withCheckpoints(List<Integer> newCheckpoints) {
        return new Setting(family, problem, levels, observables, newCheckpoints, controls);
    }

    /** The same with control variates, at most 64. */
    public Setting withControls(List<Observable> newControls) {
        return new Setting(family, problem, levels, observables, checkpoints, newControls);
    }

    /** The same with the coordinates as control variates. */
    public Setting withLinearControls() {
        return withControls(IntStream.range(0, problem.objective().dimension())
                .mapToObj(Observable::coordinate)
                .toList());
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

    /**
     * The trajectories of a family on this problem, watched through these observables at these checkpoints.
     *
     * @param process the family under test, or another that is compared with it; its checkpoints are a learning rate apart
     * @param level l, at least 1
     * @param seed the seed of this ensemble alone, see {@link Seed#forPurpose}
     * @param trajectories how many, at least 1
     * @return an ensemble without control variates, see {@link Ensemble#controlledBy}
     */
    public Ensemble ensemble(Family process, int level, Seed seed, long trajectories) {
        return new Ensemble(
                        process.at(level, problem.objective()),
                        problem,
                        level,
                        process.stepsPerCheckpoint(level),
                        observables,
                        seed,
                        trajectories)
                .watchedAt(checkpoints);
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
