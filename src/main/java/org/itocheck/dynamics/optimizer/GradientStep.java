package org.itocheck.dynamics.optimizer;

import org.itocheck.dynamics.Stepper;
import org.itocheck.objective.Descent;
import org.itocheck.objective.Evaluator;
import org.itocheck.objective.Objective;
import org.itocheck.random.NoiseRows;

/** x - h g - h lambda x with one mini-batch gradient g. */
final class GradientStep implements Stepper {
    private final Evaluator evaluator;
    private final double[][] gradient;
    private final int lanes;
    private final double step;
    private final double decay;

    /** x - h g - h lambda x, in the layout that suits the loss. */
    static Stepper of(Objective objective, int lanes, double step, double weightDecay) {
        return objective
                .descent(lanes, new Descent.Step(1 - step * weightDecay, step, 1))
                .<Stepper>map(DescentStep::new)
                .orElseGet(() -> new GradientStep(objective, lanes, step, weightDecay));
    }

    private GradientStep(Objective objective, int lanes, double step, double weightDecay) {
        this.evaluator = objective.evaluator(lanes);
        this.gradient = new double[objective.dimension()][lanes];
        this.lanes = lanes;
        this.step = step;
        this.decay = 1 - step * weightDecay;
    }

    @Override
    public void step(double[][] x, NoiseRows noise) {
        evaluator.sampleGradient(x, noise, gradient);
        for (int i = 0; i < x.length; i++) {
            update(x[i], gradient[i], decay, step, lanes);
        }
    }

    static void update(double[] x, double[] g, double decay, double step, int lanes) {
        for (int j = 0; j < lanes; j++) {
            x[j] = decay * x[j] - step * g[j];
        }
    }
}
