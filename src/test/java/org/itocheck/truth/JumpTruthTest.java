package org.itocheck.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.File;
import java.util.List;
import org.itocheck.dynamics.Dynamics;
import org.itocheck.dynamics.Problem;
import org.itocheck.dynamics.Problems;
import org.itocheck.dynamics.optimizer.LinearScaling;
import org.itocheck.dynamics.optimizer.Sgd;
import org.itocheck.dynamics.optimizer.Svag;
import org.itocheck.dynamics.sde.EulerMaruyama;
import org.itocheck.dynamics.sde.ItoSde;
import org.itocheck.dynamics.sde.LevySde;
import org.itocheck.dynamics.sde.Limit;
import org.itocheck.objective.LeastSquares;
import org.itocheck.objective.MiniBatch;
import org.itocheck.objective.Objective;
import org.itocheck.objective.catalogue.AdditiveQuadratic;
import org.itocheck.objective.catalogue.RandomCurvature;
import org.itocheck.observable.Observable;
import org.itocheck.random.NoiseLaw;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Exact means of the linear scaling rule and of the Levy SDE: golden numbers of F1, F2 and B4, and ways of our own for the rest. */
class JumpTruthTest {
    private static final JsonNode ROOT = new ObjectMapper().readTree(new File("fixtures/golden/golden-levy.json"));
    private static final JsonNode GOLDEN = ROOT.path("problems");
    private static final List<Observable> OBSERVABLES = List.of(
            Observable.coordinate(0),
            Observable.power(0, 2),
            Observable.power(0, 3),
            Observable.power(0, 4),
            Observable.cosine(0),
            Observable.gaussianBump(0));

    @ParameterizedTest
    @ValueSource(strings = {"poisson1", "exp1"})
    void linear_scaling_and_the_levy_sde_have_the_golden_means_of_f2(String law) {
        Problem problem = Problems.named("A1/" + law);
        JsonNode golden = GOLDEN.path("F2_levyOU/" + law);
        Truth levy = Truths.of(LevySde.of(problem), problem).orElseThrow();
        compare(levy, problem, golden.path("levy_truth"), false);
        compare(truth(ItoSde.of(problem), problem), problem, golden.path("sde_truth"), false);
        for (var level : golden.path("lsr").properties()) {
            Truth truth = linearScaling(problem, Integer.parseInt(level.getKey()));
            compare(truth, problem, level.getValue().path("E"), false);
            compare(truth, problem, level.getValue().path("Var"), true);
        }
    }

    @Test
    void example_f1_has_the_golden_means_for_every_batch_size() {
        JsonNode golden = GOLDEN.path("F1_poisson");
        for (String name : List.of("F1", "F1/B16")) {
            Problem problem = Problems.named(name);
            for (int m : List.of(1, 2, 4, 8, 16)) {
                Truth truth = linearScaling(problem, m);
                compare(truth, problem, golden.path("lsr_truth_all_B"), false);
                compare(truth, problem, golden.path("lsr_var"), true);
            }
            compare(truth(LevySde.of(problem), problem), problem, golden.path("lsr_truth_all_B"), false);
            compare(truth(ItoSde.of(problem), problem), problem, golden.path("sde_truth"), false);
        }
        Problem problem = Problems.named("F1");
        for (var level : golden.path("svag").properties()) {
            Truth truth =
                    truth(Svag.family(problem).at(Integer.parseInt(level.getKey()), problem.objective()), problem);
            compare(truth, problem, level.getValue().path("E"), false);
            compare(truth, problem, level.getValue().path("Var"), true);
        }
    }

    @Test
    void b4_has_the_golden_moments() {
        Problem problem = Problems.named("B4");
        for (var checkpoint : GOLDEN.path("B4_lsr_poisson").path("checkpoints").properties()) {
            int k = Integer.parseInt(checkpoint.getKey());
            JsonNode node = checkpoint.getValue();
            moments(truth(ItoSde.of(problem), problem), k, node.path("sde_moments"));
            for (var level : node.path("svag").properties()) {
                Dynamics svag = Svag.family(problem).at(Integer.parseInt(level.getKey()), problem.objective());
                moments(truth(svag, problem), k, level.getValue().path("moments"));
            }
        }
    }

