package org.itocheck.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.itocheck.dynamics.Dynamics;
import org.itocheck.dynamics.Family;
import org.itocheck.dynamics.Problem;
import org.itocheck.dynamics.Problems;
import org.itocheck.dynamics.Stepper;
import org.itocheck.dynamics.optimizer.LinearScaling;
import org.itocheck.dynamics.optimizer.Ngd;
import org.itocheck.dynamics.optimizer.Svag;
import org.itocheck.dynamics.sde.EulerMaruyama;
import org.itocheck.math.RowMath;
import org.itocheck.observable.Observable;
import org.itocheck.observable.Observables;
import org.itocheck.random.KeyedRows;
import org.itocheck.random.Seed;
import org.itocheck.stats.MeanTest;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The inner loops allocate not one byte. A first stretch may: classes are loaded, and code that is not compiled yet boxes vectors. So each
 * loop gets stretches until one is free of bytes.
 */
class AllocationTest {
    private static final int LANES = 256;
    private static final int STEPS = 40;
    /** How long the compiler may take, on a busy machine with the coverage agent. */
    private static final long PATIENCE_NANOS = 60_000_000_000L;

    @TestFactory
    Stream<DynamicTest> a_step_allocates_nothing() {
        return Stream.concat(
                        Arrays.stream(PeerProblem.values()).map(p -> new Moving(p.dynamics(), p.problem())),
                        catalogue())
                .map(moving -> DynamicTest.dynamicTest(
                        moving.dynamics().name() + " on " + moving.problem().name(),
                        () -> assertThat(bytes(stepping(moving)))
                                .as("bytes of %d steps", STEPS)
                                .isZero()));
    }

    @TestFactory
    Stream<DynamicTest> a_row_of_values_of_an_observable_allocates_nothing() {
        return Stream.of("A1/exp1", "C2", "D3", "E4").map(Problems::named).flatMap(problem -> {
            double[][] x = start(problem);
            return Observables.standard(problem.objective()).stream()
                    .map(g -> DynamicTest.dynamicTest(
                            g.name() + " on " + problem.name(),
                            () -> assertThat(bytes(measuring(g, x))).isZero()));
        });
    }

    @TestFactory
    Stream<DynamicTest> an_elementary_function_allocates_nothing() {
        RowMath math = new RowMath(LANES);
        double[] x = new double[LANES];
        Arrays.setAll(x, j -> 0.05 * (j + 1));
        double[] out = new double[LANES];
        Map<String, Runnable> calls = new TreeMap<>(Map.of(
                "exp", () -> math.exp(x, out),
                "log", () -> math.log(x, out),
                "sin", () -> math.sin(x, out),
                "cos", () -> math.cos(x, out),
                "tanh", () -> math.tanh(x, out),
                "logistic", () -> math.logistic(x, out),
                "softplus", () -> math.softplus(x, out),
                "logCosh", () -> math.logCosh(x, out)));
        return calls.entrySet().stream()
                .map(call -> DynamicTest.dynamicTest(
                        call.getKey(), () -> assertThat(bytes(call.getValue())).isZero()));
    }

    @Test
    void the_influence_of_a_chunk_allocates_nothing() {
        double[] values = new double[1024];
        Arrays.setAll(values, i -> Math.sin(i));
        double[] scratch = new double[values.length];
        MeanTest test = new MeanTest(0, 1, 1e-9, 1 << 18);
        double[] sink = new double[1];

        assertThat(bytes(() -> sink[0] += test.influence(values, values.length, scratch)))
                .isZero();
    }

    /** A test that cannot fail shows nothing. */
    @Test
    void a_loop_that_allocates_is_seen() {
        Object[] kept = new Object[1];

        assertThat(bytes(() -> kept[0] = new double[1], PATIENCE_NANOS / 100)).isPositive();
    }

    private record Moving(Dynamics dynamics, Problem problem) {}

    private static Stream<Moving> catalogue() {
        Problem counts = Problems.named("A1/poisson1");
        Problem c2 = Problems.named("C2");
        return Stream.concat(
                Stream.of("A1/skew2pt", "A1/exp1", "B1", "B2", "C2", "D1/skew2pt", "D3", "H1/rademacher", "E4")
                        .map(Problems::named)
                        .flatMap(p -> Stream.of(moving(Svag.family(p), p), moving(EulerMaruyama.family(p), p))),
                Stream.of(moving(LinearScaling.family(counts), counts), moving(Ngd.family(c2.learningRate()), c2)));
    }

    private static Moving moving(Family family, Problem problem) {
        return new Moving(family.at(4, problem.objective()), problem);
    }

    /** Starts over in every stretch, so that nothing leaves the finite numbers. */
    private static Runnable stepping(Moving moving) {
        Stepper stepper = moving.dynamics().stepper(LANES);
        KeyedRows noise = new KeyedRows(LANES);
        double[][] x = start(moving.problem());
        double[][] start = start(moving.problem());
        Seed seed = new Seed(1);
        return () -> {
            noise.start(seed, 0);
            stepper.start();
            for (int i = 0; i < x.length; i++) {
                System.arraycopy(start[i], 0, x[i], 0, LANES);
            }
            for (int s = 0; s < STEPS; s++) {
                stepper.step(x, noise);
            }
        };
    }

    private static Runnable measuring(Observable g, double[][] x) {
        Observable.Measure measure = g.measure(LANES);
        double[] row = new double[LANES];
        return () -> {
            for (int s = 0; s < STEPS; s++) {
                measure.evaluate(x, row);
            }
        };
    }

    private static double[][] start(Problem problem) {
        double[] start = problem.start();
        double[][] x = new double[start.length][LANES];
        for (int i = 0; i < start.length; i++) {
            Arrays.fill(x[i], start[i]);
        }
        return x;
    }

    /** Bytes of the first stretch that allocates nothing, which is 0; of the last one if there is none. */
    private static long bytes(Runnable stretch) {
        return bytes(stretch, PATIENCE_NANOS);
    }

    private static long bytes(Runnable stretch, long patience) {
        assumeTrue(WorkerClock.allocated() >= 0, "this JVM does not count allocated bytes");
        long bytes = Long.MAX_VALUE;
        for (long began = System.nanoTime(); bytes != 0 && System.nanoTime() - began < patience; ) {
            long before = WorkerClock.allocated();
            stretch.run();
            bytes = WorkerClock.allocated() - before;
        }
        return bytes;
    }
}
