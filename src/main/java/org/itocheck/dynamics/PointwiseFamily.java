package org.itocheck.dynamics;

import java.util.function.IntFunction;
import org.itocheck.objective.Objective;
import org.itocheck.random.NoiseRows;

/** A user's optimisers behind the fast door: every lane is a trajectory of its own with an optimiser of its own. */
record PointwiseFamily(String name, double learningRate, IntFunction<StochasticOptimizer> optimizers)
        implements Family {
    PointwiseFamily {
        Checks.learningRate(learningRate);
    }

    @Override
    public Dynamics at(int level, Objective objective) {
        return new Pointwise(name, objective, Checks.level(level), learningRate, optimizers);
    }

    @Override
    public Family withLearningRate(double newLearningRate) {
        return new PointwiseFamily(name, newLearningRate, optimizers);
    }

    private record Pointwise(
            String family,
            Objective objective,
            int level,
            double learningRate,
            IntFunction<StochasticOptimizer> optimizers)
            implements Dynamics {
        @Override
        public String name() {
            return family + "(" + level + ")";
        }

        @Override
        public double stepDuration() {
            return learningRate / level;
        }

        @Override
        public Stepper stepper(int lanes) {
            return new PointwiseStepper(this, lanes);
        }
    }

    private static final class PointwiseStepper implements Stepper {
        private final Pointwise dynamics;
        private final StepContext context;
        private final StochasticOptimizer[] optimizers;
        private final double[] point;
        private long steps;

        PointwiseStepper(Pointwise dynamics, int lanes) {
            this.dynamics = dynamics;
            this.context = new StepContext(dynamics.objective, dynamics.stepDuration(), dynamics.level);
            this.optimizers = new StochasticOptimizer[lanes];
            this.point = new double[dynamics.objective.dimension()];
        }

        @Override
        public void start() {
            for (int j = 0; j < optimizers.length; j++) {
                optimizers[j] = dynamics.optimizers.apply(dynamics.level);
            }
            steps = 0;
        }

        @Override
        public void step(double[][] x, NoiseRows noise) {
            for (int j = 0; j < optimizers.length; j++) {
                context.begin(noise.lane(j), steps);
                for (int i = 0; i < point.length; i++) {
                    point[i] = x[i][j];
                }
                optimizers[j].step(point, context);
                for (int i = 0; i < point.length; i++) {
                    x[i][j] = point[i];
                }
                context.end();
            }
            steps++;
        }
    }
}
