package org.itocheck.claim.scale;

import java.util.Optional;
import org.itocheck.objective.GradientMoments;
import org.itocheck.objective.Objective;
import org.itocheck.objective.StochasticObjective;

/** How much noise there is along a block of x: |S x_B| over |x_B| tr S. */
final class NoiseAlong {
    private NoiseAlong() {}

    /** From the covariance itself where it is given, else from draws of S^(1/2) z. */
    static double of(Objective objective, Block block, double[] x, BatchGradients batches) {
        Optional<GradientMoments> moments = objective.gradientMoments(x);
        if (moments.isPresent()) {
            return along(moments.get().covariance(), block, x);
        }
        return objective instanceof StochasticObjective easy
                ? along(easy.covariance(x), block, x)
                : BatchGradients.radial(block, x, batches.noiseAt(x));
    }

    private static double along(double[][] covariance, Block block, double[] x) {
        double square = 0;
        double trace = 0;
        for (int i = 0; i < x.length; i++) {
            double product = 0;
            for (int k = block.from(); k < block.to(); k++) {
                product += covariance[i][k] * x[k];
            }
            square += product * product;
            trace += covariance[i][i];
        }
        return BatchGradients.relative(Math.sqrt(square), block.norm(x) * trace);
    }
}
