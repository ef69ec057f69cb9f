package org.itocheck.ensemble;

/** Told how far an ensemble is; called from worker threads, one at a time, at most once a chunk. */
@FunctionalInterface
public interface Progress {
    /** Says nothing. */
    Progress SILENT = (ensemble, done) -> {};

    /**
     * @param ensemble what runs
     * @param done how many trajectories are finished and merged
     */
    void update(Ensemble ensemble, long done);
}
