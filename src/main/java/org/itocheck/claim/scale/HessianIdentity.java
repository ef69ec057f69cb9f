package org.itocheck.claim.scale;

import java.util.ArrayList;
import java.util.List;
import org.itocheck.claim.Cell;
import org.itocheck.claim.Claim;
import org.itocheck.claim.Laboratory;
import org.itocheck.claim.Numbers;
import org.itocheck.claim.Outcome;
import org.itocheck.claim.OutcomeBuilder;
import org.itocheck.objective.MissingCapabilityException;
import org.itocheck.objective.Objective;
import org.itocheck.stats.Interval;

/**
 * Lemma D.1: on a scale-invariant loss {@code (Hess L) x = -grad L} and therefore {@code x' (Hess L) grad L = -|grad L|^2}, which is what
 * the second-order SDE adds to the norm in (28)-(31). The product with the Hessian is the loss's own where it gives
 * {@code hessianProduct}; else it is the limit of central differences of gradients, extrapolated over halved steps, and the difference of
 * the last two extrapolations is the half width of the cell. A share of |grad L|, and of |grad L|^2.
 *
 * @param objective the loss; it must know its gradient
 * @param points where, each of shape [d] and not 0; empty for three standard normal points
 * @param tolerance the largest violation allowed, relative
 * @see <a href="https://arxiv.org/abs/2102.12470">Li, Malladi, Arora (2021), Lemma D.1</a>
 */
public record HessianIdentity(Objective objective, List<double[]> points, double tolerance) implements Claim {
    /** Rounding of analytic products, and more than the error of extrapolated differences of smooth losses. */
    public static final double ROUNDING = 1e-8;

    /** Checks points and tolerance. */
    public HessianIdentity {
        points = Points.check(points, objective);
        for (double[] x : points) {
            if (Block.whole(objective).norm(x) == 0) {
                throw new IllegalArgumentException(
                        "point is 0, where no scale-invariant loss has a gradient; choose another point");
            }
        }
        if (!(tolerance > 0)) {
            throw new IllegalArgumentException("tolerance is " + tolerance + ", expected a positive number");
        }
    }

    /** To {@link #ROUNDING}. */
    public HessianIdentity(Objective objective, List<double[]> points) {
        this(objective, points, ROUNDING);
    }

    @Override
    public int cells() {
        return 1;
    }

    @Override
    public Outcome evaluate(Laboratory laboratory) {
        OutcomeBuilder builder = builder();
        List<Cell> cells = new ArrayList<>();
        String obstacle = "";
        try {
            List<double[]> places = Points.orRandom(points, objective, laboratory.seed());
            for (int p = 0; p < places.size(); p++) {
                look(places.get(p), Points.at(places.get(p), p), cells);
            }
        } catch (MissingCapabilityException e) {
            obstacle = String.valueOf(e.getMessage());
        }
        if (cells.stream().anyMatch(cell -> !Double.isFinite(cell.estimate()))) {
            obstacle = "the gradient or the Hessian is not a finite number: choose other points";
            cells.clear();
        }
        return builder.obstacle(obstacle).build(cells, laboratory);
    }

    private void look(double[] x, String at, List<Cell> cells) {
        HessianAction action = HessianAction.of(objective, x);
        double[] gradient = action.gradient();
        HessianAction.Product product = action.times(x);
        double size = norm(gradient);
        double worst = 0;
        double along = 0;
        for (int i = 0; i < x.length; i++) {
            double difference = product.values()[i] + gradient[i];
            worst = Math.abs(difference) <= Math.abs(worst) ? worst : difference;
            along += gradient[i] * product.values()[i];
        }
        cells.add(cell("(Hess L) x = -grad L" + at, worst, product.error(), size));
        double error = product.error() * size * Math.sqrt(x.length);
        cells.add(cell("x' (Hess L) grad L = -|grad L|^2" + at, along + size * size, error, size * size));
    }

    private Cell cell(String name, double violation, double error, double size) {
        Interval share = new Interval(BatchGradients.relative(violation, size), BatchGradients.relative(error, size));
        return Cell.estimated(name, 1, Double.NaN, 1, 0, share, tolerance, 0, 0);
    }

    private static double norm(double[] v) {
        double square = 0;
        for (double a : v) {
            square += a * a;
        }
        return Math.sqrt(square);
    }

    private OutcomeBuilder builder() {
        return new OutcomeBuilder("HessianIdentity", "the Hessian of " + objective.name() + " takes x to -grad L")
                .formula("(Hess L) x = -grad L, x' (Hess L) grad L = -|grad L|^2")
                .source("Li, Malladi, Arora 2021, arXiv:2102.12470, Lemma D.1")
                .truth("0, as a share of |grad L| and of |grad L|^2")
                .setting("Hessian products of the loss itself, or extrapolated differences of gradients")
                .passes("every violation is below " + Numbers.brief(tolerance) + " of its size")
                .fails(worst -> worst.observable() + " is violated by " + Numbers.brief(Math.abs(worst.estimate()))
                        + " of its size")
                .diagnosis(worst -> "the gradient does not shrink like 1/|x|: the loss is not scale invariant, or its"
                        + " gradient or hessianProduct is wrong")
                .power("no randomness; the half width is the error of the differences")
                .remedies(List.of("give the loss a hessianProduct", "choose points where the loss is smooth"));
    }
}
