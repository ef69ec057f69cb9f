package org.itocheck.benchmark;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.itocheck.math.RowMath;
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

/** Nanoseconds of one value of an elementary function in a row of 256, for arguments from 0.1 to 8. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(DrawsBenchmark.LANES)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class FunctionsBenchmark {
    private final RowMath math = new RowMath(DrawsBenchmark.LANES);
    private final double[] x = new double[DrawsBenchmark.LANES];
    private final double[] out = new double[DrawsBenchmark.LANES];

    /** Spreads the arguments. */
    @Setup
    public void spread() {
        Arrays.setAll(x, j -> 0.1 + 8.0 * j / x.length);
    }

    /** e^x. */
    @Benchmark
    public double[] exp() {
        math.exp(x, out);
        return out;
    }

    /** log x. */
    @Benchmark
    public double[] log() {
        math.log(x, out);
        return out;
    }

    /** sin x; the cosine does the same. */
    @Benchmark
    public double[] sin() {
        math.sin(x, out);
        return out;
    }

    /** tanh x. */
    @Benchmark
    public double[] tanh() {
        math.tanh(x, out);
        return out;
    }

    /** 1 / (1 + e^-x). */
    @Benchmark
    public double[] logistic() {
        math.logistic(x, out);
        return out;
    }

    /** log(1 + e^x). */
    @Benchmark
    public double[] softplus() {
        math.softplus(x, out);
        return out;
    }

    /** log cosh x. */
    @Benchmark
    public double[] logCosh() {
        math.logCosh(x, out);
        return out;
    }
}
