package org.itocheck.training.experiment;

import java.util.List;
import java.util.stream.Stream;
import org.itocheck.dynamics.Names;

/**
 * The experiments that come with the library: one for each figure of Li, Malladi, Arora (2021) that trains networks, and of each a small twin,
 * {@code -mini}, of the same shape on handwritten digits, which two cores run in minutes.
 */
public final class Presets {
    private static final List<String> FIGURES = Stream.of(1, 2, 5, 6, 7, 8, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19)
            .map(number -> "figure-" + number)
            .toList();

    private Presets() {}

    /** The names of the full experiments. */
    public static List<String> figures() {
        return FIGURES;
    }

    /** All names, each figure followed by its twin. */
    public static List<String> names() {
        return FIGURES.stream()
                .flatMap(figure -> Stream.of(figure, figure + "-mini"))
                .toList();
    }

    /**
     * An experiment by its name.
     *
     * @param name for example {@code figure-1-mini}
     * @throws IllegalArgumentException if there is none of that name
     */
    public static Experiment named(String name) {
        return ExperimentFile.parse(yaml(name), name);
    }

    /**
     * The file of an experiment, to begin one's own from.
     *
     * @param name for example {@code figure-1-mini}
     * @throws IllegalArgumentException if there is none of that name
     */
    public static String yaml(String name) {
        if (!names().contains(name)) {
            throw new IllegalArgumentException("there is no preset '" + name + "', did you mean '"
                    + Names.nearest(name, names()) + "'? Known: " + String.join(", ", names()));
        }
        return ExperimentFile.resource("presets/" + name + ".yaml");
    }
}
