package org.itocheck.dynamics;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.itocheck.objective.LeastSquares;
import org.itocheck.objective.Objective;
import org.itocheck.objective.catalogue.AdditiveQuadratic;
import org.itocheck.objective.catalogue.DoubleWell;
import org.itocheck.objective.catalogue.RandomCurvature;
import org.itocheck.objective.data.Digits;
import org.itocheck.random.NoiseLaw;

/**
 * The catalogue: synthetic problems with the parameters of THEORY section 3, and problems on real data, which are loaded when they are
 * first asked for. Those on the handwritten digits start at 0 and have n = 1797 unless said otherwise:
 * <ul>
 *   <li>{@code digits/least-squares}: even or odd from 10 principal dimensions; B = 8, eta = 0.5, K = 4. The curvatures are 1.000, 0.915,
 *       ..., 0.207, so eta times the largest is 0.5. At T = 2 E |X|^2 is 0.571, and SGD is off by 0.109.
 *   <li>{@code digits/logistic}: 3 or 8 from 10 principal dimensions, n = 357; B = 8, eta = 1, weight decay 0.1, K = 5. The curvature is at
 *       most 0.386. SGD is off by about 0.17 of 1.19 in |x|^2, by -0.05 of -0.67 in x[0].
 *   <li>{@code digits/softmax-64}: ten classes from 64 pixels, 640 parameters; B = 16, eta = 0.5, weight decay 0.01, K = 6. The largest
 *       curvature is 1.05 at the start.
 * </ul>
 */
public final class Problems {
    private static final double[][] FEATURES = {{1, 0}, {0, 1}, {1, 1}, {1, -1}, {2, 1}};
    private static final double[] TARGETS = {1, -1, 2, 0, 1};
    private static final Map<String, Supplier<Problem>> ALL = new LinkedHashMap<>();

    static {
        for (NoiseLaw law : NoiseLaw.values()) {
            add(a1(law));
        }
        for (NoiseLaw law : List.of(NoiseLaw.RADEMACHER, NoiseLaw.EXPONENTIAL, NoiseLaw.GAUSSIAN)) {
            add(quadratic("A2_nodrift/" + law.label(), 0, law, 0));
        }
        add(quadratic("A3_x0zero/rademacher", 1, NoiseLaw.RADEMACHER, 0));
        add(quadratic("A4_cancel/rademacher", 1, NoiseLaw.RADEMACHER, Math.sqrt(0.25 * (1 + StrictMath.expm1(4) / 4))));
        add(quadratic("A5_signchange/rademacher", 1, NoiseLaw.RADEMACHER, 1.973));
        add(curvature("B1", NoiseLaw.RADEMACHER, NoiseLaw.GAUSSIAN, false));
        add(curvature("B2", NoiseLaw.SKEW_TWO_POINT, NoiseLaw.SKEW_TWO_POINT, true));
        add(leastSquares("C1", 1, 0.2, 0));
        add(leastSquares("C2", 2, 0.25, 0));
        add(leastSquares("C3", 2, 0.25, 0.5));
        for (NoiseLaw law : List.of(NoiseLaw.GAUSSIAN, NoiseLaw.RADEMACHER, NoiseLaw.SKEW_TWO_POINT)) {
            add(Problem.of(new DoubleWell("D1/" + law.label(), law), new double[] {0.5}, 0.5, 4));
        }
        lazily("digits/least-squares", () -> fromZero(Digits.leastSquares(10, 8), 0.5, 0, 4));
        lazily("digits/logistic", () -> fromZero(Digits.logistic(10, 8, 3, 8), 1, 0.1, 5));
        lazily("digits/softmax-64", () -> fromZero(Digits.softmax(16), 0.5, 0.01, 6));
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
        Supplier<Problem> problem = ALL.get(name);
        if (problem == null) {
            throw new IllegalArgumentException(
                    "problem is '" + name + "', which is not in the catalogue; did you mean '"
                            + Names.nearest(name, ALL.keySet()) + "'? Known: " + String.join(", ", ALL.keySet()));
        }
        return problem.get();
    }

    /** The names of all problems, synthetic ones first. Loads no data. */
    public static List<String> names() {
        return List.copyOf(ALL.keySet());
    }

    /** All problems, in the order of {@link #names()}. Loads the data of those on real data. */
    public static List<Problem> all() {
        return ALL.values().stream().map(Supplier::get).toList();
    }

    private static void add(Problem problem) {
        ALL.put(problem.name(), () -> problem);
    }

    private static void lazily(String name, Supplier<Problem> problem) {
        ALL.put(name, () -> problem.get().named(name));
    }

    private static Problem fromZero(Objective loss, double learningRate, double weightDecay, int steps) {
        return Problem.of(loss, new double[loss.dimension()], learningRate, steps)
                .withWeightDecay(weightDecay);
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
