package org.itocheck.dynamics;

import org.itocheck.objective.catalogue.RandomCurvature;
import org.itocheck.random.NoiseLaw;

/** Problems B: random curvature (THEORY 3.B). B3 has no additive noise: its SDE is geometric Brownian motion. */
final class CurvatureProblems {
    private CurvatureProblems() {}

    static void addTo(Problems.Shelf shelf) {
        shelf.put(curvature("B1", 0.5, NoiseLaw.RADEMACHER, NoiseLaw.GAUSSIAN, false));
        shelf.put(curvature("B2", 0.5, NoiseLaw.SKEW_TWO_POINT, NoiseLaw.SKEW_TWO_POINT, true));
        shelf.put(curvature("B3", 0, NoiseLaw.RADEMACHER, NoiseLaw.GAUSSIAN, false));
        shelf.put(curvature("B4", 0.5, NoiseLaw.POISSON, NoiseLaw.POISSON, true));
    }

    private static Problem curvature(String name, double additive, NoiseLaw zeta, NoiseLaw xi, boolean same) {
        return Problem.of(new RandomCurvature(name, 1, 0.5, additive, zeta, xi, same), new double[] {1}, 0.5, 4);
    }
}
