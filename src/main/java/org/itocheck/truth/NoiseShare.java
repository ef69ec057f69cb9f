package org.itocheck.truth;

import org.itocheck.objective.LeastSquares;
import org.itocheck.objective.MiniBatch;
import org.itocheck.objective.Objective;
import org.itocheck.objective.catalogue.AdditiveQuadratic;
import org.itocheck.objective.catalogue.DividedNoise;

/**
 * The loss of the catalogue behind a loss with other mini-batches: its noise is {@code factor} times the sum of {@code amount} independent
 * noises of {@code whole}, where a sum of 1/m noises is the m-th convolution root. Mini-batches of B draws have factor 1/B and amount B,
 * batches m times smaller have factor m and amount 1/m; factor times amount is 1, always.
 *
 * @param whole the loss
 * @param factor 1 / amount
 * @param amount positive
 */
record NoiseShare(Objective whole, double factor, double amount) {
    static NoiseShare of(Objective objective) {
        if (objective instanceof MiniBatch batch) {
            if (batch.one() instanceof LeastSquares squares) {
                return new NoiseShare(squares.withBatchSize(squares.batchSize() * batch.batchSize()), 1, 1);
            }
            NoiseShare one = of(batch.one());
            return new NoiseShare(one.whole, one.factor / batch.batchSize(), one.amount * batch.batchSize());
        }
        if (objective instanceof DividedNoise divided) {
            NoiseShare all = of(divided.whole());
            return new NoiseShare(all.whole, all.factor * divided.parts(), all.amount / divided.parts());
        }
        return new NoiseShare(objective, 1, 1);
    }

    boolean plain() {
        return factor == 1 && amount == 1;
    }

    /** The loss whose noise, made Gaussian, is that of this share made Gaussian. */
    AdditiveQuadratic gaussian(AdditiveQuadratic loss) {
        double scale = loss.noiseScale() * factor * Math.sqrt(amount);
        return new AdditiveQuadratic(loss.name(), loss.hessian(), scale, loss.law());
    }
}
