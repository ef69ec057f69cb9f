package org.itocheck.benchmark;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.itocheck.dynamics.Stepper;
import org.itocheck.random.KeyedRows;
import org.itocheck.random.Seed;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Nanoseconds of one step of one trajectory, 256 of which move together; all four processes stay bounded for ever. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(DrawsBenchmark.LANES)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class StepsBenchmark {
    /** The process. */
    @Param
    public PeerProblem problem = PeerProblem.P1;

    private final KeyedRows noise = new KeyedRows(DrawsBenchmark.LANES);
    private double[][] x = {};
    private Stepper stepper = (state, rows) -> {};

    /** To the start of the trajectories. */
    @Setup
    public void start() {
        double[] start = problem.problem().start();
        x = new double[start.length][DrawsBenchmark.LANES];
        for (int i = 0; i < start.length; i++) {
            Arrays.fill(x[i], start[i]);
        }
        stepper = problem.dynamics().stepper(DrawsBenchmark.LANES);
        noise.start(new Seed(1), 0);
        stepper.start();
    }

    /** One step of all lanes. */
    @Benchmark
    public double[][] step() {
        stepper.step(x, noise);
        return x;
    }
}
