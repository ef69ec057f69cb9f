package org.itocheck.truth;

import java.util.Optional;
import org.itocheck.objective.NormalisedSum;
import org.itocheck.objective.Objective;
import org.itocheck.objective.catalogue.SphereLoss;
import org.itocheck.observable.Observable;

/**
 * A scale-invariant loss whose motion is known from a direction y, one number, and rho = |x|^2: the SDE and the steps of the built-in
 * dynamics close in (y, rho) (THEORY 3.E).
 */
interface NormModel {
    /** The basis for functions of y. */
    Basis directions();

    /** The basis for a few steps, where nothing must be solved and functions are less smooth than in the long run. */
    default Basis stepDirections() {
        return directions();
    }

    /** The basis for what decides R, G and N, which may repeat more often. */
    default Basis invariantDirections() {
        return directions();
    }

    /** y of a point that is not 0. */
    double direction(double[] x);

    /** rho |grad L|^2, which depends on y alone. */
    double gradient(double y);

    /** rho tr S. */
    double noise(double y);

    /** The dimension of the noise at a point: it says how much tr S spreads rho. */
    int noiseDimensions();

    /** The drift of y is (speed times this)/rho, from -grad L. */
    double slope(double y);

    /** The drift of y from -(Hess L) grad L is this / rho^2. */
    double bend(double y);

    /** The drift of y from noise of covariance S is this / rho^2: Ito's correction. */
    double curvature(double y);

    /** The variance of y from noise of covariance S is this / rho^2 in each unit of time. */
    double spread(double y);

    /** y at an angle on a great circle through the direction in which the loss is least, or on the circle itself. */
    double directionAt(double angle);

    /** L at such an angle. */
    double potential(double angle);

    /** Whether the noises of such a step are known. */
    boolean knows(OneStep step);

    /** Adds to the row all that one step makes of (y, rho). */
    void step(OneStep step, double y, double squaredNorm, NormPlane.Row row);

    /** g at (y, rho); empty where it depends on more than these. */
    Optional<Value> value(Observable g);

    /** A function of y and rho. */
    @FunctionalInterface
    interface Value {
        double at(double y, double squaredNorm);
    }

    /** The model of a loss of the catalogue; empty for any other. */
    static Optional<NormModel> of(Objective objective) {
        if (objective instanceof SphereLoss sphere && sphere.strength() > 0) {
            return Optional.of(new SphereModel(sphere));
        }
        if (objective instanceof NormalisedSum sum
                && sum.dimension() == 2
                && CircleModel.batches(sum) <= CircleModel.MOST) {
            return Optional.of(new CircleModel(sum));
        }
        return Optional.empty();
    }
}
