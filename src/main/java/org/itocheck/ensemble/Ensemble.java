package org.itocheck.ensemble;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.itocheck.dynamics.Dynamics;
import org.itocheck.dynamics.Problem;
import org.itocheck.observable.Observable;
import org.itocheck.random.Seed;

/**
 * What is to be simulated: independent trajectories of one process from one start, with every observable taken at every checkpoint. One
 * checkpoint is one SGD step of the problem.
 *
 * @param dynamics the process
 * @param problem start, loss and number of checkpoints K
 * @param level l, for messages
 * @param stepsPerCheckpoint how many steps of the process lie between two checkpoints
 * @param observables what is measured, at least one
 * @param seed the seed of this ensemble alone: derive it with {@link Seed#forPurpose}
 * @param trajectories how many, at least 1
 * @param controls control variates; {@link Controls#NONE} unless said otherwise
 * @param watched the checkpoints at which the observables are taken, each 1 to K, at least one; all unless said otherwise
 */
public record Ensemble(
        Dynamics dynamics,
        Problem problem,
        int level,
        int stepsPerCheckpoint,
        List<Observable> observables,
        Seed seed,
        long trajectories,
        Controls controls,
        List<Integer> watched) {
    /** Checks every argument. */
    public Ensemble {
        observables = List.copyOf(observables);
        if (observables.isEmpty()) {
            throw new IllegalArgumentException("observables is empty, expected at least one test function");
        }
        if (stepsPerCheckpoint < 1) {
            throw new IllegalArgumentException("stepsPerCheckpoint is " + stepsPerCheckpoint + ", expected at least 1");
        }
        if (trajectories < 1) {
            throw new IllegalArgumentException("trajectories is " + trajectories + ", expected at least 1");
        }
        watched = List.copyOf(watched);
        if (watched.isEmpty() || watched.stream().anyMatch(k -> k < 1 || k > problem.steps())) {
            throw new IllegalArgumentException(
                    "watched is " + watched + ", expected at least one checkpoint, each 1 to " + problem.steps()
                            + " (SGD steps of " + problem.name() + ")");
        }
        for (Control control : controls.all()) {
            if (control.means().size() != problem.steps()) {
                throw new IllegalArgumentException(
                        "control " + control.observable().name() + " has "
                                + control.means().size() + " means, the problem has " + problem.steps()
                                + " checkpoints; give the exact mean at each");
            }
        }
        if (dynamics.objective().dimension() != problem.start().length) {
            throw new IllegalArgumentException("dynamics " + dynamics.name() + " has dimension "
                    + dynamics.objective().dimension() + ", the start of " + problem.name() + " has "
                    + problem.start().length + " entries");
        }
    }

    /** Without control variates, watched at all checkpoints. */
    public Ensemble(
            Dynamics dynamics,
            Problem problem,
            int level,
            int stepsPerCheckpoint,
            List<Observable> observables,
            Seed seed,
            long trajectories) {
        this(
                dynamics,
                problem,
                level,
                stepsPerCheckpoint,
                observables,
                seed,
                trajectories,
                Controls.NONE,
                IntStream.rangeClosed(1, problem.steps()).boxed().toList());
    }

    /** The same with control variates. */
    public Ensemble controlledBy(Controls newControls) {
        return with(seed, trajectories, newControls, watched);
    }

    /** The same trajectories with the observables taken at some checkpoints only, which saves their cost at the others. */
    public Ensemble watchedAt(List<Integer> newWatched) {
        return with(seed, trajectories, controls, newWatched);
    }

    private Ensemble with(Seed newSeed, long newTrajectories, Controls newControls, List<Integer> newWatched) {
        return new Ensemble(
                dynamics,
                problem,
                level,
                stepsPerCheckpoint,
                observables,
                newSeed,
                newTrajectories,
                newControls,
                newWatched);
    }

    /** The trajectories to which the coefficients of the controls are fitted: other ones than those of the ensemble. */
    Ensemble pilot() {
        return with(seed.forPurpose("pilot of controls"), controls.pilotTrajectories(), Controls.NONE, watched);
    }

    /** The observables, then the controls. */
    List<Observable> measured() {
        return Stream.concat(observables.stream(), controls.all().stream().map(Control::observable))
                .toList();
    }

    /** K, the number of checkpoints. */
    public int checkpoints() {
        return problem.steps();
    }

    /** How many steps all trajectories make together. */
    public long totalSteps() {
        return trajectories * checkpoints() * stepsPerCheckpoint;
    }
}
