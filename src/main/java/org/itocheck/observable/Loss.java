package org.itocheck.observable;

import org.itocheck.objective.Evaluator;
import org.itocheck.objective.Objective;

/**
 * The loss L(x), without weight decay.
 *
 * @param objective the loss; it must know its value
 */
public record Loss(Objective objective) implements Observable {
    @Override
    public String name() {
        return "loss";
    }

    @Override
    public Measure measure(int lanes) {
        Evaluator evaluator = objective.evaluator(lanes);
        return evaluator::value;
    }
}
