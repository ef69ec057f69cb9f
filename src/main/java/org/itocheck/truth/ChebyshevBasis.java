package org.itocheck.truth;

/**
 * Polynomials by their values at the Chebyshev nodes of an interval. A little beyond the interval they are continued, as far as their growth
 * is at most cosh 6; farther out, a point counts as that far. A process that steps over the edge now and then therefore meets no kink, which
 * would cost all the digits that the nodes are there for.
 */
final class ChebyshevBasis implements Basis {
    private static final double GROWTH = 6;

    private final double[] nodes;
    private final double[] weights;
    private final double low;
    private final double high;

    ChebyshevBasis(double low, double high, int size) {
        this.nodes = new double[size];
        this.weights = new double[size];
        double half = (high - low) / 2;
        double beyond = half * (StrictMath.cosh(GROWTH / size) - 1);
        this.low = low - beyond;
        this.high = high + beyond;
        for (int i = 0; i < size; i++) {
            double angle = Math.PI * (2 * i + 1) / (2.0 * size);
            nodes[i] = low + half * (1 + StrictMath.cos(angle));
            weights[i] = (i % 2 == 0 ? 1 : -1) * StrictMath.sin(angle);
        }
    }

    @Override
    public int size() {
        return nodes.length;
    }

    @Override
    public double node(int i) {
        return nodes[i];
    }

    @Override
    public void interpolate(double x, double[] row) {
        double at = Math.max(low, Math.min(high, x));
        double total = 0;
        for (int i = 0; i < row.length; i++) {
            double distance = at - nodes[i];
            if (distance == 0) {
                java.util.Arrays.fill(row, 0);
                row[i] = 1;
                return;
            }
            row[i] = weights[i] / distance;
            total += row[i];
        }
        for (int i = 0; i < row.length; i++) {
            row[i] /= total;
        }
    }

    @Override
    public double[][] derivative() {
        int n = nodes.length;
        double[][] rows = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                if (i != j) {
                    rows[i][j] = weights[j] / weights[i] / (nodes[i] - nodes[j]);
                    rows[i][i] -= rows[i][j];
                }
            }
        }
        return rows;
    }
}
