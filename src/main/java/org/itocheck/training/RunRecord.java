package org.itocheck.training;

import java.util.List;

/**
 * What is known of a run: its log as a value.
 *
 * @param header what its numbers depend on
 * @param measurements in the order of time
 * @param status how far it has come
 */
public record RunRecord(RunHeader header, List<Measurement> measurements, RunStatus status) {
    /** Copies the list. */
    public RunRecord {
        measurements = List.copyOf(measurements);
    }

    /**
     * The last line.
     *
     * @throws IllegalStateException if there is none yet
     */
    public Measurement last() {
        if (measurements.isEmpty()) {
            throw new IllegalStateException("the log of " + header.name() + " has no measurement yet; let it run on");
        }
        return measurements.get(measurements.size() - 1);
    }
}
