package org.itocheck.claim.scale;

import org.itocheck.objective.Objective;
import org.itocheck.random.KeyedRows;
import org.itocheck.random.Seed;

/** Gradients of the same mini-batches at any point: mini-batch j is a function of the seed and j alone. */
final class BatchGradients {
    private final Objective objective;
    private final Seed seed;
    private final int batches;

    BatchGradients(Objective objective, Seed seed, int batches) {
        this.objective = objective;
        this.seed = seed;
        this.batches = batches;
    }

    /** g of every mini-batch, shape [d][batches]. */
    double[][] at(double[] x) {
        double[][] gradient = new double[x.length][batches];
        objective.evaluator(batches).sampleGradient(Points.rows(x, batches), rows(), gradient);
        return gradient;
    }

    /** S^(1/2) z of as many normal z, shape [d][batches]. */
    double[][] noiseAt(double[] x) {
        double[][] noise = new double[x.length][batches];
        objective.evaluator(batches).sampleDiffusion(Points.rows(x, batches), rows(), noise);
        return noise;
    }

    private KeyedRows rows() {
        KeyedRows rows = new KeyedRows(batches);
        rows.start(seed.forPurpose("mini-batches"), 0);
        return rows;
    }

    /** The root mean square of the lengths of the columns, over all coordinates. */
    static double size(double[][] columns) {
        double square = 0;
        for (double[] row : columns) {
            for (double v : row) {
                square += v * v;
            }
        }
        return Math.sqrt(square / columns[0].length);
    }

    /** The largest |x_B . column| over |x_B| times the size of the columns: 0 where all are orthogonal to this block of x. */
    static double radial(Block block, double[] x, double[][] columns) {
        double worst = 0;
        for (int j = 0; j < columns[0].length; j++) {
            double product = 0;
            for (int i = block.from(); i < block.to(); i++) {
                product += x[i] * columns[i][j];
            }
            worst = Math.abs(product) > Math.abs(worst) || Double.isNaN(product) ? product : worst;
        }
        return relative(worst, block.norm(x) * size(columns));
    }

    /** A share of the natural size; 0 of 0 is 0. */
    static double relative(double violation, double size) {
        return violation == 0 ? 0 : violation / size;
    }
}
