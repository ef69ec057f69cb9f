package org.itocheck.truth;

import org.itocheck.random.NoiseLaw;
import org.itocheck.random.NoiseParts;

/** Convolution powers of the laws of noise: the law whose cumulants are {@code amount} times as large (THEORY 3.F). */
final class NoisePowers {
    private NoisePowers() {}

    /** E xi^0 ... E xi^degree of the power. */
    static double[] moments(NoiseLaw law, double amount, int degree) {
        if (amount == 1) {
            return LawFacts.moments(law, degree);
        }
        double[] cumulants = LawFacts.cumulants(law, degree);
        for (int n = 1; n <= degree; n++) {
            cumulants[n] *= amount;
        }
        return LawFacts.momentsOf(cumulants);
    }

    /**
     * Multiplies the complex number {@code z} by (E exp(i v xi))^amount.
     *
     * @param amount a whole number, or any positive number for infinitely divisible laws
     */
    static void multiplyCharacteristic(NoiseLaw law, double v, double amount, double[] z) {
        if (amount == 1) {
            LawFacts.multiplyCharacteristic(law, v, z);
            return;
        }
        if (!NoiseParts.divisible(law)) {
            if (amount != Math.rint(amount)) {
                throw new IllegalArgumentException("amount is " + amount + " of " + law.label()
                        + ", which is not infinitely divisible; expected a whole number");
            }
            for (int i = 0; i < amount; i++) {
                LawFacts.multiplyCharacteristic(law, v, z);
            }
            return;
        }
        double[] exponent = exponent(law, v);
        double size = StrictMath.exp(amount * exponent[0]);
        double c = size * StrictMath.cos(amount * exponent[1]);
        double s = size * StrictMath.sin(amount * exponent[1]);
        double real = z[0] * c - z[1] * s;
        z[1] = z[0] * s + z[1] * c;
        z[0] = real;
    }

    /** log E exp(i v xi), real and imaginary part. */
    private static double[] exponent(NoiseLaw law, double v) {
        if (law == NoiseLaw.GAUSSIAN) {
            return new double[] {-v * v / 2, 0};
        }
        if (law == NoiseLaw.STABLE) {
            return new double[] {-Math.abs(v) * Math.sqrt(Math.abs(v)), 0};
        }
        if (law == NoiseLaw.POISSON) {
            return new double[] {StrictMath.cos(v) - 1, StrictMath.sin(v) - v};
        }
        return new double[] {-StrictMath.log1p(v * v) / 2, StrictMath.atan(v) - v};
    }
}
