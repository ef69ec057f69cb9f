package org.itocheck.network.architecture;

import org.itocheck.random.KeyedRows;
import org.itocheck.random.Seed;

/** The last layer where it is not trained. */
public final class FixedLinear {
    private static final Seed SEED = new Seed(0x5EED).forPurpose("fixed linear layer");

    private FixedLinear() {}

    /**
     * Gaussian weights of variance 1/in, a function of the two sizes alone.
     *
     * @param in the numbers it reads, at least 1
     * @param out the numbers it gives, at least 1
     * @return shape [out][in] in one array
     */
    public static double[] weights(int in, int out) {
        KeyedRows rows = new KeyedRows(1);
        rows.start(SEED.forPurpose(out + "x" + in), 0);
        double[] weights = new double[Math.multiplyExact(in, out)];
        double[] one = new double[1];
        for (int i = 0; i < weights.length; i++) {
            rows.gaussian(one);
            weights[i] = one[0] / Math.sqrt(in);
        }
        return weights;
    }
}
