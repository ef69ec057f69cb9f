package org.itocheck.truth;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.itocheck.dynamics.Dynamics;
import org.itocheck.objective.FiniteSum;
import org.itocheck.objective.GradientMoments;
import org.itocheck.objective.Objective;
import org.itocheck.objective.catalogue.AdditiveQuadratic;
import org.itocheck.objective.catalogue.RandomCurvature;
import org.itocheck.objective.catalogue.ScalarNoise;
import org.itocheck.observable.Exponents;
import org.itocheck.random.NoiseLaw;

/**
 * How widely products of entries of the centred step {@code c = Delta - E Delta} of a built-in dynamics spread, exactly: from the moments up
 * to order six of one mini-batch gradient at a point, put together with the weights of the step (THEORY 1.3, 5.7). What a test of one-step
 * moments needs to know of its values.
 */
public final class StepSpread {
    private static final int DEGREE = 6;

    private final OneStep step;
    private final Objective objective;
    private final double[] point;
    private final GradientMoments gradient;
    private final Map<List<Integer>, MomentPolynomials> sums = new HashMap<>();

    private StepSpread(OneStep step, Objective objective, double[] point, GradientMoments gradient) {
        this.step = step;
        this.objective = objective;
        this.point = point;
        this.gradient = gradient;
    }

    /**
     * The spread of a step from a point.
     *
     * @param dynamics a built-in dynamics
     * @param point shape [d]; copied
     * @return empty for any other dynamics, and for losses of which fewer than six moments exist or are known, unless the noise is Gaussian
     */
    public static Optional<StepSpread> of(Dynamics dynamics, double[] point) {
        Objective objective = dynamics.objective();
        Optional<GradientMoments> gradient = objective.gradientMoments(point);
        Optional<OneStep> step = OneStep.of(dynamics);
        boolean catalogued = objective instanceof FiniteSum
                || objective instanceof AdditiveQuadratic
                || objective instanceof RandomCurvature
                || objective instanceof ScalarNoise;
        boolean known = catalogued && !objective.regularity().lacksMoment(DEGREE);
        return step.isEmpty() || gradient.isEmpty() || !(known || step.get().gaussian())
                ? Optional.empty()
                : Optional.of(new StepSpread(step.get(), objective, point.clone(), gradient.get()));
    }

    /**
     * E and Var of the product of up to three entries of c.
     *
     * @param indices 1 to 3 of 0 to d - 1, in any order
     */
    public Expectation product(int... indices) {
        List<Integer> distinct =
                Arrays.stream(indices).sorted().distinct().boxed().toList();
        MomentPolynomials sum = sums.computeIfAbsent(distinct, this::sum);
        int[] powers = new int[distinct.size()];
        for (int i : indices) {
            powers[distinct.indexOf(i)]++;
        }
        int[] doubled = Arrays.stream(powers).map(p -> 2 * p).toArray();
        return Expectation.ofSquare(moment(sum, powers), moment(sum, doubled));
    }

    private static double moment(MomentPolynomials moments, int... powers) {
        return moments.rows()[moments.basis().indexOf(new Exponents(powers))][0];
    }

    /** The moments of some entries of the step: polynomials of degree 0, since the point is fixed. */
    private MomentPolynomials sum(List<Integer> entries) {
        MonomialBasis basis = new MonomialBasis(entries.size(), DEGREE);
        MomentPolynomials draw = step.gaussian() ? covariance(basis, entries).gaussian() : draw(basis, entries);
        MomentPolynomials sum = MomentPolynomials.zero(basis);
        for (double weight : step.weights()) {
            sum = sum.plus(draw.times(weight));
        }
        return sum;
    }

    private MomentPolynomials covariance(MonomialBasis basis, List<Integer> entries) {
        MomentPolynomials result = MomentPolynomials.zero(basis);
        for (int i = 0; i < entries.size(); i++) {
            for (int j = 0; j < entries.size(); j++) {
                int pair = basis.product(basis.variable(i), basis.variable(j));
                result.rows()[pair][0] = gradient.covariance()[entries.get(i)][entries.get(j)];
            }
        }
        return result;
    }

    private MomentPolynomials draw(MonomialBasis basis, List<Integer> entries) {
        if (objective instanceof FiniteSum sum) {
            return batch(sum, basis, entries);
        }
        if (objective instanceof AdditiveQuadratic a) {
            MomentPolynomials all = MomentPolynomials.zero(basis);
            for (int i = 0; i < entries.size(); i++) {
                all = all.plus(scalar(basis, i, a.law(), a.noiseScale()));
            }
            return all;
        }
        if (objective instanceof RandomCurvature b) {
            double slope = b.multiplicative() * point[0];
            return b.same()
                    ? scalar(basis, 0, b.zeta(), slope + b.additive())
                    : scalar(basis, 0, b.zeta(), slope).plus(scalar(basis, 0, b.xi(), b.additive()));
        }
        ScalarNoise d = (ScalarNoise) objective;
        return scalar(basis, 0, d.law(), d.noiseScale(point[0]));
    }

    /** A vector with scale xi in one entry and 0 in the others. */
    private static MomentPolynomials scalar(MonomialBasis basis, int entry, NoiseLaw law, double scale) {
        double[] moments = LawFacts.moments(law, DEGREE);
        MomentPolynomials result = MomentPolynomials.zero(basis);
        int[] powers = new int[basis.dimension()];
        for (int m = 1; m <= DEGREE; m++) {
            powers[entry] = m;
            result.rows()[basis.indexOf(new Exponents(powers))][0] = moments[m] * StrictMath.pow(scale, m);
        }
        return result;
    }

    private MomentPolynomials batch(FiniteSum sum, MonomialBasis basis, List<Integer> entries) {
        double[] sample = new double[sum.dimension()];
        int[] variable = new int[basis.size()];
        int[] parent = new int[basis.size()];
        for (int m = 1; m < variable.length; m++) {
            while (basis.monomial(m).power(variable[m]) == 0) {
                variable[m]++;
            }
            parent[m] = MomentPolynomials.lower(basis, m, variable[m]);
        }
        MomentPolynomials one = new MomentPolynomials(basis, new double[basis.size()][basis.size()]);
        double[] monomials = new double[basis.size()];
        monomials[0] = 1.0 / sum.samples();
        for (int s = 0; s < sum.samples(); s++) {
            sum.sampleGradient(s, point, sample);
            one.rows()[0][0] += monomials[0];
            for (int m = 1; m < monomials.length; m++) {
                int i = entries.get(variable[m]);
                monomials[m] = monomials[parent[m]] * (sample[i] - gradient.mean()[i]);
                one.rows()[m][0] += monomials[m];
            }
        }
        return one.meanOf(sum.batchSize());
    }
}
