package org.itocheck.truth;

import java.util.Arrays;
import java.util.Optional;
import org.itocheck.dynamics.Dynamics;
import org.itocheck.dynamics.sde.Limit;
import org.itocheck.objective.Objective;
import org.itocheck.observable.Monomial;

/**
 * What one step of a dynamics, or some time of an SDE, makes of the expectations of all monomials up to a degree: a matrix, because an
 * affine stochastic gradient maps polynomials to polynomials of the same degree (THEORY 3.C). For {@code AdditiveQuadratic},
 * {@code RandomCurvature} and {@code LeastSquares} losses of few dimensions.
 */
public final class MomentOperator {
    private final MonomialBasis basis;
    private final double[][] matrix;
    private final int size;

    private MomentOperator(MonomialBasis basis, double[][] matrix, int degree) {
        this.basis = basis;
        this.matrix = matrix;
        int count = 0;
        while (count < basis.size() && basis.monomial(count).degree() <= degree) {
            count++;
        }
        this.size = count;
    }

    /**
     * One step.
     *
     * @param degree of the monomials, 1 to 8
     * @return empty where the step or the loss is not known, or the degree is too high
     */
    public static Optional<MomentOperator> step(Dynamics dynamics, int degree) {
        return model(dynamics.objective(), degree)
                .flatMap(model ->
                        OneStep.of(dynamics).map(step -> new MomentOperator(model.basis(), model.map(step), degree)));
    }

    /**
     * The time t of an SDE.
     *
     * @param time t, at least 0
     * @param degree of the monomials, 1 to 8
     * @return empty where the SDE or the loss is not known, or the degree is too high
     */
    public static Optional<MomentOperator> flow(Limit limit, double time, int degree) {
        return model(limit.objective(), degree)
                .flatMap(model -> Truths.diffusion(limit).map(sde -> {
                    Motion.Continuous motion = new Motion.Continuous(
                            sde.speed(), sde.correction(), sde.noise(), sde.weightDecay(), new double[0], 1, time);
                    return new MomentOperator(model.basis(), exponential(model.generator(motion), time), degree);
                }));
    }

    /** How many monomials there are, the constant included. */
    public int size() {
        return size;
    }

    /** The degree of monomial number i; degrees do not fall as i grows. */
    public int degree(int i) {
        return basis.monomial(i).degree();
    }

    /** The name of monomial number i, {@code 1} for the constant. */
    public String name(int i) {
        return i == 0 ? "1" : new Monomial(basis.monomial(i)).name();
    }

    /** The monomials at a point. */
    public double[] at(double[] x) {
        return Arrays.copyOf(basis.at(x), size);
    }

    /** The expectations of the monomials afterwards, from those before, in a new array. */
    public double[] apply(double[] moments) {
        double[] result = new double[size];
        for (int i = 0; i < size; i++) {
            for (int k = 0; k < size; k++) {
                result[i] += matrix[i][k] * moments[k];
            }
        }
        return result;
    }

    /** E |x|^(2 half) from the expectations of the monomials. */
    public double evenPowerOfNorm(int half, double[] moments) {
        double[] power = basis.evenPowerOfNorm(half);
        double sum = 0;
        for (int a = 0; a < size; a++) {
            sum += power[a] * moments[a];
        }
        return sum;
    }

    private static Optional<AffineModel> model(Objective objective, int degree) {
        return AffineModel.of(objective)
                .filter(model -> degree >= 1 && degree <= model.basis().degree());
    }

    private static double[][] exponential(double[][] generator, double time) {
        LinearFlow flow = LinearFlow.of(generator);
        double[][] result = new double[generator.length][generator.length];
        for (int k = 0; k < result.length; k++) {
            double[] unit = new double[result.length];
            unit[k] = 1;
            double[] column = flow.after(time, unit);
            for (int i = 0; i < result.length; i++) {
                result[i][k] = column[i];
            }
        }
        return result;
    }
}
