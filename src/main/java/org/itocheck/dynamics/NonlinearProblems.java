package org.itocheck.dynamics;

import java.util.List;
import org.itocheck.objective.catalogue.DoubleWell;
import org.itocheck.objective.catalogue.LogisticLine;
import org.itocheck.objective.catalogue.SineValley;
import org.itocheck.objective.catalogue.SinhGrowth;
import org.itocheck.random.NoiseLaw;

/** Problems D and H: nonlinear losses in one dimension (THEORY 3.D, 3.H). */
final class NonlinearProblems {
    private NonlinearProblems() {}

    static void addTo(Problems.Shelf shelf) {
        for (NoiseLaw law : List.of(NoiseLaw.GAUSSIAN, NoiseLaw.RADEMACHER, NoiseLaw.SKEW_TWO_POINT)) {
            shelf.put(Problem.of(new DoubleWell("D1/" + law.label(), law), new double[] {0.5}, 0.5, 4));
        }
        for (NoiseLaw law : List.of(NoiseLaw.GAUSSIAN, NoiseLaw.RADEMACHER, NoiseLaw.SKEW_TWO_POINT)) {
            shelf.put(Problem.of(new SineValley("D2/" + law.label(), law), new double[] {1}, 0.6, 4));
        }
        LogisticLine logistic = new LogisticLine("D3", new double[] {1, -2, 0.5, 3}, 0.1, 1);
        shelf.put(Problem.of(logistic, new double[] {2}, 0.5, 6));
        for (NoiseLaw law : List.of(NoiseLaw.GAUSSIAN, NoiseLaw.RADEMACHER)) {
            shelf.put(Problem.of(new SinhGrowth("H1/" + law.label(), 0.25, law), new double[] {0}, 0.25, 4));
        }
    }
}
