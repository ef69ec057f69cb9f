package org.itocheck.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** Records as JSON on one line, every number at full precision, fields in their order, empty optional values left out. */
public final class JsonLine {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_ABSENT))
            .build();

    private JsonLine() {}

    /** The text, without a line end. */
    public static String render(Record record) {
        return MAPPER.writeValueAsString(record);
    }

    /**
     * Reads what {@link #render} wrote.
     *
     * @throws ReportException if the line is not a whole record of that type
     */
    public static <T extends Record> T read(String line, Class<T> type) {
        try {
            return Optional.ofNullable(MAPPER.readValue(line, type))
                    .orElseThrow(
                            () -> new ReportException("not a line of JSON for " + type.getSimpleName() + ": null"));
        } catch (JacksonException e) {
            throw new ReportException(
                    "not a line of JSON for " + type.getSimpleName() + ": " + e.getOriginalMessage(), e);
        }
    }
}
