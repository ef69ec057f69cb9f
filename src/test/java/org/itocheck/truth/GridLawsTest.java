package org.itocheck.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;
import org.itocheck.dynamics.Problem;
import org.itocheck.dynamics.Problems;
import org.itocheck.dynamics.optimizer.Ngd;
import org.itocheck.dynamics.optimizer.Sgd;
import org.itocheck.dynamics.optimizer.Svag;
import org.itocheck.dynamics.sde.EulerMaruyama;
import org.itocheck.dynamics.sde.ItoSde;
import org.itocheck.dynamics.sde.SecondOrderSde;
import org.itocheck.objective.Evaluator;
import org.itocheck.objective.catalogue.DoubleWell;
import org.itocheck.objective.catalogue.ScalarNoise;
import org.itocheck.observable.Observable;
import org.itocheck.random.NoiseLaw;
import org.junit.jupiter.api.Test;

/** The grid solutions against sums, closed forms and extrapolation. */
class GridLawsTest {
    private static final Problem D1 = Problems.named("D1/gaussian");

    @Test
    void two_gaussian_steps_equal_the_double_sum() {
        // GIVEN E exp(-x^2/2) and E x^4 after two steps as a double trapezoid sum over the two normals
        double bump = doubleSum(x -> Math.exp(-x * x / 2));
        double fourth = doubleSum(x -> x * x * x * x);
        // THEN the grid agrees to rounding
        Truth sgd = Truths.of(Sgd.family(D1).at(1, D1.objective()), D1).orElseThrow();
        assertThat(mean(sgd, Observable.gaussianBump(0), 2)).isCloseTo(bump, within(1e-13));
        assertThat(mean(sgd, Observable.power(0, 4), 2)).isCloseTo(fourth, within(1e-12));
        // AND 48 nodes of Gauss-Hermite, which made the golden numbers, do not
        StateLaw hermite = withHermiteNodes(D1, 48).get(1);
        double rough = hermite.of(Observable.gaussianBump(0)).orElseThrow().mean();
        assertThat(Math.abs(rough - bump)).isBetween(2e-11, 2.2e-11);
    }

    @Test
    void linear_drift_with_constant_noise_has_its_closed_form() {
        Linear line = new Linear();
        Problem problem = Problem.of(line, new double[] {0.777}, 0.5, 2).withWeightDecay(0.2);
        Problem closed = Problems.a1(NoiseLaw.GAUSSIAN)
                .withStart(0.777)
                .withWeightDecay(0.2)
                .withSteps(2);
        var observables = List.of(
                Observable.coordinate(0), Observable.power(0, 4), Observable.cosine(0), Observable.gaussianBump(0));
        for (int k = 1; k <= 2; k++) {
            for (Observable g : observables) {
                assertSame(
                        Truths.of(Svag.family(problem).at(4, line), problem).orElseThrow(),
                        Truths.of(Svag.family(closed).at(4, closed.objective()), closed)
                                .orElseThrow(),
                        g,
                        k);
                assertSame(
                        Truths.of(ItoSde.of(problem), problem).orElseThrow(),
                        Truths.of(ItoSde.of(closed), closed).orElseThrow(),
                        g,
                        k);
            }
        }
    }

    @Test
    void the_second_order_sde_has_its_closed_form_where_the_curvature_is_known() {
        Problem closed = Problems.a1(NoiseLaw.GAUSSIAN).withStart(0.777).withSteps(2);
        Problem problem = Problem.of(new Linear(), closed.start(), 0.5, 2);
        Truth exact = Truths.of(new SecondOrderSde(closed.objective(), 0.5, 0.2), closed)
                .orElseThrow();
        Truth grid = Truths.of(new SecondOrderSde(problem.objective(), 0.5, 0.2), problem)
                .orElseThrow();
        assertSame(grid, exact, Observable.coordinate(0), 2);
        assertSame(grid, exact, Observable.power(0, 2), 2);
    }

    @Test
    void euler_maruyama_extrapolates_to_the_sde() {
        double sde = mean(Truths.of(ItoSde.of(D1), D1).orElseThrow(), Observable.cosine(0), 4);
        double[] row = new double[5];
        for (int i = 0; i < row.length; i++) {
            Truth euler = Truths.of(EulerMaruyama.family(D1).at(8 << i, D1.objective()), D1)
                    .orElseThrow();
            row[i] = mean(euler, Observable.cosine(0), 4);
        }
        for (int order = 1; order < row.length; order++) {
            for (int i = row.length - 1; i >= order; i--) {
                row[i] += (row[i] - row[i - 1]) / ((1 << order) - 1);
            }
        }
        assertThat(row[row.length - 1]).isCloseTo(sde, within(1e-9));
    }

    @Test
    void gaussian_motions_coincide_where_they_should() {
        Truth ngd = Truths.of(Ngd.family(D1).at(1, D1.objective()), D1).orElseThrow();
        Truth euler =
                Truths.of(EulerMaruyama.family(D1).at(1, D1.objective()), D1).orElseThrow();
        assertSame(ngd, euler, Observable.power(0, 3), 4);
    }

