package org.itocheck.objective;

import java.util.Optional;
import java.util.function.IntFunction;
import org.itocheck.math.Kernels;

/**
 * A finite sum over the samples of a linear model: the scores of sample i are u_c = W_c . a_i, where W, shape [outputs][features], is the
 * parameter, and grad L_i has the rows (dL_i/du_c) a_i.
 *
 * @param features a, shape [n][d]
 * @param targets y, shape [n]
 * @param outputs the number of scores
 * @param loss L_i as a function of the scores, for a number of lanes
 */
record LinearModel(double[][] features, double[] targets, int outputs, IntFunction<ScoreLoss> loss) {
    Optional<Descent> descent(int batchSize, int lanes, Descent.Step step) {
        return Kernels.doubles() == RowSums.PARTIAL
                ? Kernels.onVectorApi(Descent.class, "VectorLinearDescent", this, batchSize, lanes, step)
                : Optional.empty();
    }
}
