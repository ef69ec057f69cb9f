package org.itocheck.dynamics;

import java.util.function.Supplier;
import org.itocheck.objective.Objective;
import org.itocheck.objective.data.Digits;

/** Problems on the handwritten digits (THEORY 3.R), all from 0. */
final class DigitsProblems {
    private DigitsProblems() {}

    static void addTo(Problems.Shelf shelf) {
        put(shelf, "digits/least-squares", () -> fromZero(Digits.leastSquares(10, 8), 0.5, 0, 4));
        put(shelf, "digits/logistic", () -> fromZero(Digits.logistic(10, 8, 3, 8), 1, 0.1, 5));
        put(shelf, "digits/softmax-64", () -> fromZero(Digits.softmax(16), 0.5, 0.01, 6));
    }

    private static void put(Problems.Shelf shelf, String name, Supplier<Problem> problem) {
        shelf.put(name, () -> problem.get().named(name));
    }

    private static Problem fromZero(Objective loss, double learningRate, double weightDecay, int steps) {
        return Problem.of(loss, new double[loss.dimension()], learningRate, steps)
                .withWeightDecay(weightDecay);
    }
}
