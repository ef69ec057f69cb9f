package org.itocheck.math;

import java.util.SplittableRandom;

/** A program that prints how many doubles its vectors have and, for every function, the bits of many rows. */
final class RowBits {
    static final int LANES = 64;
    private static final int ROWS = 300;

    private RowBits() {}

    public static void main(String[] args) {
        System.out.println(Kernels.doubles());
        for (RowFunction function : RowFunction.values()) {
            System.out.println(line(function, new RowMath(LANES)));
        }
    }

    static String line(RowFunction function, RowMath math) {
        GoldenBits bits = new GoldenBits();
        double[] x = new double[LANES];
        for (int row = 0; row < ROWS; row++) {
            fill(x, function, row);
            function.apply(math, x, x);
            bits.add(x);
        }
        return function + " " + bits.fingerprint();
    }

    /** Of four rows one is near 0, one over the usual range, one among all doubles, and one usual with one entry from {@link #ENDS}. */
    static void fill(double[] x, RowFunction function, int row) {
        SplittableRandom random = new SplittableRandom(row);
        double width = function.to - function.from;
        for (int j = 0; j < x.length; j++) {
            double usual = function.from + width * random.nextDouble();
            x[j] = switch (row % 4) {
                case 0 -> usual * StrictMath.pow(2, -random.nextInt(60));
                case 1, 2 -> usual;
                default -> Double.longBitsToDouble(random.nextLong());
            };
        }
        if (row % 4 == 2) {
            x[row % x.length] = ENDS[row / 4 % ENDS.length];
        }
    }

    /** Where a function changes its ways, and their neighbours. */
    private static final double[] ENDS = {
        0,
        -0.0,
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Double.MIN_VALUE,
        -Double.MIN_VALUE,
        Math.nextDown(Double.MIN_NORMAL),
        Double.MIN_NORMAL,
        -Double.MIN_NORMAL,
        Double.MAX_VALUE,
        -Double.MAX_VALUE,
        Math.sqrt(0.5),
        Math.nextDown(Math.sqrt(0.5)),
        1,
        -1,
        22,
        Math.nextUp(22.0),
        44,
        -44,
        Math.nextUp(44.0),
        354,
        -354,
        Math.nextUp(354.0),
        708,
        -708,
        Math.nextUp(708.0),
        -Math.nextUp(708.0),
        709.78,
        709.79,
        -745.13,
        -745.14,
        1e5,
        -1e5,
        Math.nextUp(1e5),
        1e300
    };

    static int ends() {
        return ENDS.length;
    }

    static double end(int i) {
        return ENDS[i];
    }
}
