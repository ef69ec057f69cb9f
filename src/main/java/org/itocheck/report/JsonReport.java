package org.itocheck.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * A study as JSON: every number at full precision, in the shape that docs/report-schema.json states.
 *
 * <p>JSON has no NaN and no infinity. Here they are the strings {@code "NaN"}, {@code "Infinity"} and
 * {@code "-Infinity"}, so that what is read equals what was written. Apart from {@code wallTime} and
 * {@code environment} the text is a function of the study and its seed.
 */
public final class JsonReport {
    private JsonReport() {}

    /** The document as text, to be stored as UTF-8. */
    public static String render(StudyResult result) {
        return JsonFile.render(document(result));
    }

    /** The document as a value, to be a part of another one. */
    public static Record document(StudyResult result) {
        return ReportDocument.of(result);
    }

    /**
     * Reads what {@link StudyResult#writeJson} wrote.
     *
     * @throws ReportException if the file cannot be read or is no report of this version
     */
    public static StudyResult read(Path file) {
        try {
            return parse(Files.readString(file), file);
        } catch (IOException e) {
            throw new ReportException("cannot read " + file.toAbsolutePath() + " (" + e + ")", e);
        }
    }

    private static StudyResult parse(String text, Path file) {
        try {
            JsonNode tree = JsonFile.MAPPER.readTree(text);
            JsonNode version = tree.path("schemaVersion");
            if (!version.isInt() || version.intValue() != ReportDocument.SCHEMA_VERSION) {
                throw new ReportException(file.toAbsolutePath() + " has schemaVersion "
                        + (version.isMissingNode() ? "missing" : version) + ", this ItoCheck reads "
                        + ReportDocument.SCHEMA_VERSION
                        + "; write the report again or read it with the ItoCheck that wrote it");
            }
            return JsonFile.MAPPER.treeToValue(tree, ReportDocument.class).result();
        } catch (JacksonException | IllegalArgumentException e) {
            throw new ReportException(file.toAbsolutePath() + " is no report of ItoCheck: " + e.getMessage(), e);
        }
    }
}
