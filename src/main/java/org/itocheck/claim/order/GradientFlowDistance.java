package org.itocheck.claim.order;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.itocheck.claim.Cell;
import org.itocheck.claim.Claim;
import org.itocheck.claim.Laboratory;
import org.itocheck.claim.Numbers;
import org.itocheck.claim.Outcome;
import org.itocheck.claim.OutcomeBuilder;
import org.itocheck.dynamics.Problem;
import org.itocheck.dynamics.optimizer.Gd;
import org.itocheck.dynamics.sde.GradientFlow;
import org.itocheck.observable.Observable;
import org.itocheck.truth.Truth;
import org.itocheck.truth.Truths;

/**
 * Figure 3: gradient descent stays close to gradient flow, {@code max_k |x_k - X(k eta)| <= bound}. On the loss x^2 from 1 the distance is
 * eta/e for small eta, and 0.965 at eta = 0.9 (THEORY 3.I).
 *
 * @param problem a quadratic or least-squares loss, its learning rate and its number of steps
 * @param bound in the unit of x, positive
 * @see <a href="https://arxiv.org/abs/2102.12470">Li, Malladi, Arora (2021), Figure 3</a>
 */
public record GradientFlowDistance(Problem problem, double bound) implements Claim {
    /** Checks the bound. */
    public GradientFlowDistance {
        if (!(bound > 0)) {
            throw new IllegalArgumentException("bound is " + bound + ", expected a positive distance");
        }
    }

    @Override
    public int cells() {
        return 1;
    }

    @Override
    public Outcome evaluate(Laboratory laboratory) {
        OutcomeBuilder builder = builder();
        Optional<Truth> descent = Truths.of(Gd.family(problem).at(1, problem.objective()), problem);
        Optional<Truth> flow = Truths.of(GradientFlow.of(problem), problem);
        if (descent.isEmpty() || flow.isEmpty()) {
            return builder.obstacle("gradient flow on " + problem.objective().name() + " is not known")
                    .build(List.of(), laboratory);
        }
        List<Cell> cells = new ArrayList<>();
        double farthest = 0;
        int when = 1;
        for (int k = 1; k <= problem.steps(); k++) {
            double square = 0;
            for (int i = 0; i < problem.objective().dimension(); i++) {
                double difference = coordinate(descent.get(), i, k) - coordinate(flow.get(), i, k);
                square += difference * difference;
            }
            double distance = Math.sqrt(square);
            when = distance > farthest ? k : when;
            farthest = Math.max(farthest, distance);
            cells.add(Cell.atMost("distance", 1, problem.learningRate(), k, distance, bound));
        }
        return builder.passes("the distance is at most " + Numbers.plain(farthest) + ", at k = " + when)
                .build(cells, laboratory);
    }

    private static double coordinate(Truth truth, int i, int k) {
        return truth.of(Observable.coordinate(i), k).orElseThrow().mean();
    }

    private OutcomeBuilder builder() {
        return new OutcomeBuilder(
                        "GradientFlowDistance",
                        "gradient descent on " + problem.name() + " stays within " + Numbers.plain(bound)
                                + " of gradient flow")
                .formula("max over k of |x_k - X(k eta)| <= " + Numbers.plain(bound))
                .source("Li, Malladi, Arora 2021, arXiv:2102.12470, Figure 3; THEORY 3.I")
                .truth("closed form of both")
                .setting("eta = " + Numbers.plain(problem.learningRate()) + ", K = " + problem.steps() + " steps")
                .fails(worst -> "the distance is " + Numbers.plain(worst.estimate()) + " at k = " + worst.checkpoint())
                .diagnosis(worst -> "a smaller learning rate brings them closer, in proportion to it")
                .power("no randomness")
                .remedies(List.of("take a quadratic or a least-squares loss"));
    }
}
