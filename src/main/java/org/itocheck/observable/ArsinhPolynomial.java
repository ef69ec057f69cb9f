package org.itocheck.observable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.itocheck.math.RowMath;

/**
 * A polynomial of arsinh x[i], for states that grow like exponentials: {@code sum_m coefficients[m] arsinh(x[i])^m}.
 *
 * @param coordinate i, at least 0
 * @param coefficients the constant first, at least two of them, the last not 0; copied
 */
public record ArsinhPolynomial(int coordinate, double... coefficients) implements Observable {
    /** Checks and copies. */
    public ArsinhPolynomial {
        if (coordinate < 0) {
            throw new IllegalArgumentException("coordinate is " + coordinate + ", expected at least 0");
        }
        if (coefficients.length < 2 || coefficients[coefficients.length - 1] == 0) {
            throw new IllegalArgumentException("coefficients are " + Arrays.toString(coefficients)
                    + ", expected at least two with the last not 0; arsinh itself is 0, 1");
        }
        coefficients = coefficients.clone();
    }

    /** arsinh(x[i])^power. */
    public static ArsinhPolynomial power(int i, int power) {
        double[] coefficients = new double[power + 1];
        coefficients[power] = 1;
        return new ArsinhPolynomial(i, coefficients);
    }

    @Override
    public double[] coefficients() {
        return coefficients.clone();
    }

    @Override
    public String name() {
        List<String> terms = new ArrayList<>();
        for (int m = coefficients.length - 1; m >= 0; m--) {
            if (coefficients[m] != 0) {
                terms.add(factor(coefficients[m], m)
                        + (m == 0 ? "" : "arsinh x[" + coordinate + "]")
                        + (m > 1 ? "^" + m : ""));
            }
        }
        return String.join(" + ", terms).replace("+ -", "- ");
    }

    @Override
    public Measure measure(int lanes) {
        RowMath math = new RowMath(lanes);
        double[] root = new double[lanes];
        double[] y = new double[lanes];
        return (x, out) -> {
            double[] row = x[coordinate];
            for (int j = 0; j < lanes; j++) {
                root[j] = Math.abs(row[j]) + Math.sqrt(1 + row[j] * row[j]);
            }
            math.log(root, y);
            for (int j = 0; j < lanes; j++) {
                out[j] = horner(Math.copySign(y[j], row[j]));
            }
        };
    }

    private double horner(double y) {
        double value = 0;
        for (int m = coefficients.length - 1; m >= 0; m--) {
            value = value * y + coefficients[m];
        }
        return value;
    }

    private static String factor(double coefficient, int power) {
        if (coefficient == 1 && power > 0) {
            return "";
        }
        String number = coefficient == Math.rint(coefficient)
                ? Long.toString((long) coefficient)
                : Double.toString(coefficient);
        return power > 0 ? number + " " : number;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ArsinhPolynomial p
                && coordinate == p.coordinate
                && Arrays.equals(coefficients, p.coefficients);
    }

    @Override
    public int hashCode() {
        return 31 * coordinate + Arrays.hashCode(coefficients);
    }

    @Override
    public String toString() {
        return name();
    }
}
