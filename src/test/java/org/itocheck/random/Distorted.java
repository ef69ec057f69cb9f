package org.itocheck.random;

import java.util.function.DoubleUnaryOperator;
import java.util.function.IntBinaryOperator;

/** Rows that are wrong on purpose, for showing that the checks see it. */
final class Distorted implements NoiseRows {
    private final NoiseRows rows;
    private final DoubleUnaryOperator map;
    private final IntBinaryOperator indexMap;
    private final int sharedLanes;

    private Distorted(NoiseRows rows, DoubleUnaryOperator map, IntBinaryOperator indexMap, int sharedLanes) {
        this.rows = rows;
        this.map = map;
        this.indexMap = indexMap;
        this.sharedLanes = sharedLanes;
    }

    /** Every real draw goes through the map. */
    static NoiseRows draws(NoiseRows rows, DoubleUnaryOperator map) {
        return new Distorted(rows, map, (bound, index) -> index, 1);
    }

    /** Every index goes through the map of (bound, index). */
    static NoiseRows indices(NoiseRows rows, IntBinaryOperator map) {
        return new Distorted(rows, x -> x, map, 1);
    }

    /** Groups of lanes draw the same numbers. */
    static NoiseRows lanesShared(NoiseRows rows, int group) {
        return new Distorted(rows, x -> x, (bound, index) -> index, group);
    }

    private void distort(double[] row) {
        for (int j = lanes() - 1; j >= 0; j--) {
            row[j] = map.applyAsDouble(row[j - j % sharedLanes]);
        }
    }

    @Override
    public int lanes() {
        return rows.lanes();
    }

    @Override
    public void gaussian(double[] row) {
        rows.gaussian(row);
        distort(row);
    }

    @Override
    public void rademacher(double[] row) {
        rows.rademacher(row);
        distort(row);
    }

    @Override
    public void skewTwoPoint(double[] row) {
        rows.skewTwoPoint(row);
        distort(row);
    }

    @Override
    public void uniform(double[] row) {
        rows.uniform(row);
        distort(row);
    }

    @Override
    public void poisson(double[] row) {
        rows.poisson(row);
        distort(row);
    }

    @Override
    public void exponential(double[] row) {
        rows.exponential(row);
        distort(row);
    }

    @Override
    public void threePoint(double[] row) {
        rows.threePoint(row);
        distort(row);
    }

    @Override
    public void studentT(int degrees, double[] row) {
        rows.studentT(degrees, row);
        distort(row);
    }

    @Override
    public void stable(double[] row) {
        rows.stable(row);
        distort(row);
    }

    @Override
    public void index(int bound, int[] row) {
        rows.index(bound, row);
        for (int j = 0; j < lanes(); j++) {
            row[j] = indexMap.applyAsInt(bound, row[j]);
        }
    }

    @Override
    public RandomStream lane(int lane) {
        return rows.lane(lane);
    }
}
