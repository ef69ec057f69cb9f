package org.itocheck.claim.scale;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.itocheck.claim.Numbers;
import org.itocheck.objective.Objective;
import org.itocheck.random.KeyedRows;
import org.itocheck.random.Seed;

/** Where the claims of this package look at a loss. */
final class Points {
    private static final int RANDOM = 3;
    private static final int LONGEST = 4;

    private Points() {}

    /** A copy, after a check of every length. */
    static List<double[]> check(List<double[]> points, Objective objective) {
        for (double[] x : points) {
            if (x.length != objective.dimension()) {
                throw new IllegalArgumentException("point has " + x.length + " entries, objective " + objective.name()
                        + " has dimension " + objective.dimension());
            }
        }
        return points.stream().map(double[]::clone).toList();
    }

    /** The points given, or else three standard normal ones. */
    static List<double[]> orRandom(List<double[]> points, Objective objective, Seed seed) {
        if (!points.isEmpty()) {
            return points;
        }
        KeyedRows rows = new KeyedRows(1);
        rows.start(seed.forPurpose("points"), 0);
        List<double[]> drawn = new ArrayList<>();
        double[] one = new double[1];
        for (int p = 0; p < RANDOM; p++) {
            double[] x = new double[objective.dimension()];
            for (int i = 0; i < x.length; i++) {
                rows.gaussian(one);
                x[i] = one[0];
            }
            drawn.add(x);
        }
        return drawn;
    }

    /** The point in a name: {@code  at (2, 1)}; of a long one its number and norm. */
    static String at(double[] x, int number) {
        return x.length > LONGEST
                ? " at point " + (number + 1)
                : Arrays.stream(x).mapToObj(Numbers::brief).collect(Collectors.joining(", ", " at (", ")"));
    }

    /** The point in every lane, shape [d][lanes]. */
    static double[][] rows(double[] x, int lanes) {
        double[][] rows = new double[x.length][lanes];
        for (int i = 0; i < x.length; i++) {
            Arrays.fill(rows[i], x[i]);
        }
        return rows;
    }
}
