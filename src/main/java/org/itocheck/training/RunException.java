package org.itocheck.training;

/** The files of a run cannot be used; the message names the file and the remedy. */
public final class RunException extends RuntimeException {
    private static final long serialVersionUID = 1;

    RunException(String message) {
        super(message);
    }

    RunException(String message, Throwable cause) {
        super(message, cause);
    }
}
