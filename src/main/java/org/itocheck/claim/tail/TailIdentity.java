package org.itocheck.claim.tail;

import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.itocheck.claim.Claim;
import org.itocheck.claim.Laboratory;
import org.itocheck.claim.Numbers;
import org.itocheck.claim.Outcome;
import org.itocheck.claim.OutcomeBuilder;
import org.itocheck.random.NoiseRows;

/**
 * The estimator of Theorem F.2 on blocks of correlated Gaussian entries has the mean of Theorem F.3: for independent blocks
 * {@code (X_((j-1)d+1), ..., X_(jd)) ~ N(0, Sigma)}, m of them in a group of K1 = d m entries (index corrected, THEORY X37),
 * <pre>{@code (log(m 1'Sigma 1) - mean_i log Sigma_ii) / (2 log(d m)).}</pre>
 * It is 1/2 for independent entries of one size; correlation moves it towards 1 or 0, different sizes beyond 1 (X38): the estimator is no
 * test of Gaussianity.
 *
 * @param covariance Sigma, shape [d][d], with positive diagonal and positive sum; copied
 * @param blocks m, at least 1, with d m at least 2
 * @param expected the mean that is claimed; usually {@link #formula}
 * @param tolerance for the mean
 * @see <a href="https://arxiv.org/abs/2102.12470">Li, Malladi, Arora (2021), Theorem F.3</a>
 */
public record TailIdentity(double[][] covariance, int blocks, double expected, double tolerance) implements Claim {
    private static final double ROUNDING = 1e-12;

    /** Checks every argument. */
    public TailIdentity {
        covariance = Arrays.stream(covariance).map(double[]::clone).toArray(double[][]::new);
        for (int i = 0; i < covariance.length; i++) {
            if (covariance[i].length != covariance.length || !(covariance[i][i] > 0)) {
                throw new IllegalArgumentException("covariance[" + i + "] is " + Arrays.toString(covariance[i])
                        + ", expected " + covariance.length + " entries and a positive one on the diagonal");
            }
        }
        if (!(sum(covariance) > 0)) {
            throw new IllegalArgumentException("covariance has the sum " + sum(covariance)
                    + " of entries, expected a positive one: the sum of a block must not be 0");
        }
        TailChecks.groupSize(blocks, covariance.length);
        TailChecks.tolerance(tolerance);
        root(covariance);
    }

    /** The formula of the theorem, within the given tolerance. */
    public TailIdentity(double[][] covariance, int blocks, double tolerance) {
        this(covariance, blocks, formula(covariance, blocks), tolerance);
    }

    /** Unit variances and the same correlation of all pairs. */
    public static double[][] equicorrelated(int dimension, double correlation) {
        double[][] covariance = new double[dimension][dimension];
        for (int i = 0; i < dimension; i++) {
            Arrays.fill(covariance[i], correlation);
            covariance[i][i] = 1;
        }
        return covariance;
    }

    /** The right-hand side of Theorem F.3, which also the limit of the estimator for independent blocks of many groups. */
    public static double formula(double[][] covariance, int blocks) {
        double logs = 0;
        for (int i = 0; i < covariance.length; i++) {
            logs += StrictMath.log(covariance[i][i]);
        }
        int d = covariance.length;
        return (StrictMath.log(blocks * sum(covariance)) - logs / d) / (2 * StrictMath.log((double) d * blocks));
    }

    @Override
    public double[][] covariance() {
        return Arrays.stream(covariance).map(double[]::clone).toArray(double[][]::new);
    }

    @Override
    public int cells() {
        return 1;
    }

    @Override
    public Outcome evaluate(Laboratory laboratory) {
        int d = covariance.length;
        double[][] root = root(covariance);
        TailGroups groups = new TailGroups(lanes -> new Blocks(root, lanes), d, blocks, true, TailEstimator.THEOREM_F2);
        OutcomeBuilder builder = new OutcomeBuilder(
                        "TailIdentity",
                        "the tail estimator on Gaussian blocks of " + d + " has mean " + Numbers.plain(expected))
                .formula("E 1/alpha-hat = (log(m 1'S1) - mean log S_ii) / (2 log(d m))")
                .source("Li, Malladi, Arora 2021, arXiv:2102.12470, Theorem F.3; THEORY X37, X38")
                .truth("closed form")
                .setting("d = " + d + ", m = " + blocks)
                .diagnosis(worst -> "the formula gives " + Numbers.plain(formula(covariance, blocks))
                        + ": a block has d entries, a group d m");
        return new IndexEstimate(groups, expected, tolerance).judge("Gaussian blocks", builder, laboratory);
    }

    private static double sum(double[][] matrix) {
        return Arrays.stream(matrix).flatMapToDouble(Arrays::stream).sum();
    }

    /** Any factor of Sigma. */
    private static double[][] root(double[][] covariance) {
        EigenDecomposition eigen = new EigenDecomposition(new Array2DRowRealMatrix(covariance));
        int d = covariance.length;
        double[][] root = new double[d][d];
        for (int e = 0; e < d; e++) {
            double value = eigen.getRealEigenvalue(e);
            if (eigen.getImagEigenvalue(e) != 0 || value < -ROUNDING * sum(covariance) * d) {
                throw new IllegalArgumentException("covariance has the eigenvalue " + value
                        + ", expected a symmetric matrix without negative ones");
            }
            for (int i = 0; i < d; i++) {
                root[i][e] =
                        Math.sqrt(Math.max(0, value)) * eigen.getEigenvector(e).getEntry(i);
            }
        }
        return root;
    }

    private static final class Blocks implements Draws.Sampler {
        private final double[][] root;
        private final double[] z;

        Blocks(double[][] root, int lanes) {
            this.root = root;
            this.z = new double[lanes];
        }

        @Override
        public void draw(NoiseRows noise, double[][] out) {
            for (double[] row : out) {
                Arrays.fill(row, 0);
            }
            for (int e = 0; e < root.length; e++) {
                noise.gaussian(z);
                for (int i = 0; i < out.length; i++) {
                    addScaled(root[i][e], z, out[i]);
                }
            }
        }

        private static void addScaled(double factor, double[] row, double[] sum) {
            for (int j = 0; j < row.length; j++) {
                sum[j] += factor * row[j];
            }
        }
    }
}
