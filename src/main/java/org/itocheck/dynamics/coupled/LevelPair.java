package org.itocheck.dynamics.coupled;

import org.itocheck.dynamics.Dynamics;
import org.itocheck.dynamics.Stepper;
import org.itocheck.random.NoiseRows;
import org.itocheck.random.SummedGaussians;

/**
 * One coarse step and the fine steps that take as long, with one noise.
 *
 * @param objective the loss with two states
 * @param fine moves the first state
 * @param coarse moves the second
 * @param ratio fine steps in a coarse one
 */
record LevelPair(TwoStates objective, Dynamics fine, Dynamics coarse, int ratio) implements Dynamics {
    @Override
    public String name() {
        return fine.name() + " with " + coarse.name();
    }

    @Override
    public double stepDuration() {
        return coarse.stepDuration();
    }

    @Override
    public Stepper stepper(int lanes) {
        return new Both(this, lanes);
    }

    private static final class Both implements Stepper {
        private final Stepper fine;
        private final Stepper coarse;
        private final int ratio;
        private final SummedGaussians summed;
        /** The rows of one state, by reference. */
        private final double[][] view;

        Both(LevelPair pair, int lanes) {
            this.fine = pair.fine.stepper(lanes);
            this.coarse = pair.coarse.stepper(lanes);
            this.ratio = pair.ratio;
            this.summed = new SummedGaussians(lanes);
            this.view = new double[pair.objective.one().dimension()][];
        }

        @Override
        public void start() {
            fine.start();
            coarse.start();
        }

        @Override
        public void step(double[][] x, NoiseRows noise) {
            summed.begin();
            System.arraycopy(x, 0, view, 0, view.length);
            for (int s = 0; s < ratio; s++) {
                summed.shortStep(noise);
                fine.step(view, summed);
            }
            summed.longStep();
            System.arraycopy(x, view.length, view, 0, view.length);
            coarse.step(view, summed);
        }
    }
}
