package org.itocheck.junit;

import java.nio.file.Path;
import java.util.List;
import org.itocheck.claim.Outcome;
import org.itocheck.random.Seed;
import org.itocheck.report.Environment;
import org.itocheck.report.StudyResult;

/** Writes the page and the numbers of one verified test. */
final class ReportPublisher {
    private ReportPublisher() {}

    /**
     * @param page the file to end in {@code .html}; the numbers go beside it
     * @throws org.itocheck.report.ReportException if the folder cannot be written
     */
    static void publish(
            Path page, String name, List<Outcome> outcomes, Seed seed, String reproduce, int threads, double seconds) {
        String file = String.valueOf(page.getFileName());
        new StudyResult(name, outcomes, seed, reproduce, Environment.current(threads), seconds)
                .writeHtml(page)
                .writeJson(page.resolveSibling(file.replaceFirst("\\.html$", ".json")));
    }
}
