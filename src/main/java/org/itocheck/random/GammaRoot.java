package org.itocheck.random;

import org.apache.commons.math3.special.Gamma;
import org.apache.commons.math3.util.FastMath;

/**
 * Gamma(1/m) as a monotone function of one Exp(1) number w: {@code y(w)^m}, where y solves {@code P(Y > y) = e^-w} for the density
 * {@code e^(-y^m) / Gamma(1 + 1/m)} of Y. The m-th root y is an analytic function of w, so that cubic pieces of length 1/128 between
 * w = 0 and 37, which an Exp(1) of 52 bits does not reach, follow it to 1e-10; with a fixed cost for every lane and bits of our own. The
 * functions of {@code FastMath} are made of + - * / alone.
 */
final class GammaRoot {
    private static final int PIECES_PER_UNIT = 128;
    private static final int REACH = 37;
    private static final int NEWTON_STEPS = 60;

    private final int m;
    /** y at the nodes, and its derivative times the distance of two nodes. */
    private final double[] value;

    private final double[] slope;

    GammaRoot(int m) {
        this.m = m;
        int nodes = REACH * PIECES_PER_UNIT + 2;
        value = new double[nodes];
        slope = new double[nodes];
        double scale = FastMath.exp(Gamma.logGamma(1 + 1.0 / m));
        slope[0] = scale / PIECES_PER_UNIT;
        for (int i = 1; i < nodes; i++) {
            double w = (double) i / PIECES_PER_UNIT;
            value[i] = root(w, value[i - 1] + slope[i - 1], scale);
            slope[i] = scale * FastMath.exp(power(value[i]) - w) / PIECES_PER_UNIT;
        }
    }

    /** Rows of Exp(1) - 1 become rows of m Gamma(1/m) - 1. */
    void apply(double[] row, int lanes) {
        for (int j = 0; j < lanes; j++) {
            row[j] = m * power(y(row[j] + 1)) - 1;
        }
    }

    /** The cubic with the values and the slopes of both ends of its piece. */
    double y(double w) {
        double at = w * PIECES_PER_UNIT;
        int i = (int) at;
        double t = at - i;
        double step = value[i + 1] - value[i];
        double bend = slope[i] - step;
        double back = step - slope[i + 1];
        return value[i] + t * (step + (1 - t) * ((1 - t) * bend + t * back));
    }

    /** Newton's method from a near guess; on log P(Y > y), which is nearly straight, where the tail is short. */
    private double root(double w, double guess, double scale) {
        double y = guess;
        for (int k = 0; k < NEWTON_STEPS; k++) {
            double x = power(y);
            double tail = Gamma.regularizedGammaQ(1.0 / m, x);
            double density = FastMath.exp(-x) / scale;
            double change = w < 0.5
                    ? (Gamma.regularizedGammaP(1.0 / m, x) + FastMath.expm1(-w)) / density
                    : (FastMath.log(tail) + w) * -tail / density;
            y -= change;
            if (Math.abs(change) < 1e-15) {
                break;
            }
        }
        return y;
    }

    private double power(double y) {
        double product = y;
        for (int k = 1; k < m; k++) {
            product *= y;
        }
        return product;
    }
}
