package org.itocheck.truth;

import java.util.Optional;
import org.itocheck.objective.LeastSquares;
import org.itocheck.objective.Objective;
import org.itocheck.objective.catalogue.AdditiveQuadratic;
import org.itocheck.objective.catalogue.ConstantGradient;
import org.itocheck.objective.catalogue.RandomCurvature;
import org.itocheck.random.NoiseLaw;

/**
 * A loss whose stochastic gradient is an affine function of the state, {@code grad L = Hx - c} plus noise whose moments given x are
 * polynomials of x: then the moments of the state form closed linear recursions and ODEs (THEORY 3.B, 3.C).
 *
 * @param hessian H
 * @param offset c
 * @param noise the moments of the centred noise of one mini-batch gradient
 */
record AffineModel(double[][] hessian, double[] offset, MomentPolynomials noise) {
    /** The model of an objective of the catalogue; empty for any other, and where the basis would be large or moments do not exist. */
    static Optional<AffineModel> of(Objective objective) {
        NoiseShare share = NoiseShare.of(objective);
        MonomialBasis line = new MonomialBasis(1, 8);
        if (share.whole() instanceof RandomCurvature b) {
            boolean known = b.zeta().hasMoment(line.degree()) && (b.same() || b.xi().hasMoment(line.degree()));
            return known ? Optional.of(randomCurvature(b, share, line)) : Optional.empty();
        }
        if (share.whole() instanceof AdditiveQuadratic a) {
            double[] offset = new double[a.dimension()];
            return MonomialBasis.small(a.dimension())
                    .filter(basis -> a.law().hasMoment(basis.degree()))
                    .map(basis -> additive(a, offset, share, basis));
        }
        if (share.whole() instanceof ConstantGradient f) {
            return f.law().hasMoment(line.degree())
                    ? Optional.of(additive(f.withoutSlope(), new double[] {-f.slope()}, share, line))
                    : Optional.empty();
        }
        if (share.whole() instanceof LeastSquares c) {
            return MonomialBasis.small(c.dimension()).map(basis -> leastSquares(c, basis));
        }
        return Optional.empty();
    }

    MonomialBasis basis() {
        return noise.basis();
    }

    /** The linear map of the moments of the state in one step: {@code E x'^alpha = sum_beta map[alpha][beta] E x^beta}. */
    double[][] map(OneStep step) {
        int d = offset.length;
        double[][] drift = new double[d][];
        for (int i = 0; i < d; i++) {
            double[] row = new double[d];
            for (int k = 0; k < d; k++) {
                row[k] = (i == k ? step.decay() : 0) - step.step() * hessian[i][k];
            }
            drift[i] = basis().affine(row, step.step() * offset[i]);
        }
        MomentPolynomials draw = step.gaussian() ? noise.gaussian() : noise;
        MomentPolynomials next = MomentPolynomials.of(basis(), drift);
        for (double w : step.weights()) {
            next = next.plus(draw.times(w));
        }
        return next.rows();
    }

    /** The generator of the SDE on the monomials: {@code d/dt E x^alpha = sum_beta G[alpha][beta] E x^beta}. */
    double[][] generator(Motion.Continuous motion) {
        MonomialBasis basis = basis();
        int d = offset.length;
        double[][] g = new double[basis.size()][basis.size()];
        LinearDrift drift = LinearDrift.of(hessian, offset, motion);
        for (int i = 0; i < d; i++) {
            addDerivative(basis.affine(drift.matrix()[i], drift.constant()[i]), 1, g, i);
            for (int k = 0; k < d; k++) {
                double[] s = noise.rows()[basis.product(basis.variable(i), basis.variable(k))];
                addDerivative(s, motion.noise() / 2, g, i, k);
            }
        }
        return g;
    }

