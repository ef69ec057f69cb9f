package org.itocheck.benchmark.peer;

/** A peer could not be built or run; the message names the command and what it said. */
public final class PeerException extends RuntimeException {
    private static final long serialVersionUID = 1;

    PeerException(String message) {
        super(message);
    }
}
