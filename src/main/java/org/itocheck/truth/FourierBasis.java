package org.itocheck.truth;

import java.util.Arrays;

/**
 * Trigonometric polynomials by their values at equidistant nodes.
 *
 * @param size the number of nodes, odd
 * @param periods how often they repeat in 2 pi
 */
record FourierBasis(int size, int periods) implements Basis {
    @Override
    public double node(int i) {
        return 2 * Math.PI * i / size / periods;
    }

    @Override
    public void interpolate(double x, double[] row) {
        double top = StrictMath.sin(size * periods * x / 2) / size;
        for (int i = 0; i < size; i++) {
            double half = StrictMath.sin(periods * (x - node(i)) / 2);
            if (Math.abs(half) < 1e-13) {
                Arrays.fill(row, 0);
                row[i] = 1;
                return;
            }
            row[i] = (i % 2 == 0 ? top : -top) / half;
        }
    }

    @Override
    public double[][] derivative() {
        double[][] rows = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                if (i != j) {
                    double sign = (i - j) % 2 == 0 ? periods / 2.0 : -periods / 2.0;
                    rows[i][j] = sign / StrictMath.sin(periods * (node(i) - node(j)) / 2);
                }
            }
        }
        return rows;
    }
}