    /** The printed equation would give +0.235 (X19). */
    @Test
    void the_third_cumulant_of_the_levy_sde_has_its_sign_and_size() {
        Problem problem = Problems.named("A1/exp1");
        Truth truth = truth(LevySde.of(problem), problem);
        double third = thirdCumulant(truth, 4);
        assertThat(third)
                .isCloseTo(
                        ROOT.path("errata_checks")
                                .path("(8) third cumulant correct  -eta^2 k3 (1-e^{-3hT})/(3h)")
                                .asDouble(),
                        within(1e-12));
    }

    /** LSR(m) has the means of the Levy SDE plus c1/m + c2/m^2 + ...: extrapolation to all digits, without the moment ODE of the jumps. */
    @ParameterizedTest
    @ValueSource(strings = {"B4", "A1/poisson1", "A1/exp1", "A6_bigLR/exp1"})
    void linear_scaling_extrapolates_to_the_levy_sde(String name) {
        Problem problem = Problems.named(name);
        Truth levy = truth(LevySde.of(problem), problem);
        for (int p = 1; p <= 4; p++) {
            Observable g = Observable.power(0, p);
            double[] row = new double[8];
            for (int i = 0; i < row.length; i++) {
                row[i] = mean(linearScaling(problem, 4 << i), g, problem.steps());
            }
            for (int order = 1; order < row.length; order++) {
                for (int i = row.length - 1; i >= order; i--) {
                    row[i] += (row[i] - row[i - 1]) / ((1 << order) - 1);
                }
            }
            double exact = mean(levy, g, problem.steps());
            assertThat(row[row.length - 1])
                    .as("%s, %s", name, g.name())
                    .isCloseTo(exact, within(1e-9 * (1 + Math.abs(exact))));
        }
    }

    /** The moment recursion and the moment ODE of B, with the multiplicative noise gone, are problem A. */
    @Test
    void multiplicative_jumps_without_their_factor_are_additive_jumps() {
        for (NoiseLaw law : List.of(NoiseLaw.POISSON, NoiseLaw.EXPONENTIAL, NoiseLaw.GAUSSIAN)) {
            Problem a = Problems.a1(law);
            Objective b = new RandomCurvature("B without tau", 1, 0, 1, law, law, true);
            Problem same = new Problem("same", b, a.start(), a.learningRate(), 0.3, a.steps());
            Problem decayed = a.withWeightDecay(0.3);
            for (int k = 1; k <= 4; k++) {
                for (int p = 1; p <= 4; p++) {
                    Observable g = Observable.power(0, p);
                    assertThat(mean(truth(LevySde.of(same), same), g, k))
                            .isCloseTo(mean(truth(LevySde.of(decayed), decayed), g, k), within(1e-12));
                    assertThat(mean(linearScaling(same, 3), g, k))
                            .isCloseTo(mean(linearScaling(decayed, 3), g, k), within(1e-12));
                }
            }
        }
    }

    /** Figure 4: with Gaussian noise both ways lead to the same limit, in several dimensions too. */
    @Test
    void with_gaussian_noise_the_levy_sde_is_the_ito_sde() {
        Objective plane = new AdditiveQuadratic("plane", new double[][] {{1, 0.3}, {0.3, 0.5}}, 0.7, NoiseLaw.GAUSSIAN);
        Problem problem = new Problem("plane", plane, new double[] {1, -2}, 0.4, 0.1, 3);
        for (Observable g : OBSERVABLES) {
            Expectation levy = truth(LevySde.of(problem), problem).of(g, 3).orElseThrow();
            Expectation ito = truth(ItoSde.of(problem), problem).of(g, 3).orElseThrow();
            assertThat(levy.mean()).isCloseTo(ito.mean(), within(1e-12));
            assertThat(levy.variance()).isCloseTo(ito.variance(), within(1e-12));
        }
    }

    /** In the plane the jumps of both coordinates mix; a rotation of the curvature by 45 degrees leaves two independent problems A. */
    @Test
    void jumps_in_the_plane_have_the_third_cumulant_of_their_paths() {
        Objective plane = new AdditiveQuadratic("plane", new double[][] {{1, 0.5}, {0.5, 1}}, 1, NoiseLaw.EXPONENTIAL);
        Problem problem = new Problem("plane", plane, new double[] {1, -2}, 0.4, 0, 3);
        double third = thirdCumulant(truth(LevySde.of(problem), problem), 3);
        double sum = 0;
        int n = 200_000;
        for (int i = 0; i < n; i++) {
            double u = 1.2 * (i + 0.5) / n;
            double own = (Math.exp(-1.5 * u) + Math.exp(-0.5 * u)) / 2;
            double other = (Math.exp(-1.5 * u) - Math.exp(-0.5 * u)) / 2;
            sum += -0.4 * 0.4 * 2 * (own * own * own + other * other * other) * 1.2 / n;
        }
        assertThat(third).isCloseTo(sum, within(1e-10));
    }

