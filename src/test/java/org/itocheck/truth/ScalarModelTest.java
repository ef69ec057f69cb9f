package org.itocheck.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.itocheck.dynamics.Dynamics;
import org.itocheck.dynamics.Problem;
import org.itocheck.dynamics.Problems;
import org.itocheck.dynamics.optimizer.Gd;
import org.itocheck.dynamics.optimizer.Ngd;
import org.itocheck.dynamics.optimizer.Svag;
import org.itocheck.dynamics.sde.EulerMaruyama;
import org.itocheck.dynamics.sde.ItoSde;
import org.itocheck.objective.FiniteSum;
import org.itocheck.objective.GradientMoments;
import org.itocheck.objective.Objective;
import org.itocheck.objective.catalogue.SinhGrowth;
import org.itocheck.observable.Observable;
import org.itocheck.random.NoiseLaw;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Losses on the line, beyond the problems of the catalogue: larger batches, other laws, other scales. */
class ScalarModelTest {
    private static final Problem D3 = Problems.named("D3");

    @Test
    void batches_of_two_are_gone_through_one_by_one() {
        FiniteSum pairs = ((FiniteSum) D3.objective()).withBatchSize(2);
        Problem problem = new Problem("pairs", pairs, D3.start(), D3.learningRate(), 0, 1);
        Dynamics svag = Svag.family(problem).at(2, pairs);
        List<Observable> observables = List.of(Observable.coordinate(0), Observable.power(0, 3), Observable.cosine(0));
        double[] paths = PathEnumeration.expectations(svag, problem.start(), 2, observables);
        Truth truth = Truths.of(svag, problem).orElseThrow();
        for (int i = 0; i < paths.length; i++) {
            assertThat(mean(truth, observables.get(i))).isCloseTo(paths[i], within(3e-13));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void a_sum_has_the_drift_and_the_covariance_of_its_samples(int batchSize) {
        FiniteSum sum = ((FiniteSum) D3.objective()).withBatchSize(batchSize);
        ScalarModel model = ScalarModel.of(sum).orElseThrow();
        GradientMoments moments = sum.gradientMoments(new double[] {0.7}).orElseThrow();
        assertThat(model.drift(0.7)).isCloseTo(moments.mean()[0], within(1e-15));
        assertThat(model.variance(0.7)).isCloseTo(moments.covariance()[0][0], within(1e-15));
        Problem problem = new Problem("sum", sum, new double[] {0.7}, 0.5, 0.1, 1);
        Truth ngd = Truths.of(Ngd.family(problem).at(1, sum), problem).orElseThrow();
        double next = 0.7 * (1 - 0.5 * 0.1) - 0.5 * moments.mean()[0];
        assertThat(mean(ngd, Observable.coordinate(0))).isCloseTo(next, within(1e-13));
        assertThat(mean(ngd, Observable.power(0, 2)) - next * next)
                .isCloseTo(0.25 * moments.covariance()[0][0], within(1e-13));
    }

    @Test
    void more_than_4096_sets_of_batches_are_not_gone_through() {
        FiniteSum sum = (FiniteSum) D3.objective();
        assertThat(sum.samples()).isEqualTo(4);
        assertThat(Truths.of(new Svag(sum.withBatchSize(3), 2, 0.5, 0), D3)).isPresent();
        assertThat(Truths.of(new Svag(sum.withBatchSize(4), 2, 0.5, 0), D3)).isEmpty();
        assertThat(Truths.of(new EulerMaruyama(sum.withBatchSize(4), 2, 0.5, 0), D3))
                .isPresent();
    }

    @Test
    void exponential_growth_has_the_variance_of_its_noise() {
        SinhGrowth growth = new SinhGrowth("quick", 0.25, NoiseLaw.GAUSSIAN);
        ScalarModel model = ScalarModel.of(growth).orElseThrow();
        assertThat(model.variance(2)).isEqualTo(20);
        assertThat(model.variance(2)).isCloseTo(Math.pow(growth.noiseScale(2), 2), within(1e-13));
    }

    /** The deviation of arsinh x in one step is the root of (eta/l) eta over the time scale; the nodes are 0.02 apart. */
    @Test
    void exponential_growth_is_known_where_a_step_spans_a_few_nodes() {
        SinhGrowth quick = new SinhGrowth("quick", 0.25, NoiseLaw.GAUSSIAN);
        assertThat(Truths.of(new Svag(quick, 64, 0.25, 0), line(quick))).isPresent();
        assertThat(Truths.of(new Svag(quick, 400, 0.25, 0), line(quick))).isEmpty();
        SinhGrowth jumps = new SinhGrowth("jumps", 0.25, NoiseLaw.EXPONENTIAL);
        assertThat(Truths.of(new Svag(jumps, 1, 0.25, 0), line(jumps))).isEmpty();
        assertThat(Truths.of(new Gd(jumps, 1, 0.25, 0), line(jumps))).isPresent();
        assertThat(Truths.of(new ItoSde(quick, 0.25, 0), line(quick))).isPresent();
    }

    @Test
    void one_gaussian_step_of_exponential_growth_has_its_two_moments() {
        SinhGrowth growth = new SinhGrowth("quick", 0.5, NoiseLaw.GAUSSIAN);
        Problem problem = Problem.of(growth, new double[] {0.4}, 0.25, 1);
        Truth one = Truths.of(new Svag(growth, 1, 0.25, 0), problem).orElseThrow();
        double next = 0.4 - 0.25 * growth.drift(0.4);
        assertThat(mean(one, Observable.coordinate(0))).isCloseTo(next, within(1e-11));
        assertThat(mean(one, Observable.power(0, 2))).isCloseTo(next * next + 0.0625 * (1 + 0.16) / 0.5, within(1e-11));
    }

    private static Problem line(Objective objective) {
        return Problem.of(objective, new double[] {0.5}, 0.25, 1);
    }

    private static double mean(Truth truth, Observable g) {
        return truth.of(g, 1).orElseThrow().mean();
    }
}
