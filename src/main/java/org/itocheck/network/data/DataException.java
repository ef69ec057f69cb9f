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
    static DataException in(String place, String problem) {
        return new DataException(place + ": " + problem + "; " + REMEDY);
    }

    /** The same, where a library found out. */
    static DataException in(String place, String problem, Throwable cause) {
        return new DataException(place + ": " + problem + " (" + cause + "); " + REMEDY, cause);
    }

    /** A label out of range. */
    static DataException label(String place, int image, int found, int first, int last) {
        return in(place, "the label of image " + image + " is " + found + ", expected " + first + " to " + last);
    }

    static String absolute(Path path) {
        return path.toAbsolutePath().normalize().toString();
    }
}
