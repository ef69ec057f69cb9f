package org.itocheck.observable;

import java.util.function.ToDoubleFunction;
import org.itocheck.network.NetworkLoss;
import org.itocheck.objective.Objective;

/**
 * A test function g of the state. Weak convergence is proved for g of polynomial growth with its derivatives (class G^4): indicators and
 * accuracies lie outside it (THEORY X40).
 */
public interface Observable {
    /** The name in messages, for example {@code x[0]^2} or {@code |x|^2}. */
    String name();

    /**
     * Working memory for one thread.
     *
     * @param lanes the length of the rows it will be given
     */
    Measure measure(int lanes);

    /**
     * The power of |x| that g grows like at most: its mean exists where this many moments of the state do.
     *
     * @return 0 if g is bounded; NaN if nothing is known, unless an observable says otherwise
     */
    default double growth() {
        return Double.NaN;
    }

    /** Whether g has the derivatives that weak convergence is proved for; claims on weak errors judge no other. */
    default boolean smooth() {
        return true;
    }

    /** Evaluates g on a block of lanes. Owned by one thread; allocates nothing. */
    @FunctionalInterface
    interface Measure {
        /**
         * @param x states, shape [d][lanes], not changed
         * @param out g of each lane, shape [lanes], overwritten
         */
        void evaluate(double[][] x, double[] out);
    }

    /** The coordinate x[i]. */
    static Observable coordinate(int i) {
        return Monomial.of(i, 1);
    }

    /** x[i]^power. */
    static Observable power(int i, int power) {
        return Monomial.of(i, power);
    }

    /** The squared Euclidean norm. */
    static Observable squaredNorm() {
        return new SquaredNorm();
    }

    /** cos x[i]. */
    static Observable cosine(int i) {
        return new Cosine(i);
    }

    /** exp(-x[i]^2 / 2). */
    static Observable gaussianBump(int i) {
        return new GaussianBump(i);
    }

    /** The loss L(x) of an objective that knows its value. */
    static Observable loss(Objective objective) {
        return new Loss(objective);
    }

    /** |grad L(x)|^2 of an objective that knows its gradient. */
    static Observable gradientSquaredNorm(Objective objective) {
        return new GradientSquaredNorm(objective);
    }

    /** tr S(x), the total variance of one mini-batch gradient, of an objective that knows it. */
    static Observable noiseTrace(Objective objective) {
        return new NoiseTrace(objective);
    }

    /** x[i] / |x|, the cosine of the angle between the state and an axis. */
    static Observable directionCosine(int i) {
        return new DirectionCosine(i);
    }

    /** The mean probability that a network gives to the right class. */
    static Observable probability(NetworkLoss loss) {
        return new Probability(loss);
    }

    /** The share of images that a network classifies rightly: not {@link #smooth()}. */
    static Observable accuracy(NetworkLoss loss) {
        return new Accuracy(loss);
    }

    /** Any function of the state, one point at a time. The array it is given is reused and must not be kept. */
    static Observable of(String name, ToDoubleFunction<double[]> function) {
        return new PointwiseObservable(name, function);
    }
}
