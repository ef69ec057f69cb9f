package org.itocheck.dynamics.optimizer;

import org.itocheck.dynamics.Stepper;
import org.itocheck.objective.Descent;
import org.itocheck.objective.Evaluator;
import org.itocheck.objective.Objective;
import org.itocheck.random.NoiseRows;

/** x - h (a g1 + b g2) - h lambda x with two independent mini-batch gradients, both at the old x. */
final class TwoGradientStep implements Stepper {
    private final Evaluator evaluator;
    private final double[][] first;
    private final double[][] second;
    private final int lanes;
    private final double step;
    private final double a;
    private final double b;
    private final double decay;

    /** x - h (a g1 + b g2) - h lambda x, in the layout that suits the loss. */
    static Stepper of(Objective objective, int lanes, double step, double a, double b, double weightDecay) {
        return objective
                .descent(lanes, new Descent.Step(1 - step * weightDecay, step, a, b))
                .<Stepper>map(DescentStep::new)
                .orElseGet(() -> new TwoGradientStep(objective, lanes, step, a, b, weightDecay));
    }

    private TwoGradientStep(Objective objective, int lanes, double step, double a, double b, double weightDecay) {
        this.evaluator = objective.evaluator(lanes);
        this.first = new double[objective.dimension()][lanes];
        this.second = new double[objective.dimension()][lanes];
        this.lanes = lanes;
        this.step = step;
        this.a = a;
        this.b = b;
        this.decay = 1 - step * weightDecay;
    }

    @Override
    public void step(double[][] x, NoiseRows noise) {
        evaluator.sampleGradient(x, noise, first);
        evaluator.sampleGradient(x, noise, second);
        for (int i = 0; i < x.length; i++) {
            update(x[i], first[i], second[i]);
        }
    }

    private void update(double[] x, double[] g, double[] h) {
        for (int j = 0; j < lanes; j++) {
            x[j] = decay * x[j] - step * (a * g[j] + b * h[j]);
        }
    }
}
