package org.itocheck.dynamics;

import java.util.List;
import org.itocheck.objective.catalogue.DoubleWell;
import org.itocheck.random.NoiseLaw;

/** Problems D: nonlinear losses in one dimension (THEORY 3.D). */
final class NonlinearProblems {
    private NonlinearProblems() {}

    static void addTo(Problems.Shelf shelf) {
        for (NoiseLaw law : List.of(NoiseLaw.GAUSSIAN, NoiseLaw.RADEMACHER, NoiseLaw.SKEW_TWO_POINT)) {
            shelf.put(Problem.of(new DoubleWell("D1/" + law.label(), law), new double[] {0.5}, 0.5, 4));
        }
    }
}
