package org.itocheck.truth;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.itocheck.objective.LeastSquares;
import org.itocheck.objective.Objective;
import org.itocheck.objective.catalogue.AdditiveQuadratic;
import org.itocheck.objective.catalogue.ConstantGradient;
import org.itocheck.objective.catalogue.RandomCurvature;
import org.itocheck.observable.Controlled;
import org.itocheck.observable.Exponents;
import org.itocheck.observable.Loss;
import org.itocheck.observable.Observable;
import org.itocheck.observable.Polynomial;

/**
 * A polynomial of the state as exponents with coefficients.
 *
 * @param dimension d
 * @param map exponents of length d with their coefficients
 */
record Terms(int dimension, Map<Exponents, Double> map) {
    /** The observable as a polynomial: it is one, or it is the loss of a quadratic objective. */
    static Optional<Terms> of(Observable g, int dimension) {
        if (g instanceof Polynomial polynomial) {
            return Optional.of(new Terms(dimension, polynomial.terms(dimension)));
        }
        if (g instanceof Controlled controlled) {
            return ofControlled(controlled, dimension);
        }
        if (g instanceof Loss loss) {
            if (loss.objective().dimension() != dimension) {
                throw new IllegalArgumentException("loss " + loss.objective().name() + " has dimension "
                        + loss.objective().dimension() + ", the state has dimension " + dimension);
            }
            return ofLoss(loss.objective()).map(map -> new Terms(dimension, map));
        }
        return Optional.empty();
    }

    int degree() {
        return map.keySet().stream().mapToInt(Exponents::degree).max().orElse(0);
    }

    Terms squared() {
        Map<Exponents, Double> square = new HashMap<>();
        map.forEach((a, p) -> map.forEach((b, q) -> square.merge(a.plus(b), p * q, Double::sum)));
        return new Terms(dimension, square);
    }

    /** Empty unless all of it is polynomial. */
    private static Optional<Terms> ofControlled(Controlled controlled, int dimension) {
        Optional<Terms> plain = of(controlled.g(), dimension);
        if (plain.isEmpty()) {
            return plain;
        }
        Map<Exponents, Double> sum = new HashMap<>(plain.get().map());
        for (int i = 0; i < controlled.controls().size(); i++) {
            Optional<Terms> control = of(controlled.controls().get(i), dimension);
            if (control.isEmpty()) {
                return control;
            }
            double beta = controlled.coefficients().get(i);
            control.get().map().forEach((powers, c) -> sum.merge(powers, -beta * c, Double::sum));
        }
        return Optional.of(new Terms(dimension, sum));
    }

    private static Optional<Map<Exponents, Double>> ofLoss(Objective given) {
        Objective objective = NoiseShare.of(given).whole();
        if (objective instanceof AdditiveQuadratic quadratic) {
            return Optional.of(quadratic(quadratic.hessian(), new double[quadratic.dimension()], 0));
        }
        if (objective instanceof ConstantGradient constant) {
            return Optional.of(quadratic(new double[1][1], new double[] {-constant.slope()}, 0));
        }
        if (objective instanceof RandomCurvature curvature) {
            return Optional.of(quadratic(new double[][] {{curvature.curvature()}}, new double[1], 0));
        }
        if (objective instanceof LeastSquares squares) {
            NormalEquations normal = NormalEquations.of(squares);
            return Optional.of(quadratic(normal.hessian(), normal.offset(), normal.constant()));
        }
        return Optional.empty();
    }

    /** x'Hx/2 - c.x + constant. */
    private static Map<Exponents, Double> quadratic(double[][] h, double[] c, double constant) {
        int d = c.length;
        Map<Exponents, Double> map = new HashMap<>();
        map.put(new Exponents(new int[d]), constant);
        for (int i = 0; i < d; i++) {
            map.put(unit(d, i), -c[i]);
            for (int k = 0; k < d; k++) {
                map.merge(unit(d, i).plus(unit(d, k)), h[i][k] / 2, Double::sum);
            }
        }
        return map;
    }

    private static Exponents unit(int d, int i) {
        int[] powers = new int[d];
        powers[i] = 1;
        return new Exponents(powers);
    }
}
