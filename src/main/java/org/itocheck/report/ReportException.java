package org.itocheck.report;

/** A report could not be written or read; the message names the file, the reason and a way out. */
public final class ReportException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Without a cause: what was found is no report. */
    public ReportException(String message) {
        super(message);
    }

    /** With the error of the file system or of the parser. */
    public ReportException(String message, Throwable cause) {
        super(message, cause);
    }
}
