package org.itocheck.dynamics;

import java.util.List;
import org.itocheck.objective.catalogue.AdditiveQuadratic;
import org.itocheck.random.NoiseLaw;

/** Problems G: A1 with noise that lacks moments, so that hypotheses of the theory fail (THEORY 3.G, X11). */
final class HeavyTailProblems {
    private HeavyTailProblems() {}

    static void addTo(Problems.Shelf shelf) {
        for (NoiseLaw law : List.of(NoiseLaw.STUDENT_3, NoiseLaw.STUDENT_5, NoiseLaw.STABLE)) {
            String name = "G/" + law.label();
            shelf.put(Problem.of(AdditiveQuadratic.scalar(name, 1, 1, law), new double[] {1}, 0.5, 4));
        }
    }
}
