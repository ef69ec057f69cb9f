package org.itocheck.truth;

import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import org.itocheck.objective.FiniteSum;
import org.itocheck.objective.Objective;
import org.itocheck.objective.catalogue.ScalarNoise;
import org.itocheck.objective.catalogue.SinhGrowth;
import org.itocheck.observable.ArsinhPolynomial;
import org.itocheck.observable.Controlled;
import org.itocheck.observable.Cosine;
import org.itocheck.observable.GaussianBump;
import org.itocheck.observable.Loss;
import org.itocheck.observable.Observable;
import org.itocheck.observable.Polynomial;

/** A loss in one dimension as a grid sees it. The grid is uniform in a coordinate y of the state, by default the state itself. */
interface ScalarModel {
    /** The model of a loss; empty where it has another dimension or its noise has no density and no list of values. */
    static Optional<ScalarModel> of(Objective objective) {
        if (objective instanceof SinhGrowth growth) {
            return Optional.of(new SinhModel(growth));
        }
        if (objective instanceof ScalarNoise noise) {
            return Optional.of(new NoiseModel(noise));
        }
        return objective instanceof FiniteSum sum && sum.dimension() == 1
                ? Optional.of(new SumModel(sum))
                : Optional.empty();
    }

    /** L'(x). */
    double drift(double x);

    /** S(x). */
    double variance(double x);

    /** L''(x). @throws org.itocheck.objective.MissingCapabilityException if it is not known */
    double curvature(double x);

    /** One step from a point; empty where its noise is not known as values or a density. */
    Optional<Transition> transition(OneStep step);

    /** The laws of an SDE; empty where nothing is known. */
    Optional<Flow> flow(Motion.Continuous motion);

    /** The state at a coordinate of the grid. */
    default double state(double y) {
        return y;
    }

    /** The coordinate of a state on the grid. */
    default double coordinate(double x) {
        return x;
    }

    /** Whether interpolation on the grid knows g to many digits. */
    default boolean resolves(Observable g) {
        return g instanceof Polynomial
                || g instanceof Loss
                || (g instanceof Controlled c
                        && resolves(c.g())
                        && c.controls().stream().allMatch(this::resolves))
                || (g instanceof ArsinhPolynomial p && onLine(p.coordinate()))
                || (g instanceof Cosine cosine && onLine(cosine.coordinate()))
                || (g instanceof GaussianBump bump && onLine(bump.coordinate()));
    }

    /** Always, or an error for a coordinate that the state does not have. */
    static boolean onLine(int coordinate) {
        if (coordinate > 0) {
            throw new IllegalArgumentException("the observable uses x[" + coordinate + "], the state has dimension 1");
        }
        return true;
    }

    /** Adds the weights of the nodes in E u(x') from a state to a row. */
    @FunctionalInterface
    interface Transition {
        void add(Grid grid, double x, double[] row);
    }

    /** The laws at the checkpoints, computed when asked for. */
    @FunctionalInterface
    interface Flow {
        List<StateLaw> laws();
    }

    /** A step whose noise from each state has finitely many values. */
    static Transition atoms(ScalarModel model, OneStep step, DoubleFunction<StepNoise> noiseAt) {
        return (grid, x, row) -> {
            double mean = step.decay() * x - step.step() * model.drift(x);
            StepNoise noise = noiseAt.apply(x);
            for (int n = 0; n < noise.values().length; n++) {
                double y = model.coordinate(mean + noise.values()[n]);
                grid.addInterpolation(y, noise.probabilities()[n], GridLaws.POINTS, row);
            }
        };
    }
}
