package org.itocheck.observable;

import org.itocheck.objective.Evaluator;
import org.itocheck.objective.Objective;

/**
 * |grad L(x)|^2 of the full gradient, without weight decay. Its mean at equilibrium is G (THEORY 1.1).
 *
 * @param objective the loss; it must know its gradient
 */
public record GradientSquaredNorm(Objective objective) implements Observable {
    @Override
    public String name() {
        return "|grad L|^2";
    }

    @Override
    public Measure measure(int lanes) {
        Evaluator evaluator = objective.evaluator(lanes);
        double[][] gradient = new double[objective.dimension()][lanes];
        return (x, out) -> {
            evaluator.gradient(x, gradient);
            Rows.fill(out, 0, lanes);
            for (double[] row : gradient) {
                Rows.addSquare(row, out, lanes);
            }
        };
    }
}
