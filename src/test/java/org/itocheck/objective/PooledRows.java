package org.itocheck.objective;

/** Rows that cost next to nothing, for benchmarks: a pool of 16 rows, again and again. */
final class PooledRows extends ScriptedRows {
    private final int lanes;
    private final double[][] normals = new double[16][];
    private final int[][] indices = new int[16][];
    private int next;
    private int bound;

    PooledRows(int lanes) {
        super(lanes);
        this.lanes = lanes;
        TestRows rows = new TestRows(1, lanes);
        for (int i = 0; i < normals.length; i++) {
            normals[i] = new double[lanes];
            rows.gaussian(normals[i]);
            indices[i] = new int[lanes];
        }
    }

    @Override
    public void gaussian(double[] row) {
        System.arraycopy(normals[next++ & 15], 0, row, 0, lanes);
    }

    @Override
    public void index(int newBound, int[] row) {
        if (newBound != bound) {
            bound = newBound;
            TestRows rows = new TestRows(2, lanes);
            for (int[] pooled : indices) {
                rows.index(bound, pooled);
            }
        }
        System.arraycopy(indices[next++ & 15], 0, row, 0, lanes);
    }
}
