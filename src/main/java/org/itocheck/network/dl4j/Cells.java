package org.itocheck.network.dl4j;

import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The cells of a dense array of ND4J in the order of its memory, read and written in place as doubles, whatever its precision. */
interface Cells {
    void put(int at, double[] from, int start, int length);

    void get(int at, double[] to, int start, int length);

    /** @param array not a view, of doubles or floats; to be kept as long as its cells */
    static Cells of(INDArray array) {
        return array.dataType() == DataType.DOUBLE
                ? new Doubles(array.data().asNioDouble())
                : new Floats(array.data().asNioFloat());
    }

    record Doubles(DoubleBuffer memory) implements Cells {
        @Override
        public void put(int at, double[] from, int start, int length) {
            memory.put(at, from, start, length);
        }

        @Override
        public void get(int at, double[] to, int start, int length) {
            memory.get(at, to, start, length);
        }
    }

    record Floats(FloatBuffer memory) implements Cells {
        @Override
        public void put(int at, double[] from, int start, int length) {
            for (int k = 0; k < length; k++) {
                memory.put(at + k, (float) from[start + k]);
            }
        }

        @Override
        public void get(int at, double[] to, int start, int length) {
            for (int k = 0; k < length; k++) {
                to[start + k] = memory.get(at + k);
            }
        }
    }
}
