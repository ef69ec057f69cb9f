package org.itocheck.dynamics;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
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
 *   <li>{@code digits/normalised-least-squares} and {@code digits/normalised-logistic}: the first two at x/|x| in the place of x, which makes
 *       them scale invariant; from 2^-1/2 in every coordinate, weight decay 0.05, eta = 0.25 and 1, K = 4.
 * </ul>
 */
public final class Problems {
    private static final Map<String, Supplier<Problem>> ALL = new LinkedHashMap<>();

    static {
        AdditiveProblems.addTo(Problems::add);
        CurvatureProblems.addTo(Problems::add);
        JumpProblems.addTo(Problems::add);
        LeastSquaresProblems.addTo(Problems::add);
        NonlinearProblems.addTo(Problems::add);
        ScaleInvariantProblems.addTo(Problems::add);
        HeavyTailProblems.addTo(Problems::add);
        DigitsProblems.addTo(Problems::add);
        ScaleInvariantProblems.addDigitsTo(Problems::add);
    }

    private Problems() {}

    /** Problem A1 with the given noise: h = 1, eta = 1/2, s = 1, x0 = 1, K = 4; with noise that lacks moments, problem G. */
    public static Problem a1(NoiseLaw law) {
        return AdditiveProblems.a1(law);
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

    private static void add(String name, Supplier<Problem> problem) {
        if (ALL.put(name, problem) != null) {
            throw new IllegalStateException("problem '" + name + "' is in the catalogue twice");
        }
    }

    /** Where a part of the catalogue puts its problems. */
    interface Shelf {
        /** A problem that is made, and its data loaded, when it is first asked for. */
        void put(String name, Supplier<Problem> problem);

        /** A problem that is there. */
        default void put(Problem problem) {
            put(problem.name(), () -> problem);
        }
    }
}