    @Test
    void a_slightly_different_noise_is_seen() {
        OneStep step =
                OneStep.of(new Svag(D1.objective(), 1, 0.5 * (1 + 1e-9), 0)).orElseThrow();
        Motion.Discrete wrong = new Motion.Discrete(step, D1.start(), 4, 1);
        double off = wrong.scalar(new NoiseModel((DoubleWell) D1.objective()))
                .orElseThrow()
                .laws()
                .get(3)
                .of(Observable.power(0, 2))
                .orElseThrow()
                .mean();
        Truth right = Truths.of(Sgd.family(D1).at(1, D1.objective()), D1).orElseThrow();
        assertThat(Math.abs(off - mean(right, Observable.power(0, 2), 4))).isGreaterThan(1e-10);
    }

    @Test
    void what_the_grid_cannot_know_is_empty() {
        Truth truth = Truths.of(ItoSde.of(D1), D1).orElseThrow();
        assertThat(truth.source()).isEqualTo("grid");
        assertThat(truth.of(Observable.of("sign", x -> Math.signum(x[0])), 1)).isEmpty();
        assertThatThrownBy(() -> truth.of(Observable.cosine(1), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the observable uses x[1], the state has dimension 1");
        Problem far = D1.withStart(30);
        Truth edge = Truths.of(Sgd.family(far).at(1, far.objective()), far.withSteps(1))
                .orElseThrow();
        assertThat(edge.of(Observable.coordinate(0), 1)).isEmpty();
        Problem heavy = Problem.of(new DoubleWell("heavy", NoiseLaw.EXPONENTIAL), new double[] {0.5}, 0.5, 1);
        assertThat(Truths.of(Sgd.family(heavy).at(1, heavy.objective()), heavy)).isEmpty();
        assertThat(Truths.of(ItoSde.of(heavy), heavy)).isPresent();
    }

    /** SGD on the double well with Gauss-Hermite nodes for its noise. */
    static List<StateLaw> withHermiteNodes(Problem problem, int nodes) {
        OneStep step = OneStep.of(new Sgd(problem.objective(), 1, problem.learningRate(), 0))
                .orElseThrow();
        return withHermiteNodes(problem, step, 1, nodes);
    }

    /** Steps on a loss with Gaussian noise, whose integral is a Gauss-Hermite sum. */
    static List<StateLaw> withHermiteNodes(Problem problem, OneStep step, int stepsPerCheckpoint, int nodes) {
        GaussIntegrator rule = new GaussIntegratorFactory().hermite(nodes);
        double[] values = new double[nodes];
        double[] probabilities = new double[nodes];
        for (int i = 0; i < nodes; i++) {
            values[i] = -Math.sqrt(2 * step.spread()) * rule.getPoint(i);
            probabilities[i] = rule.getWeight(i) / Math.sqrt(Math.PI);
        }
        StepNoise noise = new StepNoise(values, probabilities);
        ScalarNoise loss = (ScalarNoise) problem.objective();
        ScalarModel model = ScalarModel.of(loss).orElseThrow();
        ScalarModel.Transition transition = ScalarModel.atoms(model, step, x -> noise.times(loss.noiseScale(x)));
        Motion.Discrete motion = new Motion.Discrete(step, problem.start(), problem.steps(), stepsPerCheckpoint);
        return GridLaws.discrete(model, motion, transition);
    }

    private static double doubleSum(DoubleUnaryOperator g) {
        double h = 0.1;
        double total = 0;
        double sum = 0;
        for (int i = -100; i <= 100; i++) {
            double x = step(0.5, i * h);
            double p = Math.exp(-(i * h) * (i * h) / 2);
            for (int j = -100; j <= 100; j++) {
                double q = p * Math.exp(-(j * h) * (j * h) / 2);
                total += q;
                sum += q * g.applyAsDouble(step(x, j * h));
            }
        }
        return sum / total;
    }

    private static double step(double x, double z) {
        return x - 0.5 * (x - 1.5 * Math.tanh(x) + (1 + 0.5 * Math.sin(x)) * z);
    }

    private static double mean(Truth truth, Observable g, int checkpoint) {
        return truth.of(g, checkpoint).orElseThrow().mean();
    }

    private static void assertSame(Truth first, Truth second, Observable g, int k) {
        Expectation a = first.of(g, k).orElseThrow();
        Expectation b = second.of(g, k).orElseThrow();
        assertThat(a.mean()).as(g.name()).isCloseTo(b.mean(), within(2e-13 * (1 + Math.abs(b.mean()))));
        assertThat(a.variance()).as(g.name()).isCloseTo(b.variance(), within(2e-13 * (1 + b.variance())));
    }

    /** L = x^2/2 with unit Gaussian noise, known to the grid only. */
    private static final class Linear implements ScalarNoise {
        @Override
        public String name() {
            return "linear";
        }

        @Override
        public int dimension() {
            return 1;
        }

        @Override
        public Evaluator evaluator(int lanes) {
            throw new UnsupportedOperationException("not needed");
        }

        @Override
        public double drift(double x) {
            return x;
        }

        @Override
        public double curvature(double x) {
            return 1;
        }

        @Override
        public double noiseScale(double x) {
            return 1;
        }

        @Override
        public double value(double x) {
            return x * x / 2;
        }

        @Override
        public NoiseLaw law() {
            return NoiseLaw.GAUSSIAN;
        }
    }
}