    /** Adds factor * p * (the derivative by the given variables) to every row. */
    private void addDerivative(double[] p, double factor, double[][] g, int... variables) {
        MonomialBasis basis = basis();
        for (int alpha = 0; alpha < basis.size(); alpha++) {
            int rest = alpha;
            double times = factor;
            for (int v : variables) {
                int power = basis.monomial(rest).power(v);
                times *= power;
                if (power > 0) {
                    rest = MomentPolynomials.lower(basis, rest, v);
                }
            }
            if (times != 0) {
                double[] monomial = new double[basis.size()];
                monomial[rest] = 1;
                basis.addProduct(times, p, monomial, g[alpha]);
            }
        }
    }

    private static AffineModel additive(AdditiveQuadratic a, double[] offset, NoiseShare share, MonomialBasis basis) {
        double[] moments = NoisePowers.moments(a.law(), share.amount(), basis.degree());
        MomentPolynomials noise = MomentPolynomials.zero(basis);
        for (int beta = 1; beta < basis.size(); beta++) {
            double product = 1;
            for (int i = 0; i < basis.dimension(); i++) {
                int p = basis.monomial(beta).power(i);
                product *= StrictMath.pow(share.factor() * a.noiseScale(), p) * moments[p];
            }
            noise.rows()[beta][0] = product;
        }
        return new AffineModel(a.hessian(), offset, noise);
    }

    private static AffineModel randomCurvature(RandomCurvature b, NoiseShare share, MonomialBasis basis) {
        double[] tau = {share.factor() * b.multiplicative()};
        double s = share.factor() * b.additive();
        MomentPolynomials noise = b.same()
                ? scalar(basis, b.zeta(), share, basis.affine(tau, s))
                : scalar(basis, b.zeta(), share, basis.affine(tau, 0))
                        .plus(scalar(basis, b.xi(), share, basis.affine(new double[1], s)));
        return new AffineModel(new double[][] {{b.curvature()}}, new double[1], noise);
    }

    /** The moments of factor(x) xi. */
    private static MomentPolynomials scalar(MonomialBasis basis, NoiseLaw law, NoiseShare share, double[] factor) {
        double[] moments = NoisePowers.moments(law, share.amount(), basis.degree());
        MomentPolynomials result = MomentPolynomials.of(basis, new double[][] {factor});
        for (int m = 0; m < basis.size(); m++) {
            for (int a = 0; a < basis.size(); a++) {
                result.rows()[m][a] *= moments[m];
            }
        }
        return result;
    }

    private static AffineModel leastSquares(LeastSquares c, MonomialBasis basis) {
        NormalEquations normal = NormalEquations.of(c);
        double[][] features = c.features();
        double[] targets = c.targets();
        int d = c.dimension();
        int n = targets.length;
        double[][] rows = new double[basis.size()][basis.size()];
        for (int s = 0; s < n; s++) {
            double[][] deviation = new double[d][];
            for (int i = 0; i < d; i++) {
                double[] row = new double[d];
                for (int k = 0; k < d; k++) {
                    row[k] = features[s][i] * features[s][k] - normal.hessian()[i][k];
                }
                deviation[i] = basis.affine(row, normal.offset()[i] - targets[s] * features[s][i]);
            }
            add(MomentPolynomials.of(basis, deviation).rows(), rows);
        }
        divide(rows, n);
        MomentPolynomials one = new MomentPolynomials(basis, rows);
        return new AffineModel(normal.hessian(), normal.offset(), one.meanOf(c.batchSize()));
    }

    private static void add(double[][] from, double[][] to) {
        for (int i = 0; i < to.length; i++) {
            for (int k = 0; k < to.length; k++) {
                to[i][k] += from[i][k];
            }
        }
    }

    /** After the sum and not in it: then the moment of degree 0, on which every step builds, is 1 to the last bit. */
    private static void divide(double[][] rows, int by) {
        for (double[] row : rows) {
            for (int k = 0; k < row.length; k++) {
                row[k] /= by;
            }
        }
    }
}
