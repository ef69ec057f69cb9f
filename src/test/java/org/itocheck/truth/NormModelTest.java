package org.itocheck.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.itocheck.dynamics.Dynamics;
import org.itocheck.dynamics.Problem;
import org.itocheck.dynamics.Problems;
import org.itocheck.dynamics.optimizer.Ngd;
import org.itocheck.dynamics.optimizer.Svag;
import org.itocheck.objective.GradientMoments;
import org.itocheck.objective.NormalisedSum;
import org.itocheck.objective.Objective;
import org.itocheck.objective.catalogue.SphereLoss;
import org.itocheck.observable.Observable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the models of scale-invariant losses say of a point is what the loss itself says there. */
class NormModelTest {
    private static final SphereLoss SPHERE = SphereLoss.towardsFirstAxis("sphere", 4, 1.7, 0.6);

    static Stream<Objective> losses() {
        return Stream.of(
                SPHERE,
                SphereLoss.towardsFirstAxis("circle", 2, 0.4, 0.6),
                Problems.named("E2").objective(),
                batches("E2", 2),
                batches("E3", 3),
                batches("E5", 2));
    }

    static Stream<Objective> sphereAndCircle() {
        return Stream.of(SPHERE, batches("E2", 2));
    }

    @ParameterizedTest
    @MethodSource("losses")
    void gradient_noise_and_loss_are_those_of_the_objective(Objective loss) {
        NormModel model = NormModel.of(loss).orElseThrow();
        for (double angle : new double[] {0.3, 1.2, 2.9}) {
            double[] x = point(loss, angle, 1.5);
            GradientMoments moments = loss.gradientMoments(x).orElseThrow();
            double y = model.direction(x);
            assertThat(model.gradient(y)).isCloseTo(1.5 * square(moments.mean()), within(1e-13));
            assertThat(model.noise(y)).isCloseTo(1.5 * loss.noiseTrace(x), within(1e-13));
            assertThat(model.directionAt(angle)).isCloseTo(y, within(1e-15));
            assertThat(model.potential(angle)).isCloseTo(value(loss, x), within(1e-14));
            assertThat(model.noiseDimensions()).isEqualTo(loss.dimension() - 1);
        }
    }

