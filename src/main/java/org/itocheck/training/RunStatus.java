package org.itocheck.training;

/** How far a run has come. */
public enum RunStatus {
    /** All steps were made. */
    FINISHED,
    /** It was asked to stop, or its log ends before the last step; it can go on. */
    STOPPED,
    /** Its loss left the finite numbers; it cannot go on. */
    DIVERGED
}
