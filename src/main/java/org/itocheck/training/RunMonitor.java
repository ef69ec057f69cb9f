package org.itocheck.training;

/** Hears where a run is and may stop it. Called from the thread that runs, after every step. */
public interface RunMonitor {
    /** Hears nothing, stops nothing. */
    RunMonitor NONE = progress -> true;

    /**
     * A step was made.
     *
     * @return whether to go on; else the run saves a checkpoint and returns
     */
    boolean goesOn(RunProgress progress);
}
