package org.itocheck.report;

import java.nio.file.Path;
import java.util.List;
import org.itocheck.claim.Outcome;
import org.itocheck.claim.Verdict;
import org.itocheck.random.Seed;

/**
 * The outcomes of several claims that were verified together.
 *
 * <pre>{@code
 * System.exit(result.writeHtml(Path.of("reports/svag.html")).writeJson(Path.of("reports/svag.json")).exitCode());
 * }</pre>
 *
 * @param name of the study
 * @param outcomes one for each claim, in the order of the study
 * @param seed the root seed
 * @param reproduce one command line that runs the study again with the same bits
 * @param environment what it ran on
 * @param seconds wall time of the whole study
 */
public record StudyResult(
        String name, List<Outcome> outcomes, Seed seed, String reproduce, Environment environment, double seconds) {
    /** Copies the list. */
    public StudyResult {
        outcomes = List.copyOf(outcomes);
    }

    /** The worst verdict of all; INCONCLUSIVE if nothing was claimed, since nothing was shown. */
    public Verdict verdict() {
        return outcomes.stream().map(Outcome::verdict).reduce(Verdict::and).orElse(Verdict.INCONCLUSIVE);
    }

    /** 0 if every claim passed, otherwise 1. */
    public int exitCode() {
        return verdict() == Verdict.PASS ? 0 : 1;
    }

    /** How many claims have this verdict. */
    public long count(Verdict verdict) {
        return outcomes.stream().filter(outcome -> outcome.verdict() == verdict).count();
    }

    /** How many trajectories were simulated for all claims together. */
    public long trajectories() {
        return outcomes.stream().mapToLong(Outcome::trajectories).sum();
    }

    /**
     * Writes one self-contained page. Missing folders are made; an older file is replaced at once or not at all.
     *
     * @return this
     * @throws ReportException if the folder cannot be written
     */
    public StudyResult writeHtml(Path file) {
        return writeHtml(file, List.of());
    }

    /**
     * Writes the page with figures and tables after the claims.
     *
     * @param shown what is to be seen besides the claims
     * @return this
     * @throws ReportException if the folder cannot be written
     */
    public StudyResult writeHtml(Path file, List<ReportSection> shown) {
        ReportFiles.write(file, HtmlReport.render(this, shown));
        return this;
    }

    /**
     * Writes every number at full precision, to be read again with {@link JsonReport#read}.
     *
     * @return this
     * @throws ReportException if the folder cannot be written
     */
    public StudyResult writeJson(Path file) {
        ReportFiles.write(file, JsonReport.render(this));
        return this;
    }
}
