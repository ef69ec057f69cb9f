package org.itocheck.claim;

import org.itocheck.dynamics.Problem;
import org.itocheck.objective.Evaluator;
import org.itocheck.objective.Objective;

/** A loss behind a type that no theory knows: the same trajectories, but no exact truth. */
record Hidden(Objective inner) implements Objective {
    static Problem hide(Problem problem) {
        return new Problem(
                "hidden " + problem.name(),
                new Hidden(problem.objective()),
                problem.start(),
                problem.learningRate(),
                problem.weightDecay(),
                problem.steps());
    }

    @Override
    public String name() {
        return "hidden " + inner.name();
    }

    @Override
    public int dimension() {
        return inner.dimension();
    }

    @Override
    public Evaluator evaluator(int lanes) {
        return inner.evaluator(lanes);
    }
}
