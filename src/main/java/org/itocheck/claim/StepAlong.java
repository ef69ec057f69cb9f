package org.itocheck.claim;

import java.util.Arrays;
import org.itocheck.dynamics.Dynamics;
import org.itocheck.dynamics.Family;
import org.itocheck.dynamics.Problem;
import org.itocheck.dynamics.Stepper;
import org.itocheck.objective.Objective;
import org.itocheck.random.NoiseRows;

/**
 * One step of a family from the start of a problem, seen along directions. The step itself is made in all dimensions; the state is what is seen
 * of it.
 *
 * @param family makes the step
 * @param problem where, in all dimensions
 * @param directions along which
 */
record StepAlong(Family family, Problem problem, Directions directions) implements Family {
    @Override
    public String name() {
        return family.name();
    }

    @Override
    public double learningRate() {
        return family.learningRate();
    }

    @Override
    public int stepsPerCheckpoint(int level) {
        return 1;
    }

    /** @param objective the loss along the directions, see {@link TangentSum} */
    @Override
    public Dynamics at(int level, Objective objective) {
        return new Seen(this, family.at(level, problem.objective()), objective);
    }

    private record Seen(StepAlong step, Dynamics whole, Objective objective) implements Dynamics {
        @Override
        public String name() {
            return whole.name();
        }

        @Override
        public double stepDuration() {
            return whole.stepDuration();
        }

        @Override
        public Stepper stepper(int lanes) {
            Stepper stepper = whole.stepper(lanes);
            double[] start = step.problem.start();
            double[][] x = new double[start.length][lanes];
            return new Stepper() {
                @Override
                public void start() {
                    stepper.start();
                }

                @Override
                public void step(double[][] seen, NoiseRows noise) {
                    for (int i = 0; i < start.length; i++) {
                        Arrays.fill(x[i], start[i]);
                    }
                    stepper.step(x, noise);
                    step.directions.addChange(x, start, seen);
                }
            };
        }
    }
}
