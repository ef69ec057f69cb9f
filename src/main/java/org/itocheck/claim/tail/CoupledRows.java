package org.itocheck.claim.tail;

import java.util.ArrayList;
import java.util.List;
import org.itocheck.random.NoiseRows;
import org.itocheck.random.RandomStream;
import org.jspecify.annotations.Nullable;

/**
 * Rows that remember what they gave and give it again: the same mini-batch at two points. {@link #record} starts a new recording,
 * {@link #replay} goes back to its beginning. Every kind of draw must come in the same order both times.
 */
final class CoupledRows implements NoiseRows {
    private final int lanes;
    private final List<double[]> rows = new ArrayList<>();
    private final List<int[]> indices = new ArrayList<>();
    private final CoupledRows[] single;
    private final @Nullable RandomStream[] streams;
    private @Nullable NoiseRows source;
    private boolean recording;
    private int nextRow;
    private int nextIndex;
    private int recordedRows;
    private int recordedIndices;

    CoupledRows(int lanes) {
        this.lanes = lanes;
        this.single = new CoupledRows[lanes];
        this.streams = new RandomStream[lanes];
    }

    /** Draws from the source from now on, and remembers. */
    void record(NoiseRows newSource) {
        source = newSource;
        recording = true;
        nextRow = 0;
        nextIndex = 0;
        for (int j = 0; j < lanes; j++) {
            if (streams[j] != null) {
                single[j].record(newSource.lane(j).rows());
            }
        }
    }

    /** Gives the same again. */
    void replay() {
        if (recording) {
            recordedRows = nextRow;
            recordedIndices = nextIndex;
            recording = false;
        }
        nextRow = 0;
        nextIndex = 0;
        for (int j = 0; j < lanes; j++) {
            if (streams[j] != null) {
                single[j].replay();
            }
        }
    }

    @Override
    public int lanes() {
        return lanes;
    }

    @Override
    public void gaussian(double[] row) {
        if (recording) {
            source().gaussian(row);
        }
        keep(row);
    }

    @Override
    public void rademacher(double[] row) {
        if (recording) {
            source().rademacher(row);
        }
        keep(row);
    }

    @Override
    public void skewTwoPoint(double[] row) {
        if (recording) {
            source().skewTwoPoint(row);
        }
        keep(row);
    }

    @Override
    public void uniform(double[] row) {
        if (recording) {
            source().uniform(row);
        }
        keep(row);
    }

    @Override
    public void poisson(double[] row) {
        if (recording) {
            source().poisson(row);
        }
        keep(row);
    }

    @Override
    public void exponential(double[] row) {
        if (recording) {
            source().exponential(row);
        }
        keep(row);
    }

    @Override
    public void threePoint(double[] row) {
        if (recording) {
            source().threePoint(row);
        }
        keep(row);
    }

    @Override
    public void studentT(int degrees, double[] row) {
        if (recording) {
            source().studentT(degrees, row);
        }
        keep(row);
    }

    @Override
    public void stable(double[] row) {
        if (recording) {
            source().stable(row);
        }
        keep(row);
    }

    @Override
    public void index(int bound, int[] row) {
        if (recording) {
            source().index(bound, row);
            if (nextIndex == indices.size()) {
                indices.add(new int[lanes]);
            }
            System.arraycopy(row, 0, indices.get(nextIndex), 0, lanes);
        } else {
            System.arraycopy(indices.get(within(nextIndex, recordedIndices)), 0, row, 0, lanes);
        }
        nextIndex++;
    }

    @Override
    public RandomStream lane(int lane) {
        RandomStream stream = streams[lane];
        if (stream == null) {
            if (!recording) {
                throw differs();
            }
            single[lane] = new CoupledRows(1);
            stream = new RandomStream(single[lane]);
            streams[lane] = stream;
            single[lane].record(source().lane(lane).rows());
        }
        return stream;
    }

    private NoiseRows source() {
        if (source == null) {
            throw new IllegalStateException("nothing to draw from; call record(source) first");
        }
        return source;
    }

    /** Remembers the row, or overwrites it with the one remembered. */
    private void keep(double[] row) {
        if (recording) {
            if (nextRow == rows.size()) {
                rows.add(new double[lanes]);
            }
            System.arraycopy(row, 0, rows.get(nextRow), 0, lanes);
        } else {
            System.arraycopy(rows.get(within(nextRow, recordedRows)), 0, row, 0, lanes);
        }
        nextRow++;
    }

    private static int within(int next, int recorded) {
        if (next >= recorded) {
            throw differs();
        }
        return next;
    }

    private static IllegalStateException differs() {
        return new IllegalStateException("the gradient makes other draws at one point than at another with the same"
                + " mini-batch; draw the same numbers at every point");
    }
}
