package org.itocheck.truth;

import org.itocheck.dynamics.sde.ItoSde;
import org.itocheck.objective.LeastSquares;
import org.itocheck.observable.Exponents;

/**
 * The moments of the increment {@code Delta = X_t - x} of the SDE of a least-squares loss, to rounding: the moment ODE in coordinates around
 * x, so that nothing cancels for short times.
 */
public final class SdeOneStep {
    private final MonomialBasis basis;
    private final double[] moments;

    private SdeOneStep(MonomialBasis basis, double[] moments) {
        this.basis = basis;
        this.moments = moments;
    }

    /**
     * The increment over a time t from the point x.
     *
     * @param sde of a {@link LeastSquares} loss in at most 3 dimensions
     * @param x the point, shape [d]
     * @param time t, at least 0
     * @throws IllegalArgumentException if the loss is another or has more dimensions
     */
    public static SdeOneStep of(ItoSde sde, double[] x, double time) {
        if (!(sde.objective() instanceof LeastSquares loss) || loss.dimension() > 3) {
            throw new IllegalArgumentException("objective is " + sde.objective().name() + " of dimension "
                    + sde.objective().dimension() + ", expected a LeastSquares loss of dimension at most 3");
        }
        if (x.length != loss.dimension()) {
            throw new IllegalArgumentException(
                    "x has " + x.length + " entries, objective " + loss.name() + " has dimension " + loss.dimension());
        }
        AffineModel model = around(loss, sde.weightDecay(), x);
        double[][] generator =
                model.generator(new Motion.Continuous(sde.learningRate(), sde.weightDecay(), x, 1, time));
        double[] start = model.basis().at(new double[x.length]);
        return new SdeOneStep(model.basis(), LinearFlow.of(generator).after(time, start));
    }

    /** E Delta, shape [d]. */
    public double[] mean() {
        double[] result = new double[basis.dimension()];
        for (int i = 0; i < result.length; i++) {
            result[i] = moment(i);
        }
        return result;
    }

    /** E Delta Delta', shape [d][d]. */
    public double[][] second() {
        int d = basis.dimension();
        double[][] result = new double[d][d];
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                result[i][j] = moment(i, j);
            }
        }
        return result;
    }

    /** E Delta^(x3), shape [d][d][d]. */
    public double[][][] third() {
        int d = basis.dimension();
        double[][][] result = new double[d][d][d];
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                for (int k = 0; k < d; k++) {
                    result[i][j][k] = moment(i, j, k);
                }
            }
        }
        return result;
    }

    /** E |Delta|^8. */
    public double eighthPowerOfNorm() {
        return evenPowerOfNorm(4);
    }

    /**
     * E |Delta|^(2 half).
     *
     * @param half 1 to 4
     */
    public double evenPowerOfNorm(int half) {
        double[] power = basis.evenPowerOfNorm(half);
        double sum = 0;
        for (int a = 0; a < power.length; a++) {
            sum += power[a] * moments[a];
        }
        return sum;
    }

    private double moment(int... indices) {
        int[] powers = new int[basis.dimension()];
        for (int i : indices) {
            powers[i]++;
        }
        return moments[basis.indexOf(new Exponents(powers))];
    }

    /** The loss as a function of the increment: the targets become minus the residuals at x, and the pull of the decay there is constant. */
    private static AffineModel around(LeastSquares loss, double weightDecay, double[] x) {
        double[][] features = loss.features();
        double[] targets = loss.targets();
        for (int i = 0; i < targets.length; i++) {
            for (int k = 0; k < x.length; k++) {
                targets[i] -= features[i][k] * x[k];
            }
        }
        LeastSquares shifted = new LeastSquares(loss.name(), features, targets, loss.batchSize());
        AffineModel model = AffineModel.of(shifted).orElseThrow();
        double[] offset = model.offset();
        for (int k = 0; k < x.length; k++) {
            offset[k] -= weightDecay * x[k];
        }
        return new AffineModel(model.hessian(), offset, model.noise());
    }
}
