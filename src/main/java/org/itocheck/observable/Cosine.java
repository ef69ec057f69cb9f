package org.itocheck.observable;

import org.itocheck.math.RowMath;

/**
 * cos x[i].
 *
 * @param coordinate i, at least 0
 */
public record Cosine(int coordinate) implements Observable {
    @Override
    public String name() {
        return "cos x[" + coordinate + "]";
    }

    @Override
    public double growth() {
        return 0;
    }

    @Override
    public Measure measure(int lanes) {
        RowMath math = new RowMath(lanes);
        return (x, out) -> math.cos(x[coordinate], out);
    }
}
