package org.itocheck.claim;

import java.util.ArrayList;
import java.util.List;
import org.itocheck.dynamics.Problem;
import org.itocheck.dynamics.sde.ItoSde;
import org.itocheck.objective.GradientMoments;
import org.itocheck.truth.OneStepFormulas;
import org.itocheck.truth.SdeOneStep;

/**
 * The SDE over the time eta/l of one SVAG step has the moments of Lemma 4.4, with its sign corrected (THEORY X1): each of
 * {@code |E dX + (eta/l) grad L'|}, {@code |E dX dX' - (eta/l) eta S|}, {@code |E dX^(x3)|} and {@code sqrt(E|dX|^8)} is O(1/l^2). No
 * randomness: the moments come from the moment ODE, and l^2 times each must not grow by more than a tenth when l doubles at large l, where a
 * term of order 1/l that is wrong makes it double.
 *
 * @param problem loss, learning rate and weight decay that the lemma speaks of; a {@code LeastSquares} loss of at most 3 dimensions
 * @param limit the SDE looked at; usually {@code ItoSde.of(problem)}
 * @param points where it starts, each of shape [d]
 * @see <a href="https://arxiv.org/abs/2102.12470">Li, Malladi, Arora (2021), Lemma 4.4</a>
 */
public record SdeOneStepMoments(Problem problem, ItoSde limit, List<double[]> points) implements Claim {
    private static final List<Integer> LEVELS = List.of(64, 128, 256, 512);
    private static final double GROWTH = 0.1;
    private static final String[] NAMES = {
        "l^2 |E dX + (eta/l) grad L|", "l^2 |E dX dX' - (eta/l) eta S|", "l^2 |E dX^3|", "l^2 sqrt(E|dX|^8)"
    };

    /** Checks the points. */
    public SdeOneStepMoments {
        points = points.stream().map(double[]::clone).toList();
        if (points.isEmpty()) {
            throw new IllegalArgumentException("points is empty, expected at least one point to start from");
        }
        for (double[] x : points) {
            problem.withStart(x);
        }
    }

    /** At the start of the problem and at (2, 1, 1/2, ...). */
    public SdeOneStepMoments(Problem problem) {
        this(problem, ItoSde.of(problem), OneStepMoments.defaultPoints(problem));
    }

    @Override
    public int cells() {
        return 1;
    }

    @Override
    public Outcome evaluate(Laboratory laboratory) {
        OutcomeBuilder builder = builder();
        List<Cell> cells = new ArrayList<>();
        for (double[] x : points) {
            double[] before = scaled(x, LEVELS.get(0));
            for (int level : LEVELS.subList(1, LEVELS.size())) {
                double[] after = scaled(x, level);
                for (int q = 0; q < NAMES.length; q++) {
                    cells.add(cell(NAMES[q] + OneStepMoments.at(x), level, before[q], after[q]));
                }
                before = after;
            }
        }
        return builder.passes("all " + cells.size() + " remainders stay below 1.1 of their value at l/2")
                .build(cells, laboratory);
    }

    /** l^2 times each of the four remainders, the largest entry of each tensor. */
    private double[] scaled(double[] x, int level) {
        double time = problem.learningRate() / level;
        GradientMoments gradient = OneStepMoments.decayed(problem, x);
        OneStepFormulas leading = OneStepFormulas.sde(gradient, problem.learningRate(), time);
        SdeOneStep step = SdeOneStep.of(limit, x, time);
        double mean = 0;
        double second = 0;
        double third = 0;
        for (int i = 0; i < x.length; i++) {
            mean = Math.max(mean, Math.abs(step.mean()[i] - leading.mean()[i]));
            for (int j = 0; j < x.length; j++) {
                second = Math.max(second, Math.abs(step.second()[i][j] - leading.second()[i][j]));
                for (int k = 0; k < x.length; k++) {
                    third = Math.max(third, Math.abs(step.third()[i][j][k]));
                }
            }
        }
        double square = (double) level * level;
        return new double[] {
            square * mean, square * second, square * third, square * Math.sqrt(step.eighthPowerOfNorm())
        };
    }

    private Cell cell(String name, int level, double before, double after) {
        double allowed = GROWTH * before;
        Verdict verdict = after - before <= allowed ? Verdict.PASS : Verdict.FAIL;
        return new Cell(
                name,
                level,
                problem.learningRate() / level,
                1,
                after,
                before,
                after - before,
                0,
                allowed,
                0,
                0,
                verdict,
                "");
    }

    private OutcomeBuilder builder() {
        return new OutcomeBuilder(
                        "SdeOneStepMoments",
                        "one step of the SDE of " + problem.name() + " has the moments of Lemma 4.4")
                .formula("each remainder of the one-step moments of the SDE over eta/l is O(1/l^2)")
                .source("Li, Malladi, Arora 2021, arXiv:2102.12470, Lemma 4.4; THEORY 1.3")
                .truth("moment ODE")
                .setting("eta = " + Numbers.plain(problem.learningRate()))
                .fails(worst -> worst.observable() + " grows from " + Numbers.brief(worst.truth()) + " at l = "
                        + worst.level() / 2 + " to " + Numbers.brief(worst.estimate()))
                .diagnosis(worst -> "a term of order 1/l is wrong in the drift or in the diffusion")
                .power("no randomness: the moment ODE is solved to rounding")
                .levels(LEVELS);
    }
}
