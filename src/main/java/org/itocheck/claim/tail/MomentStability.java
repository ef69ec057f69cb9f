package org.itocheck.claim.tail;

import java.util.List;
import org.itocheck.claim.Cell;
import org.itocheck.claim.Claim;
import org.itocheck.claim.Laboratory;
import org.itocheck.claim.Numbers;
import org.itocheck.claim.Outcome;
import org.itocheck.claim.OutcomeBuilder;
import org.itocheck.objective.Objective;
import org.itocheck.stats.ExceedanceTest;

/**
 * The empirical moments of the gradient noise at a point stabilise as the sample grows: its tail falls faster than x^-p for each order p
 * asked for, as far out as one can see. A law whose tail falls slower has no moment of order p, and what a program prints in its place never
 * settles (THEORY 3.G). The noise is the norm of the difference of two mini-batch gradients, which has the same moments.
 * <p>FAIL: the tail beyond a threshold that about one in {@code 2 * rarity} draws reaches falls slower than x^-p; a law whose tail falls at
 * least as fast from there on alarms with the stated rate at most, for any number of draws ({@link ExceedanceTest}). A law that has the moment
 * but falls so fast only farther out, such as a log-normal one of large variance, needs a larger rarity. PASS: it falls faster; one that does
 * not passes with the false-pass rate at most. Beyond the largest draw nothing is seen.
 *
 * @param objective the loss
 * @param point where its gradient is drawn, shape [d]; copied
 * @param orders the orders p, each at least 1, for example 4 and 8
 * @param rarity how many draws a trajectory makes, at least 16
 */
public record MomentStability(Objective objective, double[] point, List<Integer> orders, int rarity) implements Claim {
    /** The orders that the proofs need: variances of fourth moments and the eighth moment of one step (X6). */
    public static final List<Integer> ORDERS = List.of(4, 8);
    /** Beyond this quantile the tail of Exp(1) falls faster than x^-8. */
    public static final int RARITY = 8192;

    private static final int LEAST_RARITY = 16;

    /** Checks every argument. */
    public MomentStability {
        if (point.length != objective.dimension()) {
            throw new IllegalArgumentException("point has " + point.length + " entries, objective " + objective.name()
                    + " has dimension " + objective.dimension());
        }
        point = point.clone();
        orders = List.copyOf(orders);
        if (orders.isEmpty() || orders.stream().anyMatch(p -> p < 1)) {
            throw new IllegalArgumentException("orders is " + orders + ", expected orders of at least 1 such as 4, 8");
        }
        if (rarity < LEAST_RARITY) {
            throw new IllegalArgumentException("rarity is " + rarity + ", expected at least " + LEAST_RARITY
                    + " draws a trajectory, usually " + RARITY);
        }
    }

    /** The moments of order 4 and 8. */
    public MomentStability(Objective objective, double[] point) {
        this(objective, point, ORDERS, RARITY);
    }

    @Override
    public double[] point() {
        return point.clone();
    }

    @Override
    public int cells() {
        return orders.size();
    }

    @Override
    public Outcome evaluate(Laboratory laboratory) {
        double alpha = laboratory.budget().perCell(cells());
        double missRate = laboratory.budget().falsePassRate();
        List<ExceedanceTest> tests =
                orders.stream().map(p -> new ExceedanceTest(p, alpha, missRate)).toList();
        TailExponent tail =
                new TailExponent("noise of " + objective.name(), lanes -> source(objective, point, lanes), rarity);
        long needed = tail.needed(tests.get(0));
        long trajectories = Math.max(1, Math.min(needed, laboratory.trajectoryBudget()));
        OutcomeBuilder builder = builder(laboratory, needed * rarity);
        TailExponent.Exceedances seen = tail.measure(laboratory, "moments", trajectories);
        List<Cell> cells = tests.stream().map(test -> seen.cell("g", test)).toList();
        return builder.truth("a tail that falls like x^-p has moments below order p only")
                .passes(
                        seen.threshold() == 0
                                ? "the gradient has no noise here"
                                : "the tail falls like x^-" + Numbers.brief(seen.exponent()) + " beyond "
                                        + Numbers.brief(seen.threshold()))
                .trajectories(seen.trajectories())
                .build(cells, laboratory);
    }

    /** The norm of the gradient noise at a point. */
    static TailExponent.Source source(Objective objective, double[] point, int lanes) {
        GradientNoise gradient = new GradientNoise(objective, point, lanes);
        double[][] rows = new double[point.length][lanes];
        return (noise, sizes) -> {
            gradient.draw(noise, rows);
            GradientNoise.norm(rows, sizes, lanes);
        };
    }

    private OutcomeBuilder builder(Laboratory laboratory, long draws) {
        String words = orders.stream()
                .map(String::valueOf)
                .reduce((a, b) -> a + " and " + b)
                .orElseThrow();
        return new OutcomeBuilder(
                        "MomentStability",
                        "gradient noise of " + objective.name() + " at " + TailChecks.at(point)
                                + " has moments of order " + words)
                .formula("P(|g - g'| > x) falls faster than x^-p")
                .source("THEORY 3.G, X11; Hill 1975")
                .setting(Numbers.count(draws) + " draws, one in " + Numbers.count(2L * rarity) + " counts")
                .fails(worst -> worst.observable() + " does not settle: the tail falls like x^-"
                        + Numbers.brief(worst.estimate()))
                .diagnosis(worst -> "moments of order " + Numbers.brief(worst.estimate())
                        + " and more do not exist: no mean or variance of such an observable can be tested")
                .power("false alarm < " + Numbers.brief(laboratory.budget().falseFailRate())
                        + " for tails that fall at least like x^-p from the threshold on; one that does not passes with probability < "
                        + Numbers.brief(laboratory.budget().falsePassRate()))
                .remedies(List.of("draw more: a larger budget of trajectories", "look farther out: a larger rarity"));
    }
}
