package org.itocheck.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.itocheck.claim.SampledOneStepMoments.Law;
import org.itocheck.dynamics.Problem;
import org.itocheck.dynamics.Problems;
import org.itocheck.dynamics.optimizer.Svag;
import org.itocheck.observable.Observable;
import org.itocheck.random.NoiseLaw;
import org.junit.jupiter.api.Test;

/** What claims on one step allow, count and say. */
class OneStepMomentsWordsTest {
    /** L = x^2/2 with noise of -1 or +1 in the gradient, at eta = 1/2. */
    private static final Problem A1 = Problems.a1(NoiseLaw.RADEMACHER);

    private static final double TOLERANCE = 1e-3;

    /** At x = 3 and l = 4 the natural size is (1/8) (3 + 2). */
    @Test
    void an_m_th_moment_may_be_off_by_the_tolerance_times_the_m_th_power_of_its_natural_size() {
        List<Cell> cells = outcome(A1, 4, 4).cells();

        assertThat(cells)
                .extracting(Cell::observable)
                .containsExactly(
                        "E dx[0] at (3)",
                        "Cov dx[0] dx[0] at (3)",
                        "E dx[0] dx[0] dx[0] at (3)",
                        "E dx[0] dx[0] dx[0] dx[0] at (3)",
                        "l^2 sqrt(E|dx|^8) at (3)");
        for (int m = 1; m <= 4; m++) {
            Cell cell = cells.get(m - 1);
            assertThat(cell.allowed()).isCloseTo(TOLERANCE * Math.pow(0.625, m), within(1e-15));
            assertThat(cell.stepSize()).isEqualTo(0.125);
        }
        assertThat(cells.get(0).truth()).isCloseTo(-3.0 / 8, within(1e-15));
        assertThat(cells.get(1).truth()).isCloseTo(4 / 64.0, within(1e-15));
    }

    /** SVAG(4) steps by -(3 + e)/8 with e = 1, -1, sqrt 7 and -sqrt 7; Minkowski bounds all levels by (1/2)^4 (3 + sqrt 2)^4. */
    @Test
    void the_eighth_moment_is_bounded_alike_at_every_level() {
        Cell cell = outcome(A1, 4, 3).cells().get(3);
        double root = Math.sqrt(7);
        double mean = (eighth(4) + eighth(2) + eighth(3 + root) + eighth(3 - root)) / 4;

        assertThat(cell.estimate()).isCloseTo(16 * Math.sqrt(mean / eighth(8)), within(1e-12));
        assertThat(cell.truth()).isCloseTo(Math.pow((3 + Math.sqrt(2)) / 2, 4) * (1 + TOLERANCE), within(1e-12));
        assertThat(cell.verdict()).isEqualTo(Verdict.PASS);
        assertThat(cell.stepSize()).isEqualTo(0.125);
    }

    private static double eighth(double x) {
        return Math.pow(x, 8);
    }

    /** In two dimensions there are 2, 3, 4 and 5 distinct entries of the moments of order 1 to 4. */
    @Test
    void the_order_decides_which_moments_are_looked_at() {
        for (int order = 2; order <= 4; order++) {
            Outcome outcome = outcome(Settings.C2, 2, order, 2, 1);
            int entries = List.of(5, 10, 15).get(order - 2);
            assertThat(outcome.cells()).hasSize(entries);
            assertThat(outcome.formula())
                    .isEqualTo(List.of(
                                    "E dx, Cov dx of one step",
                                    "E dx, Cov dx, E dx^3 and l^2 sqrt(E|dx|^8) of one step",
                                    "E dx, Cov dx, E dx^3, E dx^4 and l^2 sqrt(E|dx|^8) of one step")
                            .get(order - 2));
            assertThat(outcome.finding()).isEqualTo("all " + entries + " moments agree to 0.001 of their size");
        }
    }

    @Test
    void by_default_a_step_is_looked_at_where_the_problem_starts_and_where_no_moment_vanishes() {
        Problem problem = Problems.named("digits/least-squares");
        List<double[]> points = OneStepMoments.defaultPoints(problem);

        assertThat(points.get(0)).isEqualTo(problem.start());
        assertThat(points.get(1)).startsWith(2, 1, 0.5, 0.25);
    }

    @Test
    void a_wrong_mean_a_wrong_covariance_and_a_wrong_law_point_to_different_lines_of_code() {
        assertThat(diagnosis("E dx[0] at (1)"))
                .isEqualTo(
                        "the drift of one step is wrong: look at the learning rate, the sum of the coefficients and the"
                                + " weight decay");
        assertThat(diagnosis("Cov dx[0] dx[0] at (1)"))
                .isEqualTo("the noise of one step is 1.5 of what it should be: look at the coefficients and at the"
                        + " independence of the two mini-batches");
        assertThat(diagnosis("E dx[0] dx[0] dx[0] at (1)"))
                .isEqualTo("mean and covariance agree, higher moments do not: the law of the noise is wrong");
    }

    private static String diagnosis(String moment) {
        return OneStepMoments.diagnosis(Cell.exact(moment, 1, 0.5, 1, 3, 2, 0.1));
    }

    /** In one dimension each order has one entry. */
    @Test
    void sampled_moments_are_counted_by_entry_point_and_level() {
        Setting setting = setting(A1, 1, 2, 4);
        List<double[]> points = List.of(new double[] {3}, new double[] {2});

        assertThat(new SampledOneStepMoments(setting, Law.SVAG, points, 3, 0.1).cells())
                .isEqualTo(3 * 2 * 3);
        assertThat(new SampledOneStepMoments(setting, Law.SVAG, points, 1, 0.1).cells())
                .isEqualTo(1 * 2 * 3);
    }

    @Test
    void sampled_moments_name_their_law_and_say_what_a_larger_budget_would_be() {
        List<String> formulas = List.of("E c = 0", "E c = 0, E c c'", "E c = 0, E c c', E c^(x3)");
        for (int order = 1; order <= 3; order++) {
            Outcome outcome = sampled(Law.SVAG, order);
            assertThat(outcome.formula())
                    .isEqualTo(formulas.get(order - 1) + " of the centred step c = dx + (eta/l) grad L");
            assertThat(outcome.truth()).isEqualTo("formula of one SVAG step");
            assertThat(outcome.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
            assertThat(outcome.remedies().get(0)).matches("raise the budget: -Ditocheck.trajectories=\\d+");
            assertThat(outcome.remedies().get(1)).isEqualTo("use a lower order, or allow more");
        }
        assertThat(sampled(Law.EULER_MARUYAMA, 1).truth()).isEqualTo("formula of one Euler-Maruyama step");
    }

    private static Outcome sampled(Law law, int order) {
        return Settings.budget(16)
                .verify(new SampledOneStepMoments(setting(A1, 2), law, List.of(new double[] {3}), order, 0.1));
    }

    private static Outcome outcome(Problem problem, int level, int order) {
        return outcome(problem, level, order, 3);
    }

    private static Outcome outcome(Problem problem, int level, int order, double... point) {
        return Settings.budget(1).verify(new OneStepMoments(setting(problem, level), List.of(point), order, TOLERANCE));
    }

    private static Setting setting(Problem problem, Integer... levels) {
        return Setting.of(Svag.family(problem), problem, List.of(levels), List.of(Observable.squaredNorm()));
    }
}
