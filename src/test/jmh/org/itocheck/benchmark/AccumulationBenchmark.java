package org.itocheck.benchmark;

import java.util.concurrent.TimeUnit;
import org.itocheck.random.KeyedRows;
import org.itocheck.random.Seed;
import org.itocheck.stats.MeanTest;
import org.itocheck.stats.Moments;
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

/** Nanoseconds to reduce one value of one observable, in a chunk of 1024. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(AccumulationBenchmark.CHUNK)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class AccumulationBenchmark {
    static final int CHUNK = 1024;

    private final double[] values = new double[CHUNK];
    private final double[] scratch = new double[CHUNK];
    private final MeanTest test = new MeanTest(0, 1, 1e-9, 1 << 18);

    /** Gaussian values. */
    @Setup
    public void draw() {
        KeyedRows rows = new KeyedRows(CHUNK);
        rows.start(new Seed(1), 0);
        rows.gaussian(values);
    }

    /** Count, mean and central sums; the result itself is one object a chunk. */
    @Benchmark
    public Moments moments() {
        return Moments.of(values, CHUNK, scratch);
    }

    /** What the e-test of a mean adds. */
    @Benchmark
    public double influence() {
        return test.influence(values, CHUNK, scratch);
    }
}
