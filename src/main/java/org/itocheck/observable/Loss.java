package org.itocheck.observable;

import org.itocheck.objective.Evaluator;
import org.itocheck.objective.LeastSquares;
import org.itocheck.objective.Objective;
import org.itocheck.objective.catalogue.AdditiveQuadratic;
import org.itocheck.objective.catalogue.RandomCurvature;

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

    /** 2 for the quadratic losses of the catalogue. */
    @Override
    public double growth() {
        boolean quadratic = objective instanceof AdditiveQuadratic
                || objective instanceof RandomCurvature
                || objective instanceof LeastSquares;
        return quadratic ? 2 : Double.NaN;
    }

    @Override
    public Measure measure(int lanes) {
        Evaluator evaluator = objective.evaluator(lanes);
        return evaluator::value;
    }
}