    /** LSR on a finite sum is SGD with smaller batches and steps. */
    @Test
    void a_finite_sum_is_scaled_by_its_batch_size() {
        Problem c = Problems.named("C2");
        LeastSquares loss = (LeastSquares) c.objective();
        Truth lsr = linearScaling(c, 2);
        Truth small = truth(new Sgd(loss.withBatchSize(1), 2, c.learningRate(), 0), c);
        Problem batched = new Problem("C2", new MiniBatch(loss, 3), c.start(), c.learningRate(), 0, c.steps());
        Truth six = truth(Sgd.family(c).at(1, batched.objective()), batched);
        Truth sixDirectly = truth(Sgd.family(c).at(1, loss.withBatchSize(6)), c);
        for (Observable g : List.of(Observable.power(0, 3), Observable.loss(loss))) {
            assertThat(mean(lsr, g, 4)).isCloseTo(mean(small, g, 4), within(1e-14));
            assertThat(mean(six, g, 4)).isCloseTo(mean(sixDirectly, g, 4), within(1e-14));
            double[] paths =
                    PathEnumeration.expectations(LinearScaling.family(c).at(2, loss), c.start(), 4, List.of(g));
            assertThat(mean(lsr, g, 2)).isCloseTo(paths[0], within(1e-13));
        }
    }

    /** A6 and A1/uniform have no golden numbers: their moments once more, by the recursion of the moments of one step. */
    @ParameterizedTest
    @CsvSource({"A6_bigLR/exp1, 3", "A1/uniform, 4"})
    void problems_without_golden_numbers_are_computed_in_two_ways(String name, int steps) {
        Problem problem = Problems.named(name);
        AdditiveQuadratic a = (AdditiveQuadratic) problem.objective();
        RandomCurvature once = new RandomCurvature("again", 1, 0, 1, a.law(), a.law(), true);
        Problem again = new Problem("again", once, problem.start(), problem.learningRate(), 0, problem.steps());
        assertThat(problem.steps()).isEqualTo(steps);
        for (int level : List.of(1, 2, 4, 16)) {
            for (int p = 1; p <= 4; p++) {
                Observable g = Observable.power(0, p);
                double closed = mean(truth(Svag.family(problem).at(level, a), problem), g, steps);
                double recursion = mean(truth(Svag.family(again).at(level, once), again), g, steps);
                assertThat(closed).as("%s at l = %s", g.name(), level).isCloseTo(recursion, within(1e-10));
            }
        }
    }

    @Test
    void uniform_noise_agrees_with_the_paths_of_its_quadrature() {
        Problem problem = Problems.named("A1/uniform");
        for (int p = 1; p <= 4; p++) {
            Observable g = Observable.power(0, p);
            Dynamics svag = Svag.family(problem).at(2, problem.objective());
            double paths = PathEnumeration.expectations(svag, problem.start(), 4, List.of(g))[0];
            assertThat(mean(truth(svag, problem), g, 2)).isCloseTo(paths, within(1e-13));
        }
    }

    @Test
    void small_batches_of_gaussian_noise_are_euler_maruyama_in_law() {
        Problem problem = Problems.a1(NoiseLaw.GAUSSIAN);
        Truth lsr = linearScaling(problem, 4);
        Truth euler = truth(EulerMaruyama.family(problem).at(4, problem.objective()), problem);
        for (Observable g : OBSERVABLES) {
            assertThat(mean(lsr, g, 4)).isCloseTo(mean(euler, g, 4), within(1e-13));
        }
    }

    /** The exponent of E exp(iuX) is -(eta u)^1.5 / eta (1 - e^(-1.5 T)) / 1.5; SVAG has no limit here, the rule has. */
    @Test
    void stable_noise_has_a_levy_sde_that_the_linear_scaling_rule_approaches() {
        Problem problem = Problems.named("G/stable1.5");
        double exact = Math.cos(Math.exp(-2)) * Math.exp(-Math.pow(0.5, 0.5) * (1 - Math.exp(-3)) / 1.5);
        Observable g = Observable.cosine(0);
        assertThat(mean(truth(LevySde.of(problem), problem), g, 4)).isCloseTo(exact, within(1e-13));
        double coarse = mean(linearScaling(problem, 512), g, 4) - exact;
        double fine = mean(linearScaling(problem, 1024), g, 4) - exact;
        assertThat(coarse / fine).isCloseTo(2, within(0.01));
        assertThat(Truths.of(ItoSde.of(problem), problem)).isEmpty();
        assertThat(truth(LevySde.of(problem), problem).of(Observable.power(0, 2), 4))
                .isEmpty();
    }

