package org.itocheck.claim.tail;

import java.util.function.IntFunction;
import org.itocheck.claim.Claim;
import org.itocheck.claim.Laboratory;
import org.itocheck.claim.Numbers;
import org.itocheck.claim.Outcome;
import org.itocheck.claim.OutcomeBuilder;
import org.itocheck.objective.Objective;

/**
 * The gradient noise at a point has the given tail index, by the estimator of Theorem F.2: 1/alpha is within the tolerance. The noise is the
 * difference of two mini-batch gradients, which has the same index and is symmetric.
 * <p>This is a test of a tail index for independent entries of one symmetric stable law, and of nothing else. It is no test of Gaussianity:
 * pooled entries of a Gaussian vector that are correlated or of different sizes give estimates from 0 to above 1 (THEORY X38), and a law
 * that is not stable is off by a term of order 1 / log K1. With {@link Entries#SEPARATE} correlations between coordinates play no part.
 *
 * @param objective the loss
 * @param point where its gradient is drawn, shape [d]; copied
 * @param index alpha, above 0, at most 2 (Gaussian)
 * @param entries what a group consists of
 * @param vectors m, how many gradients are in a group; a group has K1 = d m or m entries, at least 2 (X39)
 * @param tolerance for 1/alpha
 * @param estimator what is made of the entries; usually {@link TailEstimator#THEOREM_F2}
 * @see <a href="https://arxiv.org/abs/2102.12470">Li, Malladi, Arora (2021), Theorem F.2</a>
 */
public record NoiseTail(
        Objective objective,
        double[] point,
        double index,
        Entries entries,
        int vectors,
        double tolerance,
        TailEstimator estimator)
        implements Claim {
    /** The usual number of gradients in a group. */
    public static final int VECTORS = 100;
    /** The usual tolerance: alpha = 1.8 differs from 2 by 0.056 in 1/alpha. */
    public static final double TOLERANCE = 0.02;

    /** What a group of the estimator consists of. */
    public enum Entries {
        /** The m draws of one coordinate; the estimates of all coordinates are averaged. */
        SEPARATE,
        /** All d m entries of m gradients, as in the literature: they would have to be independent with one law. */
        POOLED
    }

    /** Checks every argument. */
    public NoiseTail {
        if (point.length != objective.dimension()) {
            throw new IllegalArgumentException("point has " + point.length + " entries, objective " + objective.name()
                    + " has dimension " + objective.dimension());
        }
        point = point.clone();
        if (!(index > 0 && index <= 2)) {
            throw new IllegalArgumentException("index is " + index + ", expected a stable index above 0 and at most 2");
        }
        TailChecks.groupSize(vectors, entries == Entries.POOLED ? point.length : 1);
        TailChecks.tolerance(tolerance);
    }

    /** Groups of 100 draws of each coordinate, 1/alpha within 0.02. */
    public NoiseTail(Objective objective, double[] point, double index) {
        this(objective, point, index, Entries.SEPARATE, VECTORS, TOLERANCE, TailEstimator.THEOREM_F2);
    }

    @Override
    public double[] point() {
        return point.clone();
    }

    @Override
    public int cells() {
        return 1;
    }

    @Override
    public Outcome evaluate(Laboratory laboratory) {
        boolean pooled = entries == Entries.POOLED;
        IntFunction<Draws.Sampler> source = lanes -> new GradientNoise(objective, point, lanes)::draw;
        TailGroups groups = new TailGroups(source, point.length, vectors, pooled, estimator);
        OutcomeBuilder builder = new OutcomeBuilder(
                        "NoiseTail",
                        "gradient noise of " + objective.name() + " at " + TailChecks.at(point) + " has tail index "
                                + Numbers.plain(index))
                .formula("E (log|X_1 + ... + X_K1| - log|X_1|) / log K1 = 1/alpha")
                .source("Li, Malladi, Arora 2021, arXiv:2102.12470, Theorem F.2; THEORY 5.10, X39")
                .truth("symmetric stable law of index " + Numbers.plain(index)
                        + "; no test of Gaussianity unless entries are i.i.d. (X38)")
                .setting((pooled ? "all entries of " : "each coordinate of ") + vectors + " gradient differences")
                .diagnosis(worst -> worst.estimate() > worst.truth()
                        ? "tails heavier than stated, or pooled entries of different size or positive correlation"
                        : "tails lighter than stated, or pooled entries of negative correlation");
        return new IndexEstimate(groups, 1 / index, tolerance)
                .judge("noise of " + objective.name(), builder, laboratory);
    }
}
