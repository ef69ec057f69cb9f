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
    /** Below this many features rows are faster: 21 against 43 ns a step for two features, 80 against 60 for ten. */
    private static final int WORTH_IT = 9;

    Optional<Descent> descent(int batchSize, int lanes, Descent.Step step) {
        return Kernels.doubles() == RowSums.PARTIAL && features[0].length >= WORTH_IT
                ? Kernels.onVectorApi(Descent.class, "VectorLinearDescent", this, batchSize, lanes, step)
                : Optional.empty();
    }
}
