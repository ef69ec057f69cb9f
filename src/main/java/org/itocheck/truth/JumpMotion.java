package org.itocheck.truth;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.util.CombinatoricsUtils;
import org.itocheck.objective.LeastSquares;
import org.itocheck.objective.catalogue.AdditiveQuadratic;

/**
 * The Levy SDE {@code dX = -grad L' dt - eta sigma(X-) dZ_{t/eta}} (THEORY X19). On a quadratic with additive noise X is the integral of
 * {@code -eta s e^(-H(t-u)) dZ_{u/eta}}, with the cumulants {@code (-eta s)^j kappa_j / eta (1 - e^(-jht)) / (jh)}; where the noise is
 * linear in x the moments solve a closed ODE.
 *
 * @param learningRate eta
 * @param weightDecay lambda
 * @param start X_0
 * @param checkpoints K
 * @param duration time from one checkpoint to the next
 */
record JumpMotion(double learningRate, double weightDecay, double[] start, int checkpoints, double duration)
        implements Motion {
    /** Gauss-Legendre nodes from one checkpoint to the next: exact to rounding for the 16th cumulant up to h duration = 2. */
    private static final int NODES = 24;

    @Override
    public String source() {
        return "moment ODE of the jumps";
    }

    /** A jump at time u before now arrives as e^(-Hu) of itself; the integral over u is a sum over nodes. */
    @Override
    public List<StateLaw> additive(AdditiveQuadratic objective, NoiseShare share) {
        EigenDecomposition eigen = new EigenDecomposition(new Array2DRowRealMatrix(objective.hessian()));
        double jump = -learningRate * share.factor() * objective.noiseScale();
        List<double[]> directions = new ArrayList<>();
        List<Double> times = new ArrayList<>();
        List<StateLaw> laws = new ArrayList<>();
        for (int k = 1; k <= checkpoints; k++) {
            GaussIntegrator rule = new GaussIntegratorFactory().legendre(NODES, (k - 1) * duration, k * duration);
            for (int node = 0; node < NODES; node++) {
                double[][] decay = decay(eigen, rule.getPoint(node));
                for (double[] column : decay) {
                    directions.add(scaled(jump, column));
                    times.add(rule.getWeight(node));
                }
            }
            double[] amounts = times.stream()
                    .mapToDouble(time -> share.amount() * time / learningRate)
                    .toArray();
            double[] mean = new double[start.length];
            LinearFlow.multiply(decay(eigen, k * duration), start, mean);
            laws.add(new LinearNoiseLaw(mean, List.copyOf(directions), amounts, objective.law()));
        }
        return laws;
    }

    @Override
    public boolean needsCovariance() {
        return false;
    }

    /** In one dimension. */
    @Override
    public List<StateLaw> moments(AffineModel model) {
        if (start.length > 1) {
            return List.of();
        }
        LinearFlow flow = LinearFlow.of(generator(model));
        List<StateLaw> laws = new ArrayList<>();
        double[] moments = model.basis().at(start);
        for (int k = 0; k < checkpoints; k++) {
            moments = flow.after(duration, moments);
            laws.add(new MomentLaw(model.basis(), moments));
        }
        return laws;
    }

    /** {@code d/dt E x^n = n E x^(n-1) drift + (1/eta) sum_{j>=2} C(n,j) (-eta)^j E K_j(x) x^(n-j)} with the cumulants K_j of the noise. */
    private double[][] generator(AffineModel model) {
        MonomialBasis basis = model.basis();
        double[] drift = basis.affine(new double[] {-model.hessian()[0][0] - weightDecay}, model.offset()[0]);
        double[][] cumulants = cumulants(model);
        double[][] g = new double[basis.size()][basis.size()];
        for (int n = 1; n < basis.size(); n++) {
            basis.addProduct(n, drift, power(basis, n - 1), g[n]);
            for (int j = 2; j <= n; j++) {
                double rate = CombinatoricsUtils.binomialCoefficientDouble(n, j)
                        * StrictMath.pow(-learningRate, j)
                        / learningRate;
                basis.addProduct(rate, cumulants[j], power(basis, n - j), g[n]);
            }
        }
        return g;
    }

    /** The cumulants of the noise as polynomials of x, from its moments. */
    private static double[][] cumulants(AffineModel model) {
        MonomialBasis basis = model.basis();
        double[][] moments = model.noise().rows();
        double[][] k = new double[basis.size()][];
        for (int n = 1; n < basis.size(); n++) {
            k[n] = moments[n].clone();
            for (int i = 1; i < n; i++) {
                double binomial = CombinatoricsUtils.binomialCoefficientDouble(n - 1, i - 1);
                basis.addProduct(-binomial, k[i], moments[n - i], k[n]);
            }
        }
        return k;
    }

    /** x^n in one dimension, where monomial number n is the n-th power. */
    private static double[] power(MonomialBasis basis, int n) {
        double[] p = new double[basis.size()];
        p[n] = 1;
        return p;
    }

    private double[][] decay(EigenDecomposition eigen, double time) {
        int d = start.length;
        double[][] decay = new double[d][d];
        for (int e = 0; e < d; e++) {
            double[] v = eigen.getEigenvector(e).toArray();
            double factor = StrictMath.exp(-(eigen.getRealEigenvalue(e) + weightDecay) * time);
            for (int i = 0; i < d; i++) {
                for (int k = 0; k < d; k++) {
                    decay[i][k] += factor * v[i] * v[k];
                }
            }
        }
        return decay;
    }

    private static double[] scaled(double factor, double[] v) {
        double[] result = v.clone();
        for (int i = 0; i < v.length; i++) {
            result[i] *= factor;
        }
        return result;
    }

    /** The noise of a finite sum is not infinitely divisible. */
    @Override
    public List<StateLaw> twoMoments(LeastSquares objective) {
        return List.of();
    }

    @Override
    public Optional<ScalarModel.Flow> scalar(ScalarModel model) {
        return Optional.empty();
    }

    @Override
    public boolean confined() {
        return false;
    }

    @Override
    public List<StateLaw> norms(NormModel model) {
        return List.of();
    }
}
