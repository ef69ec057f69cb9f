package org.itocheck.claim.tail;

import java.util.Arrays;
import org.itocheck.objective.Evaluator;
import org.itocheck.objective.Objective;

/** g_gamma(x) = x + (s_1 z_1, ..., s_d z_d) with independent Gaussians z_i: the counterexample diag(1, 1, 1, 1, 100) of X38 and its kind. */
final class ScaledNoise implements Objective {
    private final double[] scales;

    ScaledNoise(double... scales) {
        this.scales = scales.clone();
    }

    static double[] ones(int dimension) {
        double[] ones = new double[dimension];
        Arrays.fill(ones, 1);
        return ones;
    }

    @Override
    public String name() {
        return "scaled noise";
    }

    @Override
    public int dimension() {
        return scales.length;
    }

    @Override
    public Evaluator evaluator(int lanes) {
        return (x, noise, gradient) -> {
            for (int i = 0; i < scales.length; i++) {
                noise.gaussian(gradient[i]);
                for (int j = 0; j < lanes; j++) {
                    gradient[i][j] = x[i][j] + scales[i] * gradient[i][j];
                }
            }
        };
    }
}
