package org.itocheck.claim.jump;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.itocheck.claim.Cell;
import org.itocheck.claim.Claim;
import org.itocheck.claim.Laboratory;
import org.itocheck.claim.Numbers;
import org.itocheck.claim.Outcome;
import org.itocheck.claim.OutcomeBuilder;
import org.itocheck.dynamics.Dynamics;
import org.itocheck.dynamics.Stepper;
import org.itocheck.objective.Divisible;
import org.itocheck.objective.Evaluator;
import org.itocheck.objective.Objective;
import org.itocheck.observable.Monomial;
import org.itocheck.observable.Observable;
import org.itocheck.truth.PathEnumeration;

/**
 * A mini-batch gradient has the law of the mean of m independent gradients of mini-batches m times smaller: equation (7), where the
 * sub-batch loss has the factor 1/m (THEORY X21). It is what makes the linear scaling rule more than a change of the learning rate, and it
 * fails where the loss of a sample depends on the rest of its batch, as with batch normalisation (footnote 3). No randomness: all moments to
 * degree 4 of the first coordinates, over all paths of the draws.
 *
 * @param objective the loss
 * @param parts the numbers m, each at least 2
 * @param points where the gradient is looked at, each of shape [d]
 * @see <a href="https://arxiv.org/abs/2102.12470">Li, Malladi, Arora (2021), equation (7)</a>
 */
public record BatchDivisibility(Objective objective, List<Integer> parts, List<double[]> points) implements Claim {
    private static final double ROUNDING = 1e-11;
    private static final int DEGREE = 4;
    private static final int COORDINATES = 3;

    /** Checks the parts and the points. */
    public BatchDivisibility {
        parts = List.copyOf(parts);
        points = points.stream().map(double[]::clone).toList();
        if (parts.isEmpty() || parts.stream().anyMatch(m -> m < 2)) {
            throw new IllegalArgumentException(
                    "parts is " + parts + ", expected numbers of at least 2, for example 2, 4");
        }
        if (points.isEmpty()) {
            throw new IllegalArgumentException("points is empty, expected at least one point to take gradients at");
        }
        for (double[] x : points) {
            if (x.length != objective.dimension()) {
                throw new IllegalArgumentException("point has " + x.length + " entries, objective " + objective.name()
                        + " has dimension " + objective.dimension());
            }
        }
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
            for (double[] x : points) {
                double[] whole = moments(new Mean(objective, objective, 1), x);
                for (int m : parts) {
                    compare(m, x, whole, moments(new Mean(objective, Divisible.part(objective, m), m), x), cells);
                }
            }
        } catch (UnsupportedOperationException | IllegalStateException | IllegalArgumentException e) {
            obstacle = String.valueOf(e.getMessage());
        }
        return builder.obstacle(obstacle)
                .passes("all " + cells.size() + " moments to degree " + DEGREE + " agree to rounding")
                .build(cells, laboratory);
    }

    private void compare(int m, double[] x, double[] whole, double[] mean, List<Cell> cells) {
        List<Observable> monomials = monomials();
        String at = Arrays.stream(x).mapToObj(Numbers::plain).collect(Collectors.joining(", ", " at (", ")"));
        for (int i = 0; i < whole.length; i++) {
            String name = "E " + monomials.get(i).name().replace('x', 'g') + at;
            double allowed = ROUNDING * (1 + Math.abs(whole[i]));
            cells.add(Cell.exact(name, m, 1.0 / m, 1, mean[i], whole[i], allowed));
        }
    }

    private double[] moments(Dynamics gradient, double[] x) {
        return PathEnumeration.expectations(gradient, x, 1, monomials());
    }

    private List<Observable> monomials() {
        return Monomial.upTo(DEGREE, Math.min(COORDINATES, objective.dimension()));
    }

    private OutcomeBuilder builder() {
        return new OutcomeBuilder(
                        "BatchDivisibility", "mini-batches of " + objective.name() + " are means of smaller ones")
                .formula("g_gamma = (1/m) sum_i g_i in law")
                .source("Li, Malladi, Arora 2021, arXiv:2102.12470, equation (7); THEORY X21")
                .truth("all draws of one whole mini-batch")
                .fails(worst -> worst.observable() + " from m = " + worst.level() + " parts is "
                        + Numbers.plain(worst.estimate()) + ", of the whole batch " + Numbers.plain(worst.truth()))
                .diagnosis(
                        worst -> "the loss of a sample depends on the others of its batch, or the smaller batches are"
                                + " scaled wrongly: the linear scaling rule then changes more than learning rate and noise")
                .remedies(List.of("take fewer samples or smaller batches, so that all draws can be listed"))
                .levels(parts);
    }

    /** The step that puts the mean of m gradients in the place of x. */
    private record Mean(Objective objective, Objective part, int count) implements Dynamics {
        @Override
        public String name() {
            return "mean of " + count + " gradients";
        }

        @Override
        public double stepDuration() {
            return 1;
        }

        @Override
        public Stepper stepper(int lanes) {
            Evaluator evaluator = part.evaluator(lanes);
            double[][] sum = new double[objective.dimension()][lanes];
            double[][] gradient = new double[objective.dimension()][lanes];
            return (x, noise) -> {
                for (double[] row : sum) {
                    Arrays.fill(row, 0);
                }
                for (int c = 0; c < count; c++) {
                    evaluator.sampleGradient(x, noise, gradient);
                    add(gradient, sum, 1.0 / count);
                }
                for (int i = 0; i < x.length; i++) {
                    System.arraycopy(sum[i], 0, x[i], 0, lanes);
                }
            };
        }

        private static void add(double[][] rows, double[][] to, double factor) {
            for (int i = 0; i < rows.length; i++) {
                for (int j = 0; j < rows[i].length; j++) {
                    to[i][j] += factor * rows[i][j];
                }
            }
        }
    }
}
