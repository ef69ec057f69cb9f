package org.itocheck.training.experiment;

/** Hears where an experiment is: after every step of every run, from one thread at a time. */
public interface ExperimentMonitor {
    /** Hears nothing. */
    ExperimentMonitor NONE = progress -> {};

    /** A step was made, or a run has ended. */
    void update(ExperimentProgress progress);
}
