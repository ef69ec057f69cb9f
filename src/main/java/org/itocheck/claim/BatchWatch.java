package org.itocheck.claim;

import java.util.Arrays;
import org.itocheck.dynamics.Dynamics;
import org.itocheck.dynamics.Family;
import org.itocheck.dynamics.Stepper;
import org.itocheck.objective.Evaluator;
import org.itocheck.objective.LeastSquares;
import org.itocheck.objective.Objective;
import org.itocheck.random.NoiseRows;

/**
 * A family whose steps are read, not followed. Each step of the family under test starts at 0 on a probe, a least-squares loss on which
 * sample i has the gradient e_i wherever the state is near 0; so one step shows how often each sample was drawn. The state of this family is
 * what {@link BatchStatistics} counts, then the mean index of the first mini-batch, then 1 if the step could be read and 0 if not.
 *
 * @param watched the family under test
 * @param samples n of the probe
 * @param batchSize B of the probe
 */
record BatchWatch(Family watched, int samples, int batchSize) implements Family {
    /** The gradient e_i changes by this squared times the state. */
    private static final double FLATNESS = 0x1p-20;

    @Override
    public String name() {
        return watched.name();
    }

    @Override
    public double learningRate() {
        return watched.learningRate();
    }

    @Override
    public int stepsPerCheckpoint(int level) {
        return 1;
    }

    static int batches(int level) {
        return level == 1 ? 1 : 2;
    }

    BatchStatistics statistics(int level) {
        return new BatchStatistics(samples, batchSize, batches(level));
    }

    /** The objective that holds the counts: nothing moves on it. */
    Objective counts(int level) {
        return new Counts(statistics(level).shares().size() + 2);
    }

    @Override
    public Dynamics at(int level, Objective counts) {
        return new Reading(counts, watched.at(level, probe()), statistics(level), BatchDecoder.of(level, batchSize));
    }

    private LeastSquares probe() {
        double[][] features = new double[samples][samples];
        double[] targets = new double[samples];
        for (int i = 0; i < samples; i++) {
            features[i][i] = FLATNESS;
            targets[i] = -1 / FLATNESS;
        }
        return new LeastSquares("probe", features, targets, batchSize);
    }

    private record Counts(int dimension) implements Objective {
        @Override
        public String name() {
            return "probe";
        }

        @Override
        public Evaluator evaluator(int lanes) {
            throw new UnsupportedOperationException("nothing moves on the counts of a probe");
        }
    }

    private record Reading(Objective objective, Dynamics step, BatchStatistics statistics, BatchDecoder decoder)
            implements Dynamics {
        @Override
        public String name() {
            return step.name();
        }

        @Override
        public double stepDuration() {
            return step.stepDuration();
        }

        @Override
        public Stepper stepper(int lanes) {
            return new Reader(this, lanes);
        }
    }

    private static final class Reader implements Stepper {
        private final Reading reading;
        private final Stepper stepper;
        private final double[][] state;
        private final double scale;
        /** How often each sample was drawn: [step before or now][mini-batch][sample]. */
        private final int[][][][] drawn;

        private int now;

        Reader(Reading reading, int lanes) {
            LeastSquares probe = (LeastSquares) reading.step.objective();
            this.reading = reading;
            this.stepper = reading.step.stepper(lanes);
            this.state = new double[probe.dimension()][lanes];
            this.scale = -probe.batchSize() / reading.step.stepDuration();
            this.drawn = new int[2][lanes][reading.statistics.batches()][probe.samples()];
        }

        @Override
        public void start() {
            stepper.start();
            for (int[][] batches : drawn[now]) {
                for (int[] batch : batches) {
                    Arrays.fill(batch, 0);
                }
            }
        }

        @Override
        public void step(double[][] counts, NoiseRows noise) {
            for (double[] row : state) {
                Arrays.fill(row, 0);
            }
            stepper.step(state, noise);
            now = 1 - now;
            int last = counts.length - 1;
            for (int j = 0; j < counts[0].length; j++) {
                boolean read = read(j);
                counts[last][j] = read ? 1 : 0;
                counts[last - 1][j] = read ? meanIndex(drawn[now][j][0]) : 0;
                if (read) {
                    reading.statistics.count(drawn[1 - now][j], drawn[now][j], counts, j);
                }
            }
        }

        private boolean read(int lane) {
            int[][] batches = drawn[now][lane];
            int first = 0;
            int second = 0;
            for (int i = 0; i < state.length; i++) {
                int code = reading.decoder.read(scale * state[i][lane]);
                if (code < 0) {
                    return false;
                }
                batches[0][i] = reading.decoder.first(code);
                first += batches[0][i];
                if (batches.length > 1) {
                    batches[1][i] = reading.decoder.second(code);
                    second += batches[1][i];
                }
            }
            int whole = reading.statistics.batchSize();
            return first == whole && (batches.length == 1 || second == whole);
        }

        private double meanIndex(int[] batch) {
            double sum = 0;
            for (int i = 0; i < batch.length; i++) {
                sum += i * batch[i];
            }
            return sum / reading.statistics.batchSize();
        }
    }
}
