package org.itocheck.truth;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.itocheck.objective.MissingCapabilityException;
import org.itocheck.objective.catalogue.SinhGrowth;
import org.itocheck.observable.ArsinhPolynomial;
import org.itocheck.observable.Loss;
import org.itocheck.observable.Observable;
import org.itocheck.observable.Polynomial;
import org.itocheck.random.NoiseLaw;

/**
 * Problem H1 (THEORY 3.H): the state grows like an exponential, so the grid is uniform in y = arsinh x, which the SDE moves by a Wiener
 * process with drift. A Gaussian step has its density there; steps so short that the density falls between the nodes are not known.
 */
record SinhModel(SinhGrowth objective) implements ScalarModel {
    private static final double NODES_IN_DEVIATION = 1.5;
    private static final double FARTHEST = 10;
    private static final int HIGHEST_POWER = 2;

    @Override
    public double drift(double x) {
        return objective.drift(x);
    }

    @Override
    public double variance(double x) {
        return (1 + x * x) / objective.timeScale();
    }

    @Override
    public double curvature(double x) {
        throw new MissingCapabilityException("curvature");
    }

    @Override
    public double state(double y) {
        return StrictMath.sinh(y);
    }

    @Override
    public double coordinate(double x) {
        return Math.copySign(StrictMath.log(Math.abs(x) + Math.sqrt(1 + x * x)), x);
    }

    /** Powers above the second have most of their expectation where the grid ends. */
    @Override
    public boolean resolves(Observable g) {
        return (g instanceof ArsinhPolynomial p && ScalarModel.onLine(p.coordinate()))
                || (g instanceof Polynomial q && q.degree() <= HIGHEST_POWER)
                || g instanceof Loss;
    }

    @Override
    public Optional<Transition> transition(OneStep step) {
        NoiseLaw law = step.gaussian() ? NoiseLaw.GAUSSIAN : objective.law();
        if (law == NoiseLaw.GAUSSIAN && step.spread() > 0) {
            double deviation = Math.sqrt(step.spread() / objective.timeScale());
            return deviation < NODES_IN_DEVIATION * GridLaws.DISCRETE.dx()
                    ? Optional.empty()
                    : Optional.of((grid, x, row) -> addDensity(step, grid, x, row));
        }
        if (step.spread() > 0 && !StepNoise.knows(law)) {
            return Optional.empty();
        }
        StepNoise noise = StepNoise.of(step, law);
        return Optional.of(ScalarModel.atoms(this, step, x -> noise.times(objective.noiseScale(x))));
    }

    /** {@code arsinh X_t = arsinh X_0 + t + W_t} for the SDE itself; nothing for any other. */
    @Override
    public Optional<Flow> flow(Motion.Continuous motion) {
        boolean same = motion.speed() == 1
                && motion.correction() == 0
                && motion.weightDecay() == 0
                && motion.noise() == objective.timeScale();
        return same ? Optional.of(() -> laws(motion)) : Optional.empty();
    }

    private List<StateLaw> laws(Motion.Continuous motion) {
        double start = coordinate(motion.start()[0]);
        return IntStream.rangeClosed(1, motion.checkpoints())
                .mapToObj(k -> (StateLaw) new SinhLaw(start + k * motion.duration(), k * motion.duration()))
                .toList();
    }

    /** The trapezoid rule on the nodes themselves: the density of y' is smooth and wider than their distance. */
    private void addDensity(OneStep step, Grid grid, double x, double[] row) {
        double mean = step.decay() * x - step.step() * drift(x);
        double scale = objective.noiseScale(x) * Math.sqrt(step.spread());
        int from = first(grid, mean - FARTHEST * scale);
        for (int j = from; j < grid.size(); j++) {
            double y = grid.node(j);
            double z = (StrictMath.sinh(y) - mean) / scale;
            if (z > FARTHEST) {
                break;
            }
            row[j] += grid.dx() * StrictMath.cosh(y) / scale * StrictMath.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
        }
    }

    private int first(Grid grid, double x) {
        double y = coordinate(x);
        return Math.max(0, (int) Math.floor((y + grid.half()) / grid.dx()));
    }
}