    /**
     * Rademacher noise and g = cos(omega x) at omega = 2 pi l / (eta sqrt(2l - 1)): E g of SVAG(l) stays at e^(-pi^2/2) = 0.0072 while the
     * truth tends to 0, so that functions of class G^1 need not have order 1 (X40). cos(omega x) is cos x for noise omega times as large.
     */
    @Test
    void a_fast_cosine_does_not_converge_with_order_one() {
        for (JsonNode row :
                ROOT.path("errata_checks").path("E29 |E cos(omega_l x)| at omega_l=2 pi l/(c eta), truth ~0")) {
            int l = row.path(0).asInt();
            double omega = 2 * Math.PI * l / (0.5 * Math.sqrt(2.0 * l - 1));
            AdditiveQuadratic fast = AdditiveQuadratic.scalar("fast", 0, omega, NoiseLaw.RADEMACHER);
            Problem problem = Problem.of(fast, new double[] {0}, 0.5, 1);
            Truth svag = truth(Svag.family(problem).at(l, fast), problem);
            double expected = row.path(1).asDouble();
            assertThat(Math.abs(mean(svag, Observable.cosine(0), 1)))
                    .as("l = %s", l)
                    .isCloseTo(expected, within(1e-12));
            assertThat(mean(truth(ItoSde.of(problem), problem), Observable.cosine(0), 1))
                    .isLessThan(1e-19);
        }
    }

    /** The sub-batch loss times 1/m makes the batch; m/B, as footnote 3 has it, does not (X21). */
    @Test
    void the_sum_of_sub_batches_over_m_is_the_batch() {
        LeastSquares loss = ((LeastSquares) Problems.named("C2").objective()).withBatchSize(6);
        int[][] thirds = {{0, 1}, {2, 4}, {4, 3}};
        double[] x = {2, 1};
        double[] whole = new double[2];
        double[] overM = new double[2];
        double[] mOverB = new double[2];
        double[] g = new double[2];
        for (int[] third : thirds) {
            for (int i : third) {
                loss.sampleGradient(i, x, g);
                for (int k = 0; k < 2; k++) {
                    whole[k] += g[k] / 6;
                    overM[k] += g[k] / 2 / 3;
                    mOverB[k] += g[k] / 2 * 3 / 6;
                }
            }
        }
        for (int k = 0; k < 2; k++) {
            assertThat(overM[k]).isCloseTo(whole[k], within(1e-14));
            assertThat(mOverB[k]).isCloseTo(1.5 * whole[k], within(1e-14));
        }
    }

    private static double thirdCumulant(Truth truth, int k) {
        double m1 = mean(truth, Observable.coordinate(0), k);
        double m2 = mean(truth, Observable.power(0, 2), k);
        return mean(truth, Observable.power(0, 3), k) - 3 * m2 * m1 + 2 * m1 * m1 * m1;
    }

    private static void compare(Truth truth, Problem problem, JsonNode values, boolean variance) {
        for (var value : values.properties()) {
            Expectation e = truth.of(Golden.observable(value.getKey(), problem), problem.steps())
                    .orElseThrow();
            double expected = value.getValue().asDouble();
            assertThat(variance ? e.variance() : e.mean())
                    .as("%s of %s", value.getKey(), problem.name())
                    .isCloseTo(expected, within(1e-12 * (1 + Math.abs(expected))));
        }
    }

    private static void moments(Truth truth, int k, JsonNode values) {
        for (int m = 1; m < values.size(); m++) {
            double expected = values.path(m).asDouble();
            assertThat(mean(truth, Observable.power(0, m), k)).isCloseTo(expected, within(1e-12 * (1 + expected)));
        }
    }

    private static Truth linearScaling(Problem problem, int m) {
        return truth(LinearScaling.family(problem).at(m, problem.objective()), problem);
    }

    private static Truth truth(Dynamics dynamics, Problem problem) {
        return Truths.of(dynamics, problem).orElseThrow();
    }

    private static Truth truth(Limit limit, Problem problem) {
        return Truths.of(limit, problem).orElseThrow();
    }

    private static double mean(Truth truth, Observable g, int k) {
        return truth.of(g, k).orElseThrow().mean();
    }
}
