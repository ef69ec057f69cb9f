package org.itocheck.random;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Locale;
import org.itocheck.math.RowMath;

/**
 * Prints CPU nanoseconds per draw and per function value, best and median of some rounds on one thread. Not a test; run its main with the
 * lane counts as arguments.
 */
final class DrawBenchmark {
    private static final int ROUNDS = 9;
    private static final long ROUND_NANOS = 60_000_000;
    private static final long WARM_UP_NANOS = 1_000_000_000;
    private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();
    private static double sink;

    private DrawBenchmark() {}

    public static void main(String[] args) {
        int[] lanes = args.length == 0
                ? new int[] {256, 1}
                : Arrays.stream(args).mapToInt(Integer::parseInt).toArray();
        for (int n : lanes) {
            draws("hash", new KeyedRows(n));
            functions(n);
        }
        draws("philox", KeyedRows.onPhilox(lanes[0]));
        streams(lanes[0]);
        System.out.println("checksum " + sink);
    }

    private static void draws(String words, KeyedRows rows) {
        rows.start(new Seed(1), 0);
        double[] row = new double[rows.lanes()];
        int[] index = new int[rows.lanes()];
        for (NoiseLaw law : NoiseLaw.values()) {
            measure(words + " " + law.label(), rows.lanes(), () -> {
                law.draw(rows, row);
                return row[0];
            });
        }
        measure(words + " index(1000)", rows.lanes(), () -> {
            rows.index(1000, index);
            return index[0];
        });
    }

    private static void streams(int lanes) {
        KeyedRows rows = new KeyedRows(lanes);
        rows.start(new Seed(1), 0);
        RandomStream[] streams = new RandomStream[lanes];
        for (int j = 0; j < lanes; j++) {
            streams[j] = rows.lane(j);
        }
        measure("stream gaussian1, lane after lane", lanes, () -> {
            double sum = 0;
            for (RandomStream stream : streams) {
                sum += stream.gaussian();
            }
            return sum;
        });
        measure("stream index(1000), lane after lane", lanes, () -> {
            double sum = 0;
            for (RandomStream stream : streams) {
                sum += stream.index(1000);
            }
            return sum;
        });
    }

    private interface Function {
        void apply(double[] x, double[] out);
    }

    private static void functions(int lanes) {
        RowMath math = new RowMath(lanes);
        function("exp", lanes, math::exp);
        function("log", lanes, math::log);
        function("sin", lanes, math::sin);
        function("cos", lanes, math::cos);
        function("tanh", lanes, math::tanh);
        function("logistic", lanes, math::logistic);
        function("logCosh", lanes, math::logCosh);
        function("softplus", lanes, math::softplus);
    }

    private static void function(String name, int lanes, Function function) {
        double[] x = new double[lanes];
        double[] out = new double[lanes];
        for (int j = 0; j < lanes; j++) {
            x[j] = 0.1 + 8.0 * j / lanes;
        }
        measure(name, lanes, () -> {
            function.apply(x, out);
            return out[0];
        });
    }

    private interface Work {
        double run();
    }

    private static void measure(String name, int perCall, Work work) {
        for (long until = System.nanoTime() + WARM_UP_NANOS; System.nanoTime() < until; ) {
            sink += work.run();
        }
        double[] nanos = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            long calls = 0;
            long begin = THREAD.getCurrentThreadCpuTime();
            long passed;
            do {
                for (int k = 0; k < 100; k++) {
                    sink += work.run();
                }
                calls += 100;
                passed = THREAD.getCurrentThreadCpuTime() - begin;
            } while (passed < ROUND_NANOS);
            nanos[round] = (double) passed / calls / perCall;
        }
        Arrays.sort(nanos);
        System.out.printf(
                Locale.ROOT,
                "%-40s %4d lanes  best %7.3f  median %7.3f ns%n",
                name,
                perCall,
                nanos[0],
                nanos[ROUNDS / 2]);
    }
}
