package org.itocheck.assertion;

/**
 * The order p of a weak approximation: errors shrink like 1 / l^p.
 *
 * @param value p, 1 or 2
 */
public record Order(int value) {
    /** Checks the range. */
    public Order {
        if (value < 1 || value > 2) {
            throw new IllegalArgumentException("order is " + value + ", expected 1 or 2");
        }
    }
}
