package org.itocheck.network.data;

import java.nio.file.Path;

/** A file of data is not what it should be. The message names the file, what was expected, what was found, and the remedy. */
public class DataException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final String REMEDY = "fetch it again from the home page of the data set, see docs/data.md";

    DataException(String message) {
        super(message);
    }

    DataException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Something is wrong with a file, and another copy of it may be right. */
    static DataException in(String file, String problem) {
        return new DataException(file + ": " + problem + "; " + REMEDY);
    }

    static DataException in(String file, String problem, Throwable cause) {
        return new DataException(file + ": " + problem + " (" + cause + "); " + REMEDY, cause);
    }

    static String absolute(Path path) {
        return path.toAbsolutePath().normalize().toString();
    }
}
