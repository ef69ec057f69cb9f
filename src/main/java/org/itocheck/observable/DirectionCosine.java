package org.itocheck.observable;

import java.util.Arrays;

/**
 * x[i] / |x|, the cosine of the angle between the state and an axis. It is what a scale-invariant loss sees of a coordinate.
 *
 * @param coordinate i, at least 0
 */
public record DirectionCosine(int coordinate) implements Observable {
    /** Checks the coordinate. */
    public DirectionCosine {
        if (coordinate < 0) {
            throw new IllegalArgumentException("coordinate is " + coordinate + ", expected at least 0");
        }
    }

    @Override
    public String name() {
        return "x[" + coordinate + "]/|x|";
    }

    @Override
    public double growth() {
        return 0;
    }

    @Override
    public Measure measure(int lanes) {
        return (x, out) -> {
            Arrays.fill(out, 0, lanes, 0);
            for (double[] row : x) {
                Rows.addSquare(row, out, lanes);
            }
            divide(x[coordinate], out, lanes);
        };
    }

    private static void divide(double[] row, double[] out, int lanes) {
        for (int j = 0; j < lanes; j++) {
            out[j] = row[j] / Math.sqrt(out[j]);
        }
    }
}
