package org.itocheck.truth;

/** Sums over paths. Each keeps what its additions round away (Neumaier), so that millions of paths cost no digits. */
public final class PathSums {
    private final double[] sums;
    private final double[] lost;

    PathSums(int count) {
        this.sums = new double[count];
        this.lost = new double[count];
    }

    /** Adds a value to one of the sums. */
    public void add(int number, double value) {
        double before = sums[number];
        double sum = before + value;
        lost[number] += Math.abs(before) >= Math.abs(value) ? before - sum + value : value - sum + before;
        sums[number] = sum;
    }

    /** Adds the sums over other paths, which stay as they are. */
    PathSums plus(PathSums other) {
        for (int i = 0; i < sums.length; i++) {
            add(i, other.sums[i]);
            lost[i] += other.lost[i];
        }
        return this;
    }

    double[] values() {
        double[] values = new double[sums.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = sums[i] + lost[i];
        }
        return values;
    }
}
