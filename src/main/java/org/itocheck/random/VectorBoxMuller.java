package org.itocheck.random;

import static org.itocheck.random.BoxMuller.*;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.itocheck.math.VectorShapes;

/**
 * {@link BoxMuller} on the Vector API, operation for operation. Three short stages, called through an array whose entries the compiler
 * cannot tell: inlined into one method they would be too long for it, and every vector would become an object. So would what a helper of
 * ours takes or makes, however short: the compiler may meet it before it knows that it is called often, and leave it a call for good.
 */
final class VectorBoxMuller {
    private static final VectorSpecies<Double> DOUBLES = VectorShapes.DOUBLES;
    private static final VectorSpecies<Long> LONGS = VectorShapes.LONGS;
    private static final int WIDTH = DOUBLES.length();

    /** Words in, rows out, through the working memory. */
    private interface Stage {
        void run(VectorBoxMuller memory, long[] radiusWords, long[] angleWords, double[] cosineRow, double[] sineRow);
    }

    private static final Stage[] STAGES = {
        (m, radiusWords, angleWords, cosineRow, sineRow) -> split(radiusWords, m.radius, m.exponent, m.lanes),
        (m, radiusWords, angleWords, cosineRow, sineRow) -> radiusOf(m.radius, m.exponent, m.lanes),
        (m, radiusWords, angleWords, cosineRow, sineRow) -> project(m.radius, angleWords, cosineRow, sineRow, m.lanes)
    };

    private final int lanes;
    private final double[] radius;
    private final double[] exponent;

    VectorBoxMuller(int lanes) {
        this.lanes = lanes;
        radius = new double[lanes];
        exponent = new double[lanes];
    }

    void pair(long[] radiusWords, long[] angleWords, double[] cosineRow, double[] sineRow) {
        for (Stage stage : STAGES) {
            stage.run(this, radiusWords, angleWords, cosineRow, sineRow);
        }
    }

    /** u = 2^e (1 + t): t and e. */
    private static void split(long[] words, double[] t, double[] exponent, int n) {
        for (int j = 0; j < n; j += WIDTH) {
            LongVector u = LongVector.fromArray(LONGS, words, j)
                    .lanewise(VectorOperators.LSHR, 12)
                    .or(ONE_BITS)
                    .reinterpretAsDoubles()
                    .sub(1 - 0x1p-53)
                    .reinterpretAsLongs();
            LongVector e =
                    u.sub(SQRT_HALF_BITS - (OFFSET << MANTISSA_BITS)).lanewise(VectorOperators.LSHR, MANTISSA_BITS);
            e.or(TWO_TO_52_BITS).reinterpretAsDoubles().sub(0x1p52 + OFFSET).intoArray(exponent, j);
            u.sub(e.sub(OFFSET).lanewise(VectorOperators.LSHL, MANTISSA_BITS))
                    .reinterpretAsDoubles()
                    .sub(1)
                    .intoArray(t, j);
        }
    }

    private static void radiusOf(double[] row, double[] exponent, int n) {
        for (int j = 0; j < n; j += WIDTH) {
            DoubleVector t = DoubleVector.fromArray(DOUBLES, row, j);
            DoubleVector t2 = t.mul(t);
            DoubleVector t4 = t2.mul(t2);
            DoubleVector a = t.fma(L3, L2).fma(t2, t.fma(L1, L0));
            DoubleVector b = t.fma(L7, L6).fma(t2, t.fma(L5, L4));
            DoubleVector c = t.fma(L11, L10).fma(t2, t.fma(L9, L8));
            DoubleVector d = DoubleVector.broadcast(DOUBLES, L14).fma(t2, t.fma(L13, L12));
            DoubleVector minusTwoLog = d.fma(t4, c).fma(t4.mul(t4), b.fma(t4, a));
            DoubleVector e = DoubleVector.fromArray(DOUBLES, exponent, j);
            DoubleVector.broadcast(DOUBLES, MINUS_2_LN2)
                    .fma(e, t.mul(minusTwoLog))
                    .sqrt()
                    .intoArray(row, j);
        }
    }

    private static void project(double[] radius, long[] angleWords, double[] cosineRow, double[] sineRow, int n) {
        for (int j = 0; j < n; j += WIDTH) {
            DoubleVector f = LongVector.fromArray(LONGS, angleWords, j)
                    .lanewise(VectorOperators.LSHR, 12)
                    .or(ONE_BITS)
                    .reinterpretAsDoubles()
                    .sub(1.5);
            DoubleVector w = f.mul(f);
            DoubleVector w2 = w.mul(w);
            DoubleVector w4 = w2.mul(w2);
            DoubleVector low = w.fma(S3, S2).fma(w2, w.fma(S1, S0));
            DoubleVector sine = f.mul(
                    DoubleVector.broadcast(DOUBLES, S6).fma(w2, w.fma(S5, S4)).fma(w4, low));
            low = w.fma(C3, C2).fma(w2, w.fma(C1, C0));
            DoubleVector cosine =
                    DoubleVector.broadcast(DOUBLES, C6).fma(w2, w.fma(C5, C4)).fma(w4, low);
            DoubleVector r = DoubleVector.fromArray(DOUBLES, radius, j);
            DoubleVector radiusSine = r.mul(sine);
            radiusSine.mul(-2).fma(sine, r).intoArray(cosineRow, j);
            radiusSine.mul(2).mul(cosine).intoArray(sineRow, j);
        }
    }
}
