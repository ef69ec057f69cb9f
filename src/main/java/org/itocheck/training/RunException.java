package org.itocheck.training;

/** The files of a run cannot be used; the message names the file and the remedy. */
public final class RunException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** With the remedy in its message. */
    public RunException(String message) {
        super(message);
    }

    /** With the remedy in its message. */
    public RunException(String message, Throwable cause) {
        super(message, cause);
    }
}
