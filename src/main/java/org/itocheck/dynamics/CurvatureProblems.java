package org.itocheck.dynamics;

import org.itocheck.objective.catalogue.RandomCurvature;
import org.itocheck.random.NoiseLaw;

/** Problems B: random curvature (THEORY 3.B). */
final class CurvatureProblems {
    private CurvatureProblems() {}

    static void addTo(Problems.Shelf shelf) {
        shelf.put(curvature("B1", NoiseLaw.RADEMACHER, NoiseLaw.GAUSSIAN, false));
        shelf.put(curvature("B2", NoiseLaw.SKEW_TWO_POINT, NoiseLaw.SKEW_TWO_POINT, true));
    }

    private static Problem curvature(String name, NoiseLaw zeta, NoiseLaw xi, boolean same) {
        return Problem.of(new RandomCurvature(name, 1, 0.5, 0.5, zeta, xi, same), new double[] {1}, 0.5, 4);
    }
}
