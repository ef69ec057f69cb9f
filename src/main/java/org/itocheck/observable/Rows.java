package org.itocheck.observable;

/** Loops over one row, short enough for the compiler to vectorise. */
final class Rows {
    private Rows() {}

    static void fill(double[] out, double value, int lanes) {
        for (int j = 0; j < lanes; j++) {
            out[j] = value;
        }
    }

    static void multiply(double[] row, double[] out, int lanes) {
        for (int j = 0; j < lanes; j++) {
            out[j] *= row[j];
        }
    }

    static void addSquare(double[] row, double[] out, int lanes) {
        for (int j = 0; j < lanes; j++) {
            out[j] = Math.fma(row[j], row[j], out[j]);
        }
    }
}
