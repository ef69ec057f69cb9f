package org.itocheck.claim;

import org.itocheck.dynamics.Dynamics;
import org.itocheck.dynamics.Family;
import org.itocheck.dynamics.optimizer.Svag;
import org.itocheck.objective.Evaluator;
import org.itocheck.objective.Objective;
import org.itocheck.random.NoiseRows;

/** SVAG whose mini-batch gradients are off by a constant in every coordinate. */
record Shifted(double learningRate, double constant) implements Family {
    @Override
    public String name() {
        return "shifted SVAG";
    }

    @Override
    public Dynamics at(int level, Objective objective) {
        return new Svag(new ShiftedLoss(objective, constant), level, learningRate, 0);
    }

    private record ShiftedLoss(Objective inner, double constant) implements Objective {
        @Override
        public String name() {
            return inner.name();
        }

        @Override
        public int dimension() {
            return inner.dimension();
        }

        @Override
        public Evaluator evaluator(int lanes) {
            return new Rows(inner.evaluator(lanes), constant, lanes);
        }
    }

    private record Rows(Evaluator inner, double constant, int lanes) implements Evaluator {
        @Override
        public void sampleGradient(double[][] x, NoiseRows noise, double[][] gradient) {
            inner.sampleGradient(x, noise, gradient);
            for (double[] row : gradient) {
                for (int j = 0; j < lanes; j++) {
                    row[j] += constant;
                }
            }
        }
    }
}
