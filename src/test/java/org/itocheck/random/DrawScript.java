package org.itocheck.random;

/** A fixed sequence of calls that mixes all kinds out of step with each other. */
final class DrawScript {
    private DrawScript() {}

    /** Call {@code k} of the script; indices come out as doubles. */
    static void call(int k, NoiseRows rows, double[] row) {
        int kind = (int) Long.remainderUnsigned(Bits.mix(k), 16);
        switch (kind) {
            case 0, 1, 2 -> rows.gaussian(row);
            case 3, 4, 5 -> rows.rademacher(row);
            case 6, 7 -> rows.uniform(row);
            case 8 -> rows.skewTwoPoint(row);
            case 9 -> rows.poisson(row);
            case 10 -> rows.exponential(row);
            case 11 -> rows.studentT(3, row);
            case 12 -> rows.studentT(5, row);
            case 13 -> rows.stable(row);
            case 14 -> rows.threePoint(row);
            default -> {
                int[] index = new int[rows.lanes()];
                rows.index(1 + (k * k) % 1000, index);
                for (int j = 0; j < index.length; j++) {
                    row[j] = index[j];
                }
            }
        }
    }
}
