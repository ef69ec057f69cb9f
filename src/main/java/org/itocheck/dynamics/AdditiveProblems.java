package org.itocheck.dynamics;

import java.util.List;
import org.itocheck.objective.catalogue.AdditiveQuadratic;
import org.itocheck.random.NoiseLaw;

/** Problems A: additive noise on a quadratic (THEORY 3.A). */
final class AdditiveProblems {
    private AdditiveProblems() {}

    static void addTo(Problems.Shelf shelf) {
        for (NoiseLaw law : NoiseLaw.light()) {
            shelf.put(a1(law));
        }
        for (NoiseLaw law : List.of(NoiseLaw.RADEMACHER, NoiseLaw.EXPONENTIAL, NoiseLaw.GAUSSIAN)) {
            shelf.put(quadratic("A2_nodrift/" + law.label(), 0, law, 0));
        }
        shelf.put(quadratic("A3_x0zero/rademacher", 1, NoiseLaw.RADEMACHER, 0));
        shelf.put(quadratic(
                "A4_cancel/rademacher", 1, NoiseLaw.RADEMACHER, Math.sqrt(0.25 * (1 + StrictMath.expm1(4) / 4))));
        shelf.put(quadratic("A5_signchange/rademacher", 1, NoiseLaw.RADEMACHER, 1.973));
        shelf.put(Problem.of(
                AdditiveQuadratic.scalar("A6_bigLR/exp1", 1, 1, NoiseLaw.EXPONENTIAL), new double[] {1}, 1.5, 3));
    }

    static Problem a1(NoiseLaw law) {
        return quadratic("A1/" + law.label(), 1, law, 1);
    }

    private static Problem quadratic(String name, double h, NoiseLaw law, double start) {
        return Problem.of(AdditiveQuadratic.scalar(name, h, 1, law), new double[] {start}, 0.5, 4);
    }
}
