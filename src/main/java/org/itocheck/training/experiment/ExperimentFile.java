package org.itocheck.training.experiment;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Reads experiments from YAML. What stands under {@code each} holds for every panel that does not say otherwise.
 * <pre>{@code
 * name: my-levels
 * title: SVAG on digits
 * compares: levels
 * replicates: 3
 * each: {data: digits, network: preresnet-8x4-gn2-si, weightDecay: 5e-4}
 * panels:
 *   - name: B64
 *     batchSize: 64
 *     schedule: {decayed: {from: 0.8, by: 0.1, at: [16, 24]}, epochs: 32}
 *     methods: [SGD, SVAG(2), SVAG(4)]
 *     claims: [svag-converges]
 * }</pre>
 * All fields are in docs/experiments.md and in {@code experiment.schema.json} beside this class.
 */
public final class ExperimentFile {
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(resource("experiment.schema.json"));

    private ExperimentFile() {}

    /**
     * Reads a file.
     *
     * @throws IllegalArgumentException if it cannot be read or is no experiment; the message has every error with its place
     */
    public static Experiment read(Path file) {
        try {
            return parse(Files.readString(file), file.toString());
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "cannot read " + file + " (" + e + "), expected a YAML file that describes an experiment", e);
        }
    }

    /**
     * Reads a text.
     *
     * @param text YAML
     * @param origin where it comes from, for messages
     * @throws IllegalArgumentException if it is no experiment; the message has every error with its place
     */
    public static Experiment parse(String text, String origin) {
        JsonNode root = tree(text, origin);
        List<Error> errors = SCHEMA.validate(root);
        if (!errors.isEmpty()) {
            throw new IllegalArgumentException(origin + " is no experiment:\n"
                    + errors.stream()
                            .map(error -> "  " + place(error) + error.getMessage())
                            .sorted()
                            .collect(Collectors.joining("\n"))
                    + "\nAll fields are in docs/experiments.md");
        }
        try {
            return YAML.treeToValue(merged(root), ExperimentDocument.class).experiment();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(origin + ": " + e.getMessage(), e);
        }
    }

    private static JsonNode tree(String text, String origin) {
        try {
            return YAML.readTree(text);
        } catch (JacksonException e) {
            throw new IllegalArgumentException(
                    origin + " is no YAML: " + e.getOriginalMessage() + " (line "
                            + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr() + ")",
                    e);
        }
    }

    /** What stands under {@code each}, given to every panel that does not have it. */
    private static ObjectNode merged(JsonNode root) {
        ObjectNode whole = ((ObjectNode) root).deepCopy();
        JsonNode each = whole.remove("each");
        if (each != null) {
            for (JsonNode panel : whole.withArray("panels")) {
                each.properties().forEach(common -> {
                    if (!panel.has(common.getKey())) {
                        ((ObjectNode) panel).set(common.getKey(), common.getValue());
                    }
                });
            }
        }
        return whole;
    }

    private static String place(Error error) {
        String path = error.getInstanceLocation().toString().replaceFirst("^/", "");
        return path.isEmpty() ? "" : path + ": ";
    }

    static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(ExperimentFile.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name + " from the jar of ItoCheck", e);
        }
    }
}
