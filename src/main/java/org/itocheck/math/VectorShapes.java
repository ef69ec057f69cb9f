package org.itocheck.math;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/**
 * The one shape of all vectors of this JVM: the widest of the processor, up to {@link Kernels#bits()}. Two shapes in one JVM would be a
 * disaster: the methods of the Vector API would see two kinds of receivers, and the compiler would make an object of many a vector.
 */
public final class VectorShapes implements Kernels.Width {
    /** Vectors of doubles. */
    public static final VectorSpecies<Double> DOUBLES = VectorSpecies.of(double.class, VectorShape.forBitSize(bits()));
    /** As many longs. */
    public static final VectorSpecies<Long> LONGS = LongVector.SPECIES_PREFERRED.withShape(DOUBLES.vectorShape());
    /** As many ints; no machine has vectors of two. */
    public static final VectorSpecies<Integer> INTS =
            DOUBLES.length() == 8 ? IntVector.SPECIES_256 : IntVector.SPECIES_128;

    private static int bits() {
        return Math.min(DoubleVector.SPECIES_PREFERRED.vectorBitSize(), Kernels.bits());
    }

    @Override
    public int doubles() {
        return DOUBLES.length();
    }
}
