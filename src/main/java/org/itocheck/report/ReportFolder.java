package org.itocheck.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder that reports go to, tried before any work is done for them. */
public final class ReportFolder {
    private ReportFolder() {}

    /**
     * Makes the folder if needed and writes into it once.
     *
     * @return the folder
     * @throws ReportException if it cannot be made or written
     */
    public static Path prepare(Path folder) {
        Path probe = folder.resolve(".writable");
        ReportFiles.write(probe, "");
        try {
            Files.deleteIfExists(probe);
        } catch (IOException e) {
            throw new ReportException(
                    "cannot write " + folder + ": what is written there cannot be replaced (" + e.getMessage() + ")",
                    e);
        }
        return folder;
    }
}
