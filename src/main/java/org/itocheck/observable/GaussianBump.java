package org.itocheck.observable;

import org.itocheck.math.RowMath;

/**
 * exp(-x[i]^2 / 2).
 *
 * @param coordinate i, at least 0
 */
public record GaussianBump(int coordinate) implements Observable {
    @Override
    public String name() {
        return "exp(-x[" + coordinate + "]^2/2)";
    }

    @Override
    public double growth() {
        return 0;
    }

    @Override
    public Measure measure(int lanes) {
        RowMath math = new RowMath(lanes);
        return (x, out) -> {
            negativeHalfSquare(x[coordinate], out, lanes);
            math.exp(out, out);
        };
    }

    private static void negativeHalfSquare(double[] row, double[] out, int lanes) {
        for (int j = 0; j < lanes; j++) {
            out[j] = -0.5 * row[j] * row[j];
        }
    }
}
