package org.itocheck.truth;

import java.util.Optional;
import org.itocheck.objective.FiniteSum;
import org.itocheck.objective.MissingCapabilityException;
import org.itocheck.random.NoiseLaw;

/** A finite sum on the line: the noise of one mini-batch takes as many values as there are mini-batches. */
record SumModel(FiniteSum sum) implements ScalarModel {
    private static final int MOST_VALUES = 4096;

    @Override
    public double drift(double x) {
        double mean = 0;
        for (double g : gradients(x)) {
            mean += g / sum.samples();
        }
        return mean;
    }

    @Override
    public double variance(double x) {
        double mean = drift(x);
        double square = 0;
        for (double g : gradients(x)) {
            square += (g - mean) * (g - mean);
        }
        return square / ((double) sum.samples() * sum.batchSize());
    }

    @Override
    public double curvature(double x) {
        throw new MissingCapabilityException("curvature");
    }

    @Override
    public Optional<Transition> transition(OneStep step) {
        if (step.gaussian()) {
            StepNoise normal = StepNoise.of(step, NoiseLaw.GAUSSIAN);
            return Optional.of(ScalarModel.atoms(this, step, x -> normal.times(Math.sqrt(variance(x)))));
        }
        return StrictMath.pow(sum.samples(), (double) sum.batchSize() * step.weights().length) > MOST_VALUES
                ? Optional.empty()
                : Optional.of(ScalarModel.atoms(this, step, x -> noise(step, x)));
    }

    @Override
    public Optional<Flow> flow(Motion.Continuous motion) {
        return motion.noise() > 0 && motion.correction() == 0
                ? Optional.of(() -> GridLaws.continuous(this, motion))
                : Optional.empty();
    }

    private StepNoise noise(OneStep step, double x) {
        double[] values = gradients(x);
        double[] probabilities = new double[values.length];
        double mean = drift(x);
        for (int i = 0; i < values.length; i++) {
            values[i] -= mean;
            probabilities[i] = 1.0 / values.length;
        }
        StepNoise one = new StepNoise(values, probabilities);
        StepNoise total = StepNoise.none();
        for (double weight : step.weights()) {
            for (int b = 0; weight != 0 && b < sum.batchSize(); b++) {
                total = total.plus(weight / sum.batchSize(), one);
            }
        }
        return total;
    }

    private double[] gradients(double x) {
        double[] point = {x};
        double[] gradient = new double[1];
        double[] all = new double[sum.samples()];
        for (int i = 0; i < all.length; i++) {
            sum.sampleGradient(i, point, gradient);
            all[i] = gradient[0];
        }
        return all;
    }
}
