package org.itocheck.truth;

import java.util.Optional;
import org.itocheck.objective.MissingCapabilityException;
import org.itocheck.objective.catalogue.ScalarNoise;
import org.itocheck.random.NoiseLaw;

/** A loss with noise of one law times s(x). */
record NoiseModel(ScalarNoise objective) implements ScalarModel {
    @Override
    public double drift(double x) {
        return objective.drift(x);
    }

    @Override
    public double variance(double x) {
        double scale = objective.noiseScale(x);
        return scale * scale;
    }

    @Override
    public double curvature(double x) {
        return objective.curvature(x);
    }

    @Override
    public Optional<Transition> transition(OneStep step) {
        NoiseLaw law = objective.law();
        boolean known = step.gaussian() ? law.hasMoment(2) : StepNoise.knows(law);
        if (step.spread() != 0 && !known) {
            return Optional.empty();
        }
        StepNoise noise = StepNoise.of(step, law);
        return Optional.of(ScalarModel.atoms(this, step, x -> noise.times(objective.noiseScale(x))));
    }

    @Override
    public Optional<Flow> flow(Motion.Continuous motion) {
        return motion.noise() > 0 && objective.law().hasMoment(2) && (motion.correction() == 0 || hasCurvature())
                ? Optional.of(() -> GridLaws.continuous(this, motion))
                : Optional.empty();
    }

    private boolean hasCurvature() {
        try {
            return Double.isFinite(objective.curvature(0));
        } catch (MissingCapabilityException e) {
            return false;
        }
    }
}
