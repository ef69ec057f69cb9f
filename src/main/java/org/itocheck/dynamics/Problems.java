package org.itocheck.dynamics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.itocheck.objective.LeastSquares;
import org.itocheck.objective.catalogue.AdditiveQuadratic;
import org.itocheck.objective.catalogue.DoubleWell;
import org.itocheck.objective.catalogue.RandomCurvature;
import org.itocheck.random.NoiseLaw;

/** The catalogue of synthetic problems with the parameters of THEORY section 3. */
public final class Problems {
    private static final double[][] FEATURES = {{1, 0}, {0, 1}, {1, 1}, {1, -1}, {2, 1}};
    private static final double[] TARGETS = {1, -1, 2, 0, 1};
    private static final Map<String, Problem> ALL = new LinkedHashMap<>();

    static {
        for (NoiseLaw law : NoiseLaw.values()) {
            add(a1(law));
        }
        for (NoiseLaw law : List.of(NoiseLaw.RADEMACHER, NoiseLaw.EXPONENTIAL, NoiseLaw.GAUSSIAN)) {
            add(quadratic("A2_nodrift/" + law.label(), 0, law, 0));
        }
        add(quadratic("A3_x0zero/rademacher", 1, NoiseLaw.RADEMACHER, 0));
        add(quadratic("A4_cancel/rademacher", 1, NoiseLaw.RADEMACHER, Math.sqrt(0.25 * (1 + Math.expm1(4) / 4))));
        add(quadratic("A5_signchange/rademacher", 1, NoiseLaw.RADEMACHER, 1.973));
        add(curvature("B1", NoiseLaw.RADEMACHER, NoiseLaw.GAUSSIAN, false));
        add(curvature("B2", NoiseLaw.SKEW_TWO_POINT, NoiseLaw.SKEW_TWO_POINT, true));
        add(leastSquares("C1", 1, 0.2, 0));
        add(leastSquares("C2", 2, 0.25, 0));
        add(leastSquares("C3", 2, 0.25, 0.5));
        for (NoiseLaw law : List.of(NoiseLaw.GAUSSIAN, NoiseLaw.RADEMACHER, NoiseLaw.SKEW_TWO_POINT)) {
            add(Problem.of(new DoubleWell("D1/" + law.label(), law), new double[] {0.5}, 0.5, 4));
        }
    }

    private Problems() {}

    /** Problem A1 with the given noise: h = 1, eta = 1/2, s = 1, x0 = 1, K = 4. */
    public static Problem a1(NoiseLaw law) {
        return quadratic("A1/" + law.label(), 1, law, 1);
    }

    /**
     * The problem of this name.
     *
     * @throws IllegalArgumentException if there is none; the message suggests the nearest name
     */
    public static Problem named(String name) {
        Problem problem = ALL.get(name);
        if (problem == null) {
            throw new IllegalArgumentException(
                    "problem is '" + name + "', which is not in the catalogue; did you mean '"
                            + Names.nearest(name, ALL.keySet()) + "'? Known: " + String.join(", ", ALL.keySet()));
        }
        return problem;
    }

    /** All problems, in the order of THEORY section 3. */
    public static List<Problem> all() {
        return List.copyOf(new ArrayList<>(ALL.values()));
    }

    private static void add(Problem problem) {
        ALL.put(problem.name(), problem);
    }

    private static Problem quadratic(String name, double h, NoiseLaw law, double start) {
        return Problem.of(AdditiveQuadratic.scalar(name, h, 1, law), new double[] {start}, 0.5, 4);
    }

    private static Problem curvature(String name, NoiseLaw zeta, NoiseLaw xi, boolean same) {
        return Problem.of(new RandomCurvature(name, 1, 0.5, 0.5, zeta, xi, same), new double[] {1}, 0.5, 4);
    }

    private static Problem leastSquares(String name, int batchSize, double learningRate, double weightDecay) {
        LeastSquares loss = new LeastSquares(name, FEATURES, TARGETS, batchSize);
        return Problem.of(loss, new double[] {-1, 1}, learningRate, 4).withWeightDecay(weightDecay);
    }
}
