package org.itocheck.benchmark;

import java.util.List;

/**
 * One run of the default suite.
 *
 * @param threads that simulated
 * @param warm whether the JVM had run it before; a run that is not warm is what a build sees
 * @param problems one row each, in order
 */
public record SuiteResult(int threads, boolean warm, List<Row> problems) {
    /** Copies the rows. */
    public SuiteResult {
        problems = List.copyOf(problems);
    }

    /**
     * One problem at all levels.
     *
     * @param problem its name
     * @param family what was run on it
     * @param means how many means were estimated: one for each level, checkpoint and observable
     * @param right how many of them agree with their exact value
     * @param wrong how many do not; the others have no exact value that is known
     * @param trajectories over all levels, pilots included
     * @param steps of all trajectories together
     * @param wallSeconds from the first exact mean to the verdict
     * @param simulationSeconds the part of it spent in the engine; the rest computes exact means and verdicts
     * @param cpuSeconds of all threads together
     */
    public record Row(
            String problem,
            String family,
            int means,
            int right,
            int wrong,
            long trajectories,
            long steps,
            double wallSeconds,
            double simulationSeconds,
            double cpuSeconds) {}

    /** Wall time of all problems. */
    public double wallSeconds() {
        return problems.stream().mapToDouble(Row::wallSeconds).sum();
    }

    /** Wall time spent in the engine. */
    public double simulationSeconds() {
        return problems.stream().mapToDouble(Row::simulationSeconds).sum();
    }

    /** CPU time of all threads together. */
    public double cpuSeconds() {
        return problems.stream().mapToDouble(Row::cpuSeconds).sum();
    }

    /** How many trajectories were simulated. */
    public long trajectories() {
        return problems.stream().mapToLong(Row::trajectories).sum();
    }

    /** Whether no mean is wrong. */
    public boolean sound() {
        return problems.stream().noneMatch(row -> row.wrong() > 0);
    }
}
