package org.itocheck.truth;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.itocheck.objective.LeastSquares;
import org.itocheck.objective.Objective;
import org.itocheck.objective.catalogue.AdditiveQuadratic;
import org.itocheck.objective.catalogue.ConstantGradient;
import org.itocheck.objective.catalogue.RandomCurvature;
import org.itocheck.observable.Observable;

/** A motion with a start and checkpoints, and what each kind of loss makes of it. */
sealed interface Motion permits Motion.Discrete, Motion.Continuous, JumpMotion {
    int checkpoints();

    /** The name of its moment method. */
    String source();

    List<StateLaw> additive(AdditiveQuadratic objective, NoiseShare share);

    List<StateLaw> moments(AffineModel model);

    List<StateLaw> twoMoments(LeastSquares objective);

    /** Whether the motion has the covariance of the gradient in it: without a variance there is no such motion. */
    boolean needsCovariance();

    /** The laws of a loss in one dimension, computed when asked for; empty where nothing is known. */
    Optional<ScalarModel.Flow> scalar(ScalarModel model);

    /** Whether weight decay and noise keep |x|^2 where collocation can follow it. */
    boolean confined();

    List<StateLaw> norms(NormModel model);

    /** The truth for an objective of the catalogue. */
    default Optional<Truth> on(Objective objective) {
        NoiseShare share = NoiseShare.of(objective);
        if (share.whole() instanceof AdditiveQuadratic a) {
            if (needsCovariance() && !a.law().hasMoment(2)) {
                return Optional.empty();
            }
            return Optional.of(new CheckpointTruth(
                    "closed form", checkpoints(), () -> merge(additive(a, share), moments(objective))));
        }
        if (share.whole() instanceof ConstantGradient f
                && AffineModel.of(objective).isPresent()) {
            return Optional.of(new CheckpointTruth(
                    "closed form",
                    checkpoints(),
                    () -> sloping(additive(f.withoutSlope(), share), moments(objective))));
        }
        if (share.whole() instanceof RandomCurvature
                && AffineModel.of(objective).isPresent()) {
            return Optional.of(new CheckpointTruth(source(), checkpoints(), () -> moments(objective)));
        }
        if (share.whole() instanceof LeastSquares c) {
            return Optional.of(new CheckpointTruth(source(), checkpoints(), () -> {
                List<StateLaw> moments = moments(c);
                return moments.isEmpty() ? twoMoments(c) : moments;
            }));
        }
        Optional<Truth> grid = ScalarModel.of(objective)
                .flatMap(this::scalar)
                .map(flow -> new CheckpointTruth("grid", checkpoints(), flow::laws));
        return grid.isPresent() || !confined()
                ? grid
                : NormModel.of(objective)
                        .map(model -> new CheckpointTruth("collocation", checkpoints(), () -> norms(model)));
    }

    private List<StateLaw> moments(Objective objective) {
        return AffineModel.of(objective).map(this::moments).orElse(List.of());
    }

    /** The noise of a loss without slope around the mean of the loss with it. */
    private static List<StateLaw> sloping(List<StateLaw> level, List<StateLaw> moments) {
        List<StateLaw> laws = new ArrayList<>();
        for (int k = 0; k < level.size(); k++) {
            double mean =
                    moments.get(k).of(Observable.coordinate(0)).orElseThrow().mean();
            laws.add(((LinearNoiseLaw) level.get(k)).around(new double[] {mean}));
        }
        return laws;
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
        public List<StateLaw> additive(AdditiveQuadratic objective, NoiseShare share) {
            return AdditiveLaws.discrete(objective, share, this);
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
        public boolean needsCovariance() {
            return step.gaussian();
        }

        @Override
        public Optional<ScalarModel.Flow> scalar(ScalarModel model) {
            return model.transition(step).map(one -> () -> GridLaws.discrete(model, this, one));
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
     * {@code dX = -speed (grad L' + correction Hess L' grad L') dt + (noise S)^(1/2) dW} with L' = L + lambda |x|^2 / 2.
     *
     * @param speed 1 but for misread formulas
     * @param correction 0, or eta / 2 in the second-order SDE
     * @param noise eta
     * @param weightDecay lambda
     * @param start X_0
     * @param checkpoints K
     * @param duration time from one checkpoint to the next
     */
    record Continuous(
            double speed,
            double correction,
            double noise,
            double weightDecay,
            double[] start,
            int checkpoints,
            double duration)
            implements Motion {
        /** The Ito SDE. */
        Continuous(double learningRate, double weightDecay, double[] start, int checkpoints, double duration) {
            this(1, 0, learningRate, weightDecay, start, checkpoints, duration);
        }

        /** F + correction F^2 times the speed, for the curvature F = H + lambda of L' on a line or along an eigenvector. */
        double rate(double curvature) {
            double f = curvature + weightDecay;
            return speed * (f + correction * f * f);
        }

        @Override
        public String source() {
            return "moment ODE";
        }

        @Override
        public List<StateLaw> additive(AdditiveQuadratic objective, NoiseShare share) {
            return AdditiveLaws.continuous(share.gaussian(objective), this);
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
        public boolean needsCovariance() {
            return noise > 0;
        }

        @Override
        public Optional<ScalarModel.Flow> scalar(ScalarModel model) {
            return model.flow(this);
        }

        @Override
        public boolean confined() {
            return NormLaws.confined(speed * weightDecay, noise);
        }

        @Override
        public List<StateLaw> norms(NormModel model) {
            NormSde sde = new NormSde(speed, speed * correction, noise, weightDecay);
            return NormLaws.continuous(model, sde, start, checkpoints, duration);
        }
    }
}
