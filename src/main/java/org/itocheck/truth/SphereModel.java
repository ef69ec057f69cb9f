package org.itocheck.truth;

import java.util.Map;
import java.util.Optional;
import org.itocheck.objective.catalogue.SphereLoss;
import org.itocheck.observable.DirectionCosine;
import org.itocheck.observable.Exponents;
import org.itocheck.observable.GradientSquaredNorm;
import org.itocheck.observable.Loss;
import org.itocheck.observable.NoiseTrace;
import org.itocheck.observable.Observable;
import org.itocheck.observable.Polynomial;

/** Problems E1 and E4: y is the cosine c of the angle to the direction in which the loss is least (THEORY 3.E). */
final class SphereModel implements NormModel {
    private static final int NODES = 36;
    private static final int NORMAL = 24;
    private static final int CHI_SQUARE = 16;

    private final SphereLoss loss;
    private final double[] least;
    private final double strength;
    private final double variance;
    private final GaussRule along = GaussRule.normal(NORMAL);
    private final GaussRule across;

    SphereModel(SphereLoss loss) {
        this.loss = loss;
        this.strength = loss.strength();
        this.variance = loss.noiseScale() * loss.noiseScale();
        this.least = loss.mean();
        for (int i = 0; i < least.length; i++) {
            least[i] /= -strength;
        }
        this.across = GaussRule.chiSquare(least.length - 2, CHI_SQUARE);
    }

    @Override
    public Basis directions() {
        return new ChebyshevBasis(-1, 1, NODES);
    }

    @Override
    public double direction(double[] x) {
        double product = 0;
        double square = 0;
        for (int i = 0; i < x.length; i++) {
            product += x[i] * least[i];
            square += x[i] * x[i];
        }
        return product / Math.sqrt(square);
    }

    @Override
    public double gradient(double c) {
        return strength * strength * (1 - c * c);
    }

    @Override
    public double noise(double c) {
        return noiseDimensions() * variance;
    }

    @Override
    public int noiseDimensions() {
        return least.length - 1;
    }

    @Override
    public double slope(double c) {
        return strength * (1 - c * c);
    }

    @Override
    public double bend(double c) {
        return strength * strength * c * (1 - c * c);
    }

    @Override
    public double curvature(double c) {
        return -noiseDimensions() * variance * c / 2;
    }

    @Override
    public double spread(double c) {
        return variance * (1 - c * c);
    }

    @Override
    public double directionAt(double angle) {
        return StrictMath.cos(angle);
    }

    @Override
    public double potential(double angle) {
        return -strength * StrictMath.cos(angle);
    }

    /** Every noise is Gaussian, whatever the step calls it. */
    @Override
    public boolean knows(OneStep step) {
        return true;
    }

    /** The part of the step along the tangent to the axis is normal, the square of the rest is chi-square with d - 2 degrees. */
    @Override
    public void step(OneStep step, double c, double squaredNorm, NormPlane.Row row) {
        double sine = Math.sqrt(1 - c * c);
        double norm = Math.sqrt(squaredNorm);
        double scale = loss.noiseScale() * Math.sqrt(step.spread()) / norm;
        for (int i = 0; i < along.values().length; i++) {
            double tangent = step.step() * strength * sine / norm + scale * along.values()[i];
            for (int j = 0; j < across.values().length; j++) {
                double rest = scale * scale * across.values()[j];
                double next = step.decay() * step.decay() * squaredNorm + tangent * tangent + rest;
                double cosine = (step.decay() * norm * c + tangent * sine) / Math.sqrt(next);
                row.add(along.probabilities()[i] * across.probabilities()[j], cosine, next);
            }
        }
    }

    @Override
    public Optional<Value> value(Observable g) {
        if (g instanceof GradientSquaredNorm square && square.objective() == loss) {
            return Optional.of((c, rho) -> gradient(c) / rho);
        }
        if (g instanceof NoiseTrace trace && trace.objective() == loss) {
            return Optional.of((c, rho) -> noise(c) / rho);
        }
        if (g instanceof Loss value && value.objective() == loss) {
            return Optional.of((c, rho) -> -strength * c);
        }
        if (g instanceof DirectionCosine cosine && Math.abs(least[cosine.coordinate()]) == 1) {
            return Optional.of((c, rho) -> least[cosine.coordinate()] * c);
        }
        return g instanceof Polynomial polynomial ? polynomial(polynomial) : Optional.empty();
    }

    /** Powers of the coordinate along the axis, and of |x|^2. */
    private Optional<Value> polynomial(Polynomial g) {
        if (g.equals(Observable.squaredNorm())) {
            return Optional.of((c, rho) -> rho);
        }
        Map<Exponents, Double> terms = g.terms(least.length);
        int axis = axis();
        boolean alone = axis >= 0 && terms.keySet().stream().allMatch(e -> e.power(axis) == e.degree());
        return alone
                ? Optional.of((c, rho) -> {
                    double sum = 0;
                    for (Map.Entry<Exponents, Double> term : terms.entrySet()) {
                        double x = least[axis] * c * Math.sqrt(rho);
                        sum += term.getValue() * StrictMath.pow(x, term.getKey().degree());
                    }
                    return sum;
                })
                : Optional.empty();
    }

    private int axis() {
        for (int i = 0; i < least.length; i++) {
            if (Math.abs(least[i]) == 1) {
                return i;
            }
        }
        return -1;
    }
}
