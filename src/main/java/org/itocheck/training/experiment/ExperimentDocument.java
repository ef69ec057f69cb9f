package org.itocheck.training.experiment;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.itocheck.random.Seed;

/** The shape of an experiment's file, each panel with all that holds for it. */
record ExperimentDocument(
        String name,
        String title,
        Optional<String> source,
        Optional<String> note,
        String compares,
        OptionalInt replicates,
        Optional<String> seed,
        OptionalDouble tolerance,
        List<PanelDocument> panels) {
    private static final double USUAL_TOLERANCE = 0.01;

    Experiment experiment() {
        return new Experiment(
                name,
                title,
                source.orElse(""),
                constant(Comparison.class, compares),
                replicates.orElse(1),
                Seed.parse(seed.orElse("0x00005EED00000001")),
                tolerance.orElse(USUAL_TOLERANCE),
                panels.stream().map(PanelDocument::panel).toList());
    }

    /** {@code batch-sizes} is BATCH_SIZES; the schema has checked that it is one of them. */
    static <E extends Enum<E>> E constant(Class<E> type, String text) {
        return Enum.valueOf(type, text.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
