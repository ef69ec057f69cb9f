package org.itocheck.claim.scale;

import org.itocheck.objective.Evaluator;
import org.itocheck.objective.MissingCapabilityException;
import org.itocheck.objective.Objective;

/** The Hessian of a loss at a point, as a map. */
final class HessianAction {
    private static final int HALVINGS = 5;
    private static final double LARGEST = 0x1p-4;
    private static final double UNIT = 0x1p-52;

    private final Evaluator evaluator;
    private final double[] x;

    private HessianAction(Evaluator evaluator, double[] x) {
        this.evaluator = evaluator;
        this.x = x;
    }

    static HessianAction of(Objective objective, double[] x) {
        return new HessianAction(objective.evaluator(1), x);
    }

    /**
     * The Hessian times a vector.
     *
     * @param values shape [d]
     * @param error a bound for each entry; 0 where the loss gives the product itself
     */
    record Product(double[] values, double error) {}

    double[] gradient() {
        return gradient(x);
    }

    Product times(double[] v) {
        try {
            double[][] out = new double[x.length][1];
            evaluator.hessianProduct(Points.rows(x, 1), Points.rows(v, 1), out);
            return new Product(column(out), 0);
        } catch (MissingCapabilityException e) {
            return differences(v);
        }
    }

    /** Central differences with steps 2^-4, 2^-5, ..., extrapolated (Romberg); the error is what the last halving changed, and rounding. */
    private Product differences(double[] v) {
        double[][] row = {};
        double[] before = {};
        double h = 2 * LARGEST;
        for (int k = 0; k < HALVINGS; k++) {
            h /= 2;
            double[][] next = new double[k + 1][];
            next[0] = central(v, h);
            for (int m = 1; m <= k; m++) {
                next[m] = extrapolated(next[m - 1], row[m - 1], Math.scalb(1.0, 2 * m) - 1);
            }
            before = k == 0 ? next[0] : row[k - 1];
            row = next;
        }
        double[] values = row[HALVINGS - 1];
        double correction = 0;
        for (int i = 0; i < values.length; i++) {
            correction = Math.max(correction, Math.abs(values[i] - before[i]));
        }
        return new Product(values, correction + 16 * UNIT * largest(gradient()) / h);
    }

    private static double[] extrapolated(double[] fine, double[] coarse, double divisor) {
        double[] result = fine.clone();
        for (int i = 0; i < result.length; i++) {
            result[i] += (fine[i] - coarse[i]) / divisor;
        }
        return result;
    }

    private double[] central(double[] v, double h) {
        double[] above = gradient(shifted(v, h));
        double[] below = gradient(shifted(v, -h));
        for (int i = 0; i < above.length; i++) {
            above[i] = (above[i] - below[i]) / (2 * h);
        }
        return above;
    }

    private double[] shifted(double[] v, double h) {
        double[] point = x.clone();
        for (int i = 0; i < point.length; i++) {
            point[i] += h * v[i];
        }
        return point;
    }

    private double[] gradient(double[] point) {
        double[][] out = new double[point.length][1];
        evaluator.gradient(Points.rows(point, 1), out);
        return column(out);
    }

    private static double[] column(double[][] rows) {
        double[] column = new double[rows.length];
        for (int i = 0; i < column.length; i++) {
            column[i] = rows[i][0];
        }
        return column;
    }

    private static double largest(double[] v) {
        double most = 0;
        for (double a : v) {
            most = Math.max(most, Math.abs(a));
        }
        return most;
    }
}
