package org.itocheck.truth;

import java.util.Optional;
import org.itocheck.objective.NormalisedSum;
import org.itocheck.observable.Cosine;
import org.itocheck.observable.DirectionCosine;
import org.itocheck.observable.GaussianBump;
import org.itocheck.observable.GradientSquaredNorm;
import org.itocheck.observable.Loss;
import org.itocheck.observable.NoiseTrace;
import org.itocheck.observable.Observable;
import org.itocheck.observable.Polynomial;

/**
 * Problems E2, E3 and E5, finite sums on the plane: y is the angle of x, and a mini-batch gradient is a number times the tangent, divided by
 * |x|. With y and |x|^2 everything about the state is known.
 */
final class CircleModel implements NormModel {
    /** The most mini-batches that are gone through one by one; two of them are drawn in a step of SVAG. */
    static final int MOST = 64;

    private static final int NODES = 41;
    private static final double TURN = 1.0 / 64;

    private static final int NODES_OF_EVEN = 61;
    private static final int NODES_OF_STEPS = 81;

    private final NormalisedSum sum;
    private final boolean even;

    CircleModel(NormalisedSum sum) {
        this.sum = sum;
        this.even = even(sum);
    }

    /** Whether no sample tells x from -x. */
    private static boolean even(NormalisedSum sum) {
        for (int i = 0; i < sum.samples(); i++) {
            for (int k = 1; k <= 3; k++) {
                double difference = sum.sampleValue(i, new double[] {1, k}) - sum.sampleValue(i, new double[] {-1, -k});
                if (Math.abs(difference) > 1e-14) {
                    return false;
                }
            }
        }
        return true;
    }

    /** n^B, the number of mini-batches. */
    static double batches(NormalisedSum sum) {
        return StrictMath.pow(sum.samples(), sum.batchSize());
    }

    @Override
    public Basis directions() {
        return new FourierBasis(even ? NODES_OF_EVEN : NODES, 1);
    }

    @Override
    public Basis stepDirections() {
        return new FourierBasis(NODES_OF_STEPS, 1);
    }

    @Override
    public Basis invariantDirections() {
        return even ? new FourierBasis(NODES, 2) : directions();
    }

    @Override
    public double direction(double[] x) {
        return StrictMath.atan2(x[1], x[0]);
    }

    @Override
    public double gradient(double angle) {
        double mean = mean(tangents(angle));
        return mean * mean;
    }

    @Override
    public double noise(double angle) {
        double[] t = tangents(angle);
        double mean = mean(t);
        double squares = 0;
        for (double v : t) {
            squares += (v - mean) * (v - mean);
        }
        return squares / t.length / sum.batchSize();
    }

    @Override
    public int noiseDimensions() {
        return 1;
    }

    @Override
    public double slope(double angle) {
        return -mean(tangents(angle));
    }

    /** By differences of order 8 over angles. */
    @Override
    public double bend(double angle) {
        double[] factors = {0.8, -0.2, 4.0 / 105, -1.0 / 280};
        double derivative = 0;
        for (int k = 1; k <= factors.length; k++) {
            double step = k * TURN;
            derivative += factors[k - 1] * (mean(tangents(angle + step)) - mean(tangents(angle - step))) / TURN;
        }
        return -mean(tangents(angle)) * derivative;
    }

    @Override
    public double curvature(double angle) {
        return 0;
    }

    @Override
    public double spread(double angle) {
        return noise(angle);
    }

    @Override
    public double directionAt(double angle) {
        return angle;
    }

    @Override
    public double potential(double angle) {
        double[] x = {StrictMath.cos(angle), StrictMath.sin(angle)};
        double total = 0;
        for (int i = 0; i < sum.samples(); i++) {
            total += sum.sampleValue(i, x);
        }
        return total / sum.samples();
    }

    @Override
    public boolean knows(OneStep step) {
        return step.weights().length <= 2 || step.gaussian();
    }

    @Override
    public void step(OneStep step, double angle, double squaredNorm, NormPlane.Row row) {
        double[] values = {0};
        double[] probabilities = {1};
        double[] t = tangents(angle);
        double mean = mean(t);
        GaussRule one = step.gaussian() ? scaled(GaussRule.normal(24), Math.sqrt(noise(angle))) : batches(t, mean);
        for (double weight : step.weights()) {
            double[] sums = new double[values.length * one.values().length];
            double[] products = new double[sums.length];
            for (int i = 0; i < sums.length; i++) {
                int n = one.values().length;
                sums[i] = values[i / n] + weight * one.values()[i % n];
                products[i] = probabilities[i / n] * one.probabilities()[i % n];
            }
            values = sums;
            probabilities = products;
        }
        double norm = Math.sqrt(squaredNorm);
        for (int i = 0; i < values.length; i++) {
            double along = step.decay() * norm;
            double tangent = (values[i] - step.step() * mean) / norm;
            row.add(probabilities[i], angle + StrictMath.atan(tangent / along), along * along + tangent * tangent);
        }
    }

    /** The centred tangents of all mini-batches. */
    private GaussRule batches(double[] t, double mean) {
        int n = t.length;
        int count = (int) batches(sum);
        double[] values = new double[count];
        double[] probabilities = new double[count];
        for (int i = 0; i < count; i++) {
            int rest = i;
            for (int b = 0; b < sum.batchSize(); b++) {
                values[i] += (t[rest % n] - mean) / sum.batchSize();
                rest /= n;
            }
            probabilities[i] = 1.0 / count;
        }
        return new GaussRule(values, probabilities);
    }

    private static GaussRule scaled(GaussRule rule, double factor) {
        double[] values = rule.values().clone();
        for (int i = 0; i < values.length; i++) {
            values[i] *= factor;
        }
        return new GaussRule(values, rule.probabilities());
    }

    /** The component of each sample gradient along the tangent at a point of the unit circle. */
    private double[] tangents(double angle) {
        double[] x = {StrictMath.cos(angle), StrictMath.sin(angle)};
        double[] g = new double[2];
        double[] t = new double[sum.samples()];
        for (int i = 0; i < t.length; i++) {
            sum.sampleGradient(i, x, g);
            t[i] = x[0] * g[1] - x[1] * g[0];
        }
        return t;
    }

    private static double mean(double[] t) {
        double total = 0;
        for (double v : t) {
            total += v;
        }
        return total / t.length;
    }

    @Override
    public Optional<Value> value(Observable g) {
        boolean smooth = g instanceof Polynomial
                || g instanceof Cosine
                || g instanceof GaussianBump
                || g instanceof DirectionCosine
                || (g instanceof Loss loss && loss.objective() == sum)
                || (g instanceof GradientSquaredNorm square && square.objective() == sum)
                || (g instanceof NoiseTrace trace && trace.objective() == sum);
        if (!smooth) {
            return Optional.empty();
        }
        Observable.Measure measure = g.measure(1);
        double[] out = new double[1];
        return Optional.of((angle, squaredNorm) -> {
            double norm = Math.sqrt(squaredNorm);
            measure.evaluate(new double[][] {{norm * StrictMath.cos(angle)}, {norm * StrictMath.sin(angle)}}, out);
            return out[0];
        });
    }
}
