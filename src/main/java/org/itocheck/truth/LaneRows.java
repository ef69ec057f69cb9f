package org.itocheck.truth;

import org.itocheck.random.NoiseRows;
import org.itocheck.random.RandomStream;

/** One lane of enumerated rows. */
final class LaneRows implements NoiseRows {
    private final EnumeratedRows rows;
    private final int lane;

    LaneRows(EnumeratedRows rows, int lane) {
        this.rows = rows;
        this.lane = lane;
    }

    @Override
    public int lanes() {
        return 1;
    }

    @Override
    public void gaussian(double[] row) {
        row[0] = rows.value(Atoms.GAUSSIAN, lane);
    }

    @Override
    public void rademacher(double[] row) {
        row[0] = rows.value(Atoms.RADEMACHER, lane);
    }

    @Override
    public void skewTwoPoint(double[] row) {
        row[0] = rows.value(Atoms.SKEW_TWO_POINT, lane);
    }

    @Override
    public void uniform(double[] row) {
        row[0] = rows.value(Atoms.UNIFORM, lane);
    }

    @Override
    public void poisson(double[] row) {
        throw Atoms.unsupported("poisson1");
    }

    @Override
    public void exponential(double[] row) {
        throw Atoms.unsupported("exp1");
    }

    @Override
    public void threePoint(double[] row) {
        row[0] = rows.value(Atoms.THREE_POINT, lane);
    }

    @Override
    public void studentT(int degrees, double[] row) {
        throw Atoms.unsupported("t" + degrees);
    }

    @Override
    public void stable(double[] row) {
        throw Atoms.unsupported("stable1.5");
    }

    @Override
    public void index(int bound, int[] row) {
        row[0] = rows.next(Atoms.index(bound), lane);
    }

    @Override
    public RandomStream lane(int number) {
        if (number != 0) {
            throw new IllegalArgumentException("lane is " + number + ", these rows have 1 lane, number 0");
        }
        return rows.lane(lane);
    }
}
