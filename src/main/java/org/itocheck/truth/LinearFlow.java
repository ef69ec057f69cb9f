package org.itocheck.truth;

/**
 * Solves y' = A y by Taylor series in short pieces: pieces so short that no term cancels digits, series long enough that nothing is cut off.
 */
final class LinearFlow {
    /** A linear map that need not be a matrix. */
    @FunctionalInterface
    interface Operator {
        /** out = A in. */
        void apply(double[] in, double[] out);
    }

    private static final double LONGEST = 2;

    private final Operator operator;
    private final double norm;

    LinearFlow(Operator operator, int size) {
        this.operator = operator;
        this.norm = growth(operator, size);
    }

    /** The flow of a matrix. */
    static LinearFlow of(double[][] matrix) {
        return new LinearFlow((in, out) -> multiply(matrix, in, out), matrix.length);
    }

    /** exp(tA) y, in a new array. */
    double[] after(double t, double[] y) {
        int pieces = (int) Math.max(1, Math.ceil(t * norm / LONGEST));
        double[] result = y.clone();
        double[] term = new double[y.length];
        double[] next = new double[y.length];
        for (int p = 0; p < pieces; p++) {
            System.arraycopy(result, 0, term, 0, y.length);
            for (int k = 1; k < 60; k++) {
                operator.apply(term, next);
                double size = 0;
                for (int i = 0; i < y.length; i++) {
                    term[i] = next[i] * (t / pieces / k);
                    result[i] += term[i];
                    size = Math.max(size, Math.abs(term[i]));
                }
                if (k > LONGEST && size <= 1e-18 * largest(result)) {
                    break;
                }
            }
        }
        return result;
    }

    static void multiply(double[][] matrix, double[] in, double[] out) {
        for (int i = 0; i < out.length; i++) {
            double sum = 0;
            for (int k = 0; k < in.length; k++) {
                sum += matrix[i][k] * in[k];
            }
            out[i] = sum;
        }
    }

    /** The fastest growth in a few power iterations from a vector that has a part in every direction. */
    private static double growth(Operator operator, int size) {
        double[] v = new double[size];
        for (int i = 0; i < size; i++) {
            v[i] = StrictMath.cos(1.7 * i * i + i);
        }
        double fastest = 0;
        double[] next = new double[size];
        for (int iteration = 0; iteration < 30; iteration++) {
            double before = largest(v);
            if (before == 0) {
                break;
            }
            operator.apply(v, next);
            fastest = Math.max(fastest, largest(next) / before);
            for (int i = 0; i < size; i++) {
                v[i] = next[i] / before;
            }
        }
        return fastest;
    }

    private static double largest(double[] v) {
        double most = 0;
        for (double x : v) {
            most = Math.max(most, Math.abs(x));
        }
        return most;
    }
}
