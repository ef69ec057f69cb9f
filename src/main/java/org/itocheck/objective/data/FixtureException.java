package org.itocheck.objective.data;

/** A file of committed data is missing or not what it should be. The message names the file, both checksums and the remedy. */
public final class FixtureException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    FixtureException(String message) {
        super(message);
    }

    FixtureException(String message, Throwable cause) {
        super(message, cause);
    }
}
