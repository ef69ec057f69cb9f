package org.itocheck.training.experiment.report;

import java.nio.file.Path;
import java.util.List;
import org.itocheck.report.ConsoleTable;
import org.itocheck.report.DataTable;
import org.itocheck.report.Environment;
import org.itocheck.report.JsonFile;
import org.itocheck.report.ReportSection;
import org.itocheck.report.StudyResult;
import org.itocheck.training.experiment.Comparison;
import org.itocheck.training.experiment.Experiment;
import org.itocheck.training.experiment.ExperimentRecord;
import org.itocheck.training.experiment.finding.PanelClaim;

/**
 * An experiment for readers: verdicts on what its panels claim, figures and tables.
 * <pre>{@code
 * ExperimentReport report = ExperimentReport.of(record, "itocheck train figure-1-mini");
 * report.writeHtml(Path.of("reports/figure-1-mini.html")).writeJson(Path.of("reports/figure-1-mini.json"));
 * System.exit(report.result().exitCode());
 * }</pre>
 */
public final class ExperimentReport {
    private final ExperimentRecord record;
    private final StudyResult result;

    private ExperimentReport(ExperimentRecord record, StudyResult result) {
        this.record = record;
        this.result = result;
    }

    /**
     * Decides every claim of every panel.
     *
     * @param record the logs of its runs, whole or not: a claim that lacks runs is INCONCLUSIVE
     * @param reproduce one command line that makes the runs again; may be empty
     */
    public static ExperimentReport of(ExperimentRecord record, String reproduce) {
        Experiment experiment = record.experiment();
        var outcomes = record.panels().stream()
                .flatMap(panel -> panel.panel().claims().stream()
                        .map(claim -> PanelClaim.of(claim).outcome(experiment, panel)))
                .toList();
        return new ExperimentReport(
                record,
                new StudyResult(
                        experiment.title(),
                        outcomes,
                        experiment.seed(),
                        reproduce,
                        Environment.current(1),
                        record.seconds()));
    }

    /** The verdicts. */
    public StudyResult result() {
        return result;
    }

    /** Figures and tables, one section for each panel. */
    public List<ReportSection> sections() {
        return record.panels().stream()
                .map(panel -> PanelSections.of(comparison(), panel))
                .toList();
    }

    /**
     * Writes one self-contained page.
     *
     * @return this
     * @throws org.itocheck.report.ReportException if the folder cannot be written
     */
    public ExperimentReport writeHtml(Path file) {
        result.writeHtml(file, sections());
        return this;
    }

    /**
     * Writes every number: verdicts, accuracies, MAE, G and N, B*, times.
     *
     * @return this
     * @throws org.itocheck.report.ReportException if the folder cannot be written
     */
    public ExperimentReport writeJson(Path file) {
        JsonFile.write(file, ResultDocument.of(record, result));
        return this;
    }

    /**
     * Verdicts and tables for a terminal, every line ended by a newline.
     *
     * @param width of the terminal in characters
     * @param colour whether to colour the verdicts with ANSI escapes
     */
    public String text(int width, boolean colour) {
        StringBuilder text = new StringBuilder(ConsoleTable.render(result, width, colour));
        record.panels().forEach(panel -> {
            text.append('\n').append(panel.panel().name()).append('\n');
            for (DataTable table : PanelSections.tables(comparison(), panel)) {
                text.append('\n').append(table.text());
            }
        });
        return text.toString();
    }

    private Comparison comparison() {
        return record.experiment().comparison();
    }
}
