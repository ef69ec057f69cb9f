package org.itocheck.truth;

/**
 * The uniform grid {@code -half, -half + dx, ..., half} with local polynomial interpolation.
 *
 * @param half its half width
 * @param size the number of nodes, odd
 */
record Grid(double half, int size) {
    static Grid of(double half, double dx) {
        return new Grid(half, 2 * (int) Math.round(half / dx) + 1);
    }

    double dx() {
        return 2 * half / (size - 1);
    }

    double node(int i) {
        return (i - (size - 1) / 2) * dx();
    }

    double[] nodes() {
        double[] nodes = new double[size];
        for (int i = 0; i < size; i++) {
            nodes[i] = node(i);
        }
        return nodes;
    }

    /**
     * Adds probability * (the Lagrange weights of the {@code points} nearest nodes at x) to a row; beyond the edge x counts as the edge.
     */
    void addInterpolation(double x, double probability, int points, double[] row) {
        double t = (Math.max(-half, Math.min(half, x)) + half) / dx();
        int first = (int) Math.floor(t) - (points / 2 - 1);
        first = Math.max(0, Math.min(size - points, first));
        for (int j = 0; j < points; j++) {
            double weight = probability;
            for (int m = 0; m < points; m++) {
                if (m != j) {
                    weight *= (t - first - m) / (j - m);
                }
            }
            row[first + j] += weight;
        }
    }

    /** How much weight lies in the outer twelfth on either side. */
    double edgeMass(double[] weights) {
        double mass = 0;
        for (int i = 0; i < size / 24; i++) {
            mass += Math.abs(weights[i]) + Math.abs(weights[size - 1 - i]);
        }
        return mass;
    }
}
