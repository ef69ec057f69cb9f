package org.itocheck.truth;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.itocheck.objective.LeastSquares;
import org.itocheck.objective.Objective;
import org.itocheck.objective.catalogue.AdditiveQuadratic;
import org.itocheck.objective.catalogue.RandomCurvature;
import org.itocheck.objective.catalogue.ScalarNoise;

/** A motion with a start and checkpoints, and what each kind of loss makes of it. */
sealed interface Motion {
    int checkpoints();

    /** The name of its moment method. */
    String source();

    List<StateLaw> additive(AdditiveQuadratic objective);

    List<StateLaw> moments(AffineModel model);

    List<StateLaw> twoMoments(LeastSquares objective);

    boolean hasGrid(ScalarNoise objective);

    /** Whether the motion has the covariance of the gradient in it: without a variance there is no such motion. */
    boolean needsCovariance();

    List<StateLaw> grid(ScalarNoise objective);

    /** Whether weight decay and noise keep |x|^2 where collocation can follow it. */
    boolean confined();

    List<StateLaw> norms(NormModel model);

    /** The truth for an objective of the catalogue. */
    default Optional<Truth> on(Objective objective) {
        if (objective instanceof AdditiveQuadratic a) {
            if (needsCovariance() && !a.law().hasMoment(2)) {
                return Optional.empty();
            }
            return Optional.of(new CheckpointTruth("closed form", checkpoints(), () -> merge(additive(a), moments(a))));
        }
        if (objective instanceof RandomCurvature b && AffineModel.of(b).isPresent()) {
            return Optional.of(new CheckpointTruth(source(), checkpoints(), () -> moments(b)));
        }
        if (objective instanceof LeastSquares c) {
            return Optional.of(new CheckpointTruth(source(), checkpoints(), () -> {
                List<StateLaw> moments = moments(c);
                return moments.isEmpty() ? twoMoments(c) : moments;
            }));
        }
        if (objective instanceof ScalarNoise d && hasGrid(d)) {
            return Optional.of(new CheckpointTruth("grid", checkpoints(), () -> grid(d)));
        }
        return NormModel.of(objective)
                .filter(model -> confined())
                .map(model -> new CheckpointTruth("collocation", checkpoints(), () -> norms(model)));
    }

    private List<StateLaw> moments(Objective objective) {
        return AffineModel.of(objective).map(this::moments).orElse(List.of());
    }

    private static List<StateLaw> merge(List<StateLaw> first, List<StateLaw> second) {
        List<StateLaw> merged = new ArrayList<>();
        for (int k = 0; k < first.size(); k++) {
            merged.add(second.isEmpty() ? first.get(k) : first.get(k).or(second.get(k)));
        }
        return merged;
    }

    /**
     * Steps of a built-in dynamics.
     *
     * @param step the step
     * @param start x_0
     * @param checkpoints K
     * @param stepsPerCheckpoint how many steps from one checkpoint to the next
     */
    record Discrete(OneStep step, double[] start, int checkpoints, int stepsPerCheckpoint) implements Motion {
        @Override
        public String source() {
            return "moment recursion";
        }

        @Override
        public List<StateLaw> additive(AdditiveQuadratic objective) {
            return AdditiveLaws.discrete(objective, this);
        }

        @Override
        public List<StateLaw> moments(AffineModel model) {
            return MomentLaw.discrete(model, this);
        }

        @Override
        public List<StateLaw> twoMoments(LeastSquares objective) {
            return new TwoMomentLaws(objective).discrete(this);
        }

        @Override
        public boolean hasGrid(ScalarNoise objective) {
            return step.spread() == 0
                    || (step.gaussian() ? objective.law().hasMoment(2) : StepNoise.knows(objective.law()));
        }

        @Override
        public boolean needsCovariance() {
            return step.gaussian();
        }

        @Override
        public List<StateLaw> grid(ScalarNoise objective) {
            return GridLaws.discrete(objective, this);
        }

        @Override
        public boolean confined() {
            return NormLaws.confined(1 - step.decay(), step.spread());
        }

        @Override
        public List<StateLaw> norms(NormModel model) {
            return NormLaws.discrete(model, this);
        }
    }

    /**
     * The Ito SDE.
     *
     * @param learningRate eta
     * @param weightDecay lambda
     * @param start X_0
     * @param checkpoints K
     * @param duration time from one checkpoint to the next
     */
    record Continuous(double learningRate, double weightDecay, double[] start, int checkpoints, double duration)
            implements Motion {
        @Override
        public String source() {
            return "moment ODE";
        }

        @Override
        public List<StateLaw> additive(AdditiveQuadratic objective) {
            return AdditiveLaws.continuous(objective, this);
        }

        @Override
        public List<StateLaw> moments(AffineModel model) {
            return MomentLaw.continuous(model, this);
        }

        @Override
        public List<StateLaw> twoMoments(LeastSquares objective) {
            return new TwoMomentLaws(objective).continuous(this);
        }

        @Override
        public boolean hasGrid(ScalarNoise objective) {
            return objective.law().hasMoment(2);
        }

        @Override
        public boolean needsCovariance() {
            return true;
        }

        @Override
        public List<StateLaw> grid(ScalarNoise objective) {
            return GridLaws.continuous(objective, this);
        }

        @Override
        public boolean confined() {
            return NormLaws.confined(weightDecay, learningRate);
        }

        @Override
        public List<StateLaw> norms(NormModel model) {
            NormSde sde = new NormSde(1, 0, learningRate, weightDecay);
            return NormLaws.continuous(model, sde, start, checkpoints, duration);
        }
    }
}
