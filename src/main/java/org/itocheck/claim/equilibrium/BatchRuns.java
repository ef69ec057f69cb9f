package org.itocheck.claim.equilibrium;

import java.util.List;
import java.util.stream.Collectors;

/** Lists of {@link BatchRun}s. */
final class BatchRuns {
    private static final double ROUNDING = 1e-9;

    private BatchRuns() {}

    /** Batch sizes that grow from the first on, with learning rates in proportion and one weight decay. */
    static List<BatchRun> check(List<BatchRun> runs) {
        if (runs.isEmpty()) {
            throw new IllegalArgumentException("runs is empty, expected at least one batch size");
        }
        BatchRun base = runs.get(0);
        for (int i = 1; i < runs.size(); i++) {
            BatchRun run = runs.get(i);
            if (run.batchSize() <= runs.get(i - 1).batchSize()) {
                throw new IllegalArgumentException(
                        "batch sizes are " + sizes(runs) + ", expected each to be larger than the one before");
            }
            double factor = (double) run.batchSize() / base.batchSize();
            double expected = factor * base.process().learningRate();
            if (Math.abs(run.process().learningRate() - expected) > ROUNDING * expected) {
                throw new IllegalArgumentException("learningRate at B = " + run.batchSize() + " is "
                        + run.process().learningRate() + ", expected " + expected + ", in proportion to that at B = "
                        + base.batchSize());
            }
            if (run.process().weightDecay() != base.process().weightDecay()) {
                throw new IllegalArgumentException("weightDecay at B = " + run.batchSize() + " is "
                        + run.process().weightDecay() + ", expected that at B = " + base.batchSize() + ", "
                        + base.process().weightDecay() + ": linear scaling leaves it alone");
            }
        }
        return List.copyOf(runs);
    }

    static List<StationaryProcess> processes(List<BatchRun> runs) {
        return runs.stream().map(BatchRun::process).toList();
    }

    static String sizes(List<BatchRun> runs) {
        return runs.stream()
                .map(run -> Integer.toString(run.batchSize()))
                .collect(Collectors.joining(", ", "B = ", ""));
    }
}
