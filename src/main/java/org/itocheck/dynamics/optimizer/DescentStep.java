package org.itocheck.dynamics.optimizer;

import org.itocheck.dynamics.Stepper;
import org.itocheck.objective.Descent;
import org.itocheck.random.NoiseRows;

/** Steps on contiguous points: rows in and out only where somebody looks at them. */
record DescentStep(Descent descent) implements Stepper {
    @Override
    public void step(double[][] x, NoiseRows noise) {
        advance(x, noise, 1);
    }

    @Override
    public void advance(double[][] x, NoiseRows noise, int steps) {
        descent.load(x);
        for (int s = 0; s < steps; s++) {
            descent.step(noise);
        }
        descent.store(x);
    }
}
