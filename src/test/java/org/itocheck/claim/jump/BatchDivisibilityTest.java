package org.itocheck.claim.jump;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.itocheck.claim.Outcome;
import org.itocheck.claim.Verdict;
import org.itocheck.dynamics.Problems;
import org.itocheck.objective.Divisible;
import org.itocheck.objective.Evaluator;
import org.itocheck.objective.LeastSquares;
import org.itocheck.objective.MiniBatch;
import org.itocheck.objective.Objective;
import org.itocheck.random.NoiseLaw;
import org.junit.jupiter.api.Test;

class BatchDivisibilityTest {
    private static final LeastSquares LOSS =
            ((LeastSquares) Problems.named("C2").objective()).withBatchSize(4);
    private static final List<double[]> POINTS = List.of(new double[] {-1, 1}, new double[] {2, 1});

    @Test
    void batches_of_a_finite_sum_are_means_of_smaller_ones() {
        Outcome outcome = verify(LOSS, List.of(2, 4), POINTS);

        assertThat(outcome.headline())
                .isEqualTo(
                        "mini-batches of C2 are means of smaller ones: PASS, all 56 moments to degree 4 agree to rounding"
                                + " [seed 0x00005EED00000002]");
    }

    @Test
    void moments_may_differ_by_rounding_and_no_more() {
        Outcome outcome = verify(LOSS, List.of(2, 4), POINTS);
        assertThat(outcome.cells()).hasSize(56).allSatisfy(cell -> {
            assertThat(cell.allowed()).isEqualTo(1e-11 * (1 + Math.abs(cell.truth())));
            assertThat(cell.stepSize()).isEqualTo(1.0 / cell.level());
        });
    }

    @Test
    void so_are_means_of_independent_draws() {
        Objective two = Problems.a1(NoiseLaw.SKEW_TWO_POINT).objective();
        assertThat(verify(new MiniBatch(two, 4), List.of(2, 4), List.of(new double[] {1}))
                        .verdict())
                .isEqualTo(Verdict.PASS);
    }

    /** Footnote 3: the gradient x Var_batch(s) of a batch-normalised sample depends on the whole batch. */
    @Test
    void batch_normalisation_is_found_out() {
        Outcome outcome = verify(new Normalised(4), List.of(2), List.of(new double[] {1}));

        assertThat(outcome.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(outcome.finding()).startsWith("E g[0]").contains(" from m = 2 parts is ");
        assertThat(outcome.diagnosis()).startsWith("the loss of a sample depends on the others of its batch");
    }

    /** The sub-batch loss times m/B (X21): with B = 4 and m = 2 that is 1/2 and right by chance, with m = 4 it is 1 instead of 1/4. */
    @Test
    void the_factor_m_over_b_is_found_out() {
        assertThat(verify(new Scaled(4), List.of(2), POINTS).verdict()).isEqualTo(Verdict.PASS);
        Outcome outcome = verify(new Scaled(4), List.of(4), POINTS);
        assertThat(outcome.verdict()).isEqualTo(Verdict.FAIL);
    }

    @Test
    void what_cannot_be_cut_or_listed_is_inconclusive() {
        assertThat(verify(LOSS, List.of(3), POINTS).finding())
                .isEqualTo(
                        "batchSize is 4 in C2, which level 3 does not divide; use levels that divide the batch size, or"
                                + " withBatchSize(12)");
        Outcome outcome = verify(Problems.a1(NoiseLaw.EXPONENTIAL).objective(), List.of(2), List.of(new double[] {1}));
        assertThat(outcome.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(outcome.finding()).startsWith("law is exp1, whose draws have no finite set of values to enumerate");
    }

    @Test
    void bad_arguments_are_named() {
        assertThatThrownBy(() -> new BatchDivisibility(LOSS, List.of(1), POINTS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("parts is [1], expected numbers of at least 2, for example 2, 4");
        assertThatThrownBy(() -> new BatchDivisibility(LOSS, List.of(2), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("points is empty, expected at least one point to take gradients at");
        assertThatThrownBy(() -> new BatchDivisibility(LOSS, List.of(2), List.of(new double[1])))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("point has 1 entries, objective C2 has dimension 2");
    }

    private static Outcome verify(Objective objective, List<Integer> parts, List<double[]> points) {
        return Jumps.budget(1).verify(new BatchDivisibility(objective, parts, points));
    }

    /** x times the variance of s = -1, 0, 2 over a batch. */
    private record Normalised(int batchSize) implements Divisible {
        @Override
        public String name() {
            return "batch norm";
        }

        @Override
        public int dimension() {
            return 1;
        }

        @Override
        public Objective part(int parts) {
            return new Normalised(batchSize / parts);
        }

        @Override
        public boolean infinitelyDivisible() {
            return false;
        }

        @Override
        public Evaluator evaluator(int lanes) {
            int[][] index = new int[batchSize][lanes];
            double[] s = {-1, 0, 2};
            return (x, noise, gradient) -> {
                for (int[] row : index) {
                    noise.index(3, row);
                }
                for (int j = 0; j < lanes; j++) {
                    double mean = 0;
                    double square = 0;
                    for (int[] row : index) {
                        mean += s[row[j]] / batchSize;
                        square += s[row[j]] * s[row[j]] / batchSize;
                    }
                    gradient[0][j] = x[0][j] * (square - mean * mean);
                }
            };
        }
    }

    /** Least squares with batches of 4, whose parts carry the factor m (m/B) instead of m (1/m). */
    private record Scaled(LeastSquares loss, double factor) implements Divisible {
        Scaled(int batchSize) {
            this(LOSS.withBatchSize(batchSize), 1);
        }

        @Override
        public String name() {
            return "scaled";
        }

        @Override
        public int dimension() {
            return 2;
        }

        @Override
        public Objective part(int parts) {
            int batch = loss.batchSize();
            return new Scaled(loss.withBatchSize(batch / parts), (double) parts * parts / batch);
        }

        @Override
        public boolean infinitelyDivisible() {
            return false;
        }

        @Override
        public Evaluator evaluator(int lanes) {
            Evaluator exact = loss.evaluator(lanes);
            return (x, noise, gradient) -> {
                exact.sampleGradient(x, noise, gradient);
                for (double[] row : gradient) {
                    for (int j = 0; j < lanes; j++) {
                        row[j] *= factor;
                    }
                }
            };
        }
    }
}
