package org.itocheck.truth;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.DecompositionSolver;
import org.apache.commons.math3.linear.LUDecomposition;

/**
 * Motions on scale-invariant losses with weight decay, by collocation in (y, log rho) (THEORY 3.E). A step is a matrix that takes the
 * values of f to those of E f after the step; the law is carried forward by its transpose, and the equilibrium is the functional that the
 * transpose keeps. The SDE is the same with its generator.
 */
final class NormLaws {
    /** How many standard deviations of log rho the plane reaches upwards, and three fifths of them downwards. */
    private static final double REACH = 7;

    private static final double MARGIN = 0.08;
    private static final double WIDEST = 3;
    private static final int LEAST_NODES = 12;
    private static final int MOST_NODES = 40;
    /** Pieces of a checkpoint's duration. */
    private static final int PIECES = 64;

    private NormLaws() {}

    /** Whether there is an equilibrium, and a plane to find it in. */
    static boolean confined(double decay, double noise) {
        return decay > 0 && noise > 0;
    }

    static List<StateLaw> discrete(NormModel model, Motion.Discrete motion) {
        OneStep step = motion.step();
        NormPlane plane = plane(
                model, model.stepDirections(), step.step(), step.spread() / step.step(), rate(step), motion.start());
        double[][] transition = transition(model, step, plane);
        double[] weights = point(model, plane, motion.start());
        List<StateLaw> laws = new ArrayList<>();
        for (int k = 0; k < motion.checkpoints(); k++) {
            for (int j = 0; j < motion.stepsPerCheckpoint(); j++) {
                weights = carry(weights, transition);
            }
            laws.add(new NormLaw(model, plane, weights));
        }
        return laws;
    }

    /** By Pade's approximation of order 4, which keeps the stiff parts of the generator in check. */
    static List<StateLaw> continuous(NormModel model, NormSde sde, double[] start, int checkpoints, double duration) {
        NormPlane plane =
                plane(model, model.directions(), 2 * sde.correction(), sde.noise(), sde.speed() * sde.decay(), start);
        double[][] generator = sde.operator(model, plane);
        int n = generator.length;
        var a = new Array2DRowRealMatrix(generator, false).scalarMultiply(duration / PIECES);
        var even = a.multiply(a).scalarMultiply(1 / 12.0);
        for (int i = 0; i < n; i++) {
            even.addToEntry(i, i, 1);
        }
        var odd = a.scalarMultiply(0.5);
        var forward = even.add(odd).transpose();
        DecompositionSolver back = new LUDecomposition(even.subtract(odd).transpose(), 0).getSolver();
        var weights = new ArrayRealVector(point(model, plane, start), false);
        List<StateLaw> laws = new ArrayList<>();
        for (int k = 0; k < checkpoints; k++) {
            for (int p = 0; p < PIECES; p++) {
                weights =
                        new ArrayRealVector(back.solve(forward.operate(weights)).toArray(), false);
            }
            laws.add(new NormLaw(model, plane, weights.toArray()));
        }
        return laws;
    }

    static NormLaw equilibrium(NormModel model, OneStep step) {
        NormPlane plane =
                plane(model, model.invariantDirections(), step.step(), step.spread() / step.step(), rate(step));
        double[][] matrix = transition(model, step, plane);
        for (int i = 0; i < matrix.length; i++) {
            matrix[i][i] -= 1;
        }
        return new NormLaw(model, plane, NormPlane.stationary(matrix));
    }

    static NormLaw equilibrium(NormModel model, NormSde sde) {
        NormPlane plane =
                plane(model, model.invariantDirections(), 2 * sde.correction(), sde.noise(), sde.speed() * sde.decay());
        return new NormLaw(model, plane, NormPlane.stationary(sde.operator(model, plane)));
    }

    private static double rate(OneStep step) {
        return (1 - step.decay()) / step.step();
    }

    private static double[][] transition(NormModel model, OneStep step, NormPlane plane) {
        double[][] rows = new double[plane.size()][];
        for (int i = 0; i < rows.length; i++) {
            NormPlane.Row row = plane.row();
            model.step(step, plane.direction(i), plane.squaredNorm(i), row);
            rows[i] = row.values();
        }
        return rows;
    }

    private static double[] carry(double[] weights, double[][] transition) {
        double[] next = new double[weights.length];
        for (int i = 0; i < weights.length; i++) {
            double w = weights[i];
            double[] row = transition[i];
            for (int j = 0; j < next.length; j++) {
                next[j] += w * row[j];
            }
        }
        return next;
    }

    private static double[] point(NormModel model, NormPlane plane, double[] start) {
        return plane.point(model.direction(start), square(start));
    }

    private static double square(double[] x) {
        double square = 0;
        for (double a : x) {
            square += a * a;
        }
        return square;
    }

    /**
     * A plane that holds the equilibrium of rho, which lies about the root of (noise T + step G) / (2 decay) with a variance of log rho near
     * step decay / dimension, and where points are given, the way from there.
     */
    private static NormPlane plane(
            NormModel model, Basis directions, double step, double noise, double decay, double[]... points) {
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        for (int i = 0; i < directions.size(); i++) {
            double trace = noise * model.noise(directions.node(i));
            least = Math.min(least, trace);
            most = Math.max(most, trace + step * model.gradient(directions.node(i)));
        }
        double high = StrictMath.log(most / (2 * decay)) / 2;
        double low = Math.max(high - WIDEST, StrictMath.log(least / (2 * decay)) / 2);
        for (double[] point : points) {
            low = Math.min(low, StrictMath.log(square(point)));
            high = Math.max(high, StrictMath.log(square(point)));
        }
        double deviation = Math.sqrt(step * decay / model.noiseDimensions());
        low -= 0.6 * REACH * deviation + MARGIN;
        high += REACH * deviation + MARGIN;
        int nodes = (int) Math.min(MOST_NODES, LEAST_NODES + Math.ceil(7 * (high - low)));
        return new NormPlane(directions, new ChebyshevBasis(low, high, nodes));
    }
}
