package org.itocheck.benchmark;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.itocheck.claim.Laboratory;
import org.itocheck.claim.Outcome;
import org.itocheck.claim.Setting;
import org.itocheck.claim.Tolerance;
import org.itocheck.claim.WeakOrder;
import org.itocheck.dynamics.Family;
import org.itocheck.dynamics.Problem;
import org.itocheck.dynamics.Problems;
import org.itocheck.dynamics.optimizer.Svag;
import org.itocheck.dynamics.sde.ItoSde;
import org.itocheck.ensemble.CellTests;
import org.itocheck.ensemble.Estimates;
import org.itocheck.observable.Observable;
import org.itocheck.random.Seed;
import org.itocheck.stats.ErrorBudget;
import org.itocheck.stats.SignedRegression;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Microseconds of a verdict, the estimates being there. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class VerdictBenchmark {
    private static final int[] LEVELS = {1, 2, 4, 8, 16};
    private static final double[] ERRORS = {-0.0728, -0.0352, -0.0173, -0.0085, -0.0043};
    private static final double[] STANDARD_ERRORS = {0.001, 0.001, 0.001, 0.001, 0.001};

    private final WeakOrder claim = claim();
    private final Laboratory laboratory =
            new Memory(new TimedLaboratory(1 << 17, 1, new ErrorBudget(1e-6, 1e-3), new Seed(1)));

    /** One fit of the signed errors of five levels. */
    @Benchmark
    public SignedRegression regression() {
        return SignedRegression.fit(LEVELS, ERRORS, STANDARD_ERRORS, 0, 0, 1, 2);
    }

    /** The whole claim on C2: exact limit, plan, two fits for each of 16 cells, outcome. */
    @Benchmark
    public Outcome weakOrder() {
        return claim.evaluate(laboratory);
    }

    private static WeakOrder claim() {
        Problem problem = Problems.named("C2");
        List<Observable> observables = List.of(
                Observable.coordinate(0),
                Observable.coordinate(1),
                Observable.squaredNorm(),
                Observable.loss(problem.objective()));
        Setting setting = Setting.of(Svag.family(problem), problem, List.of(1, 2, 4, 8), observables);
        return new WeakOrder(setting, ItoSde.of(problem), 1, Tolerance.withinDeviations(0.1));
    }

    /** Simulates everything once. */
    private record Memory(Laboratory inner, Map<String, Estimates> known) implements Laboratory {
        Memory(Laboratory inner) {
            this(inner, new HashMap<>());
        }

        @Override
        public ErrorBudget budget() {
            return inner.budget();
        }

        @Override
        public long trajectoryBudget() {
            return inner.trajectoryBudget();
        }

        @Override
        public Seed seed() {
            return inner.seed();
        }

        @Override
        public Estimates simulate(
                Setting setting, Family family, int level, String purpose, long trajectories, CellTests tests) {
            return known.computeIfAbsent(
                    purpose + "/" + family.name() + "/" + level,
                    key -> inner.simulate(setting, family, level, purpose, trajectories, tests));
        }
    }
}