    /** Along -grad L, and along -(Hess L) grad L, by differences of the direction. */
    @ParameterizedTest
    @MethodSource("losses")
    void the_drift_of_the_direction_is_that_of_the_point(Objective loss) {
        NormModel model = NormModel.of(loss).orElseThrow();
        double[] x = point(loss, 1.2, 1);
        double y = model.direction(x);
        double[] gradient = gradient(loss, x);
        double h = 1e-4;
        double[] ahead = gradient(loss, shifted(x, h, gradient));
        double[] behind = gradient(loss, shifted(x, -h, gradient));
        double[] curved = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            curved[i] = (ahead[i] - behind[i]) / (2 * h);
        }
        assertThat(model.slope(y)).isCloseTo(-change(model, x, gradient, h), within(1e-7));
        assertThat(model.bend(y)).isCloseTo(-change(model, x, curved, h), within(1e-7));
    }

    /** The accuracy is that of interpolation between the directions after one step, see {@link ScaleInvariantTruthTest}. */
    @ParameterizedTest
    @MethodSource("sphereAndCircle")
    void a_gaussian_step_lengthens_by_gradient_and_noise(Objective loss) {
        double[] x = point(loss, 1.2, 1.5);
        Problem problem = new Problem("one step", loss, x, 0.15, 0.2, 1);
        Truth one = Truths.of(Ngd.family(problem).at(1, loss), problem).orElseThrow();
        double decay = (1 - 0.15 * 0.2) * (1 - 0.15 * 0.2);
        double noise = square(gradient(loss, x)) + loss.noiseTrace(x);
        assertThat(one.source()).isEqualTo("collocation");
        assertThat(one.of(Observable.squaredNorm(), 1).orElseThrow().mean())
                .isCloseTo(decay * 1.5 + 0.15 * 0.15 * noise, within(5e-6));
    }

    @Test
    void pairs_on_the_circle_have_the_means_of_all_paths() {
        NormalisedSum loss = batches("E2", 2);
        Problem given = Problems.named("E2");
        Problem problem = new Problem("pairs", loss, given.start(), given.learningRate(), given.weightDecay(), 1);
        Dynamics svag = Svag.family(problem).at(2, loss);
        List<Observable> observables =
                List.of(Observable.coordinate(0), Observable.power(1, 3), Observable.squaredNorm());
        double[] paths = PathEnumeration.expectations(svag, problem.start(), 2, observables);
        Truth truth = Truths.of(svag, problem).orElseThrow();
        for (int g = 0; g < paths.length; g++) {
            assertThat(truth.of(observables.get(g), 1).orElseThrow().mean())
                    .as(observables.get(g).name())
                    .isCloseTo(paths[g], within(1e-8));
        }
    }

    @ParameterizedTest
    @MethodSource("losses")
    void every_observable_that_is_known_is_itself(Objective loss) {
        NormModel model = NormModel.of(loss).orElseThrow();
        double[] x = point(loss, 1.2, 1.5);
        List<Observable> observables = List.of(
                Observable.coordinate(0),
                Observable.power(0, 3),
                Observable.squaredNorm(),
                Observable.directionCosine(0),
                Observable.loss(loss),
                Observable.gradientSquaredNorm(loss),
                Observable.noiseTrace(loss));
        for (Observable g : observables) {
            double value = model.value(g).orElseThrow().at(model.direction(x), 1.5);
            assertThat(value).as(g.name()).isCloseTo(value(g, x), within(1e-13));
        }
        Objective other = SphereLoss.towardsFirstAxis("other", loss.dimension(), 1.7, 0.6);
        assertThat(model.value(Observable.loss(other))).isEmpty();
        assertThat(model.value(Observable.gradientSquaredNorm(other))).isEmpty();
        assertThat(model.value(Observable.noiseTrace(other))).isEmpty();
    }

    @Test
    void a_slanted_axis_leaves_the_norm_but_not_the_coordinates() {
        SphereLoss slanted = new SphereLoss("slanted", new double[] {-0.6, 0.8, 0}, 0.5);
        NormModel model = NormModel.of(slanted).orElseThrow();
        assertThat(model.direction(new double[] {0.6, -0.8, 0})).isCloseTo(1, within(1e-15));
        assertThat(model.value(Observable.coordinate(0))).isEmpty();
        assertThat(model.value(Observable.directionCosine(0))).isEmpty();
        assertThat(model.value(Observable.squaredNorm())).isPresent();
    }

    @Test
    void too_many_batches_are_not_gone_through() {
        assertThat(NormModel.of(batches("E2", 3))).isPresent();
        assertThat(NormModel.of(batches("E2", 4))).isEmpty();
    }

    @Test
    void balances_are_those_of_the_theory() {
        EquilibriumMoments moments = new EquilibriumMoments(2, 0.3, 0.5);
        assertThat(NormBalance.sgd(0.4, 0.1, 2)).isEqualTo(new NormBalance(1.98 * 0.1, 0.2, 0.2));
        assertThat(NormBalance.svag(0.4, 0.1, 2)).isEqualTo(new NormBalance(1.98 * 0.1, 0.2, 0.4));
        assertThat(NormBalance.sde(0.4, 0.1)).isEqualTo(new NormBalance(0.2, 0, 0.4));
        assertThat(NormBalance.secondOrderSde(0.4, 0.1)).isEqualTo(new NormBalance(2.04 * 0.1, 0.4, 0.4));
        assertThat(new NormBalance(0.5, 0.1, 0.2).squaredNorm(0.3, 0.5)).isCloseTo(0.26, within(1e-15));
        assertThat(new NormBalance(0.5, 0.1, 0.2).residual(moments)).isCloseTo(0.87, within(1e-15));
        assertThatThrownBy(() -> new NormBalance(0, 0, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "factors are 0.0, 0.0, 0.0, expected the first above 0 and the others at least 0; check the learning"
                                + " rate and the weight decay");
    }

    private static NormalisedSum batches(String name, int batchSize) {
        NormalisedSum sum = (NormalisedSum) Problems.named(name).objective();
        return new NormalisedSum(name, sum.inner().withBatchSize(batchSize));
    }

    /** At an angle to the first axis, in the plane of the first two. */
    private static double[] point(Objective loss, double angle, double squaredNorm) {
        double[] x = new double[loss.dimension()];
        x[0] = Math.sqrt(squaredNorm) * Math.cos(angle);
        x[1] = Math.sqrt(squaredNorm) * Math.sin(angle);
        return x;
    }

    private static double[] shifted(double[] x, double h, double[] direction) {
        double[] y = x.clone();
        for (int i = 0; i < y.length; i++) {
            y[i] += h * direction[i];
        }
        return y;
    }

    private static double change(NormModel model, double[] x, double[] direction, double h) {
        return (model.direction(shifted(x, h, direction)) - model.direction(shifted(x, -h, direction))) / (2 * h);
    }

    private static double[] gradient(Objective loss, double[] x) {
        return loss.gradientMoments(x).orElseThrow().mean();
    }

    private static double square(double[] v) {
        double square = 0;
        for (double a : v) {
            square += a * a;
        }
        return square;
    }

    private static double value(Objective loss, double[] x) {
        return value(Observable.loss(loss), x);
    }

    private static double value(Observable g, double[] x) {
        double[][] rows = new double[x.length][1];
        for (int i = 0; i < x.length; i++) {
            rows[i][0] = x[i];
        }
        double[] out = new double[1];
        g.measure(1).evaluate(rows, out);
        return out[0];
    }
}
