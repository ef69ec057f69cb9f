package org.itocheck.benchmark;

import java.util.concurrent.TimeUnit;
import org.itocheck.random.KeyedRows;
import org.itocheck.random.NoiseLaw;
import org.itocheck.random.Seed;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Nanoseconds of one number in a row of 256. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(DrawsBenchmark.LANES)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class DrawsBenchmark {
    static final int LANES = 256;

    private final KeyedRows hashed = new KeyedRows(LANES);
    private final KeyedRows philox = KeyedRows.onPhilox(LANES);
    private final double[] row = new double[LANES];
    private final int[] indices = new int[LANES];

    /** Goes to the first trajectories. */
    @Setup
    public void start() {
        hashed.start(new Seed(1), 0);
        philox.start(new Seed(1), 0);
    }

    /** N(0, 1). */
    @Benchmark
    public double[] gaussian() {
        hashed.gaussian(row);
        return row;
    }

    /** N(0, 1) from the audit generator. */
    @Benchmark
    public double[] gaussianOnPhilox() {
        philox.gaussian(row);
        return row;
    }

    /** Signs. */
    @Benchmark
    public double[] rademacher() {
        hashed.rademacher(row);
        return row;
    }

    /** The skew two-point law. */
    @Benchmark
    public double[] skewTwoPoint() {
        hashed.skewTwoPoint(row);
        return row;
    }

    /** The three-point law of weak schemes. */
    @Benchmark
    public double[] threePoint() {
        hashed.threePoint(row);
        return row;
    }

    /** Uniform with variance 1. */
    @Benchmark
    public double[] uniform() {
        hashed.uniform(row);
        return row;
    }

    /** Poisson(1) - 1. */
    @Benchmark
    public double[] poisson() {
        hashed.poisson(row);
        return row;
    }

    /** Exp(1) - 1. */
    @Benchmark
    public double[] exponential() {
        hashed.exponential(row);
        return row;
    }

    /** Student's t with 5 degrees of freedom. */
    @Benchmark
    public double[] studentT() {
        NoiseLaw.STUDENT_5.draw(hashed, row);
        return row;
    }

    /** Indices of mini-batches. */
    @Benchmark
    public int[] index() {
        hashed.index(1797, indices);
        return indices;
    }
}
