package org.itocheck.network.data;

/** The data set is not on this machine. The message says which files to put where, and which property names another place. */
public final class MissingDataException extends DataException {
    private static final long serialVersionUID = 1L;

    MissingDataException(String message) {
        super(message);
    }
}
