package org.itocheck.objective;

/**
 * A finite sum of the direction of its parameters: L_i(x) = F_i(x / |x|) for the samples F_i of another sum, so that every mini-batch loss
 * is scale invariant: {@code grad L_i(x) = P grad F_i(x / |x|) / |x|} with P = I - x x' / |x|^2. At x = 0 it is not defined and the
 * gradient is NaN. This is what a normalisation layer makes of the weights before it (paper, Definition D.5).
 *
 * @param name for messages
 * @param inner the sum F
 */
public record NormalisedSum(String name, FiniteSum inner) implements FiniteSum {
    @Override
    public String formula() {
        return "F(x/|x|) for F" + inner.formula().replaceFirst("^L", "");
    }

    @Override
    public int dimension() {
        return inner.dimension();
    }

    @Override
    public int samples() {
        return inner.samples();
    }

    @Override
    public int batchSize() {
        return inner.batchSize();
    }

    @Override
    public NormalisedSum withBatchSize(int newBatchSize) {
        return new NormalisedSum(name, inner.withBatchSize(newBatchSize));
    }

    @Override
    public Evaluator evaluator(int lanes) {
        return new NormalisedEvaluator(inner.evaluator(lanes), dimension(), lanes);
    }

    @Override
    public double sampleValue(int i, double[] x) {
        return inner.sampleValue(i, direction(x, norm(x)));
    }

    @Override
    public void sampleGradient(int i, double[] x, double[] gradient) {
        double norm = norm(x);
        double[] u = direction(x, norm);
        inner.sampleGradient(i, u, gradient);
        double along = 0;
        for (int k = 0; k < u.length; k++) {
            along = Math.fma(gradient[k], u[k], along);
        }
        for (int k = 0; k < u.length; k++) {
            gradient[k] = (gradient[k] - along * u[k]) / norm;
        }
    }

    private double norm(double[] x) {
        FiniteSumChecks.point(this, x);
        double square = 0;
        for (double a : x) {
            square = Math.fma(a, a, square);
        }
        return Math.sqrt(square);
    }

    private static double[] direction(double[] x, double norm) {
        double[] u = new double[x.length];
        for (int k = 0; k < x.length; k++) {
            u[k] = x[k] / norm;
        }
        return u;
    }
}
