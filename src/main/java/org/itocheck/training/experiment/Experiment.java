package org.itocheck.training.experiment;

import java.util.List;
import org.itocheck.random.Seed;

/**
 * Training runs that are compared, as a file describes them: panels of settings, each run several times.
 *
 * @param name of its folder: letters, digits, dots and dashes
 * @param title for people
 * @param source where it comes from, such as a figure of the paper
 * @param comparison in what the settings of a panel differ
 * @param replicates how many runs each setting has; intervals need at least 2
 * @param seed of everything random
 * @param tolerance differences of accuracy that do not matter, above 0
 * @param panels at least one
 */
public record Experiment(
        String name,
        String title,
        String source,
        Comparison comparison,
        int replicates,
        Seed seed,
        double tolerance,
        List<Panel> panels) {
    /** Copies the list and checks every argument. */
    public Experiment {
        panels = List.copyOf(panels);
        if (!name.matches("[A-Za-z0-9.-]+")) {
            throw new IllegalArgumentException("name is '" + name
                    + "', expected letters, digits, dots and dashes, since a folder is named after it");
        }
        if (replicates < 1) {
            throw new IllegalArgumentException("replicates is " + replicates + ", expected at least 1");
        }
        if (!(tolerance > 0 && tolerance < 1)) {
            throw new IllegalArgumentException(
                    "tolerance is " + tolerance + ", expected a difference of accuracy between 0 and 1, such as 0.01");
        }
        if (panels.isEmpty()) {
            throw new IllegalArgumentException("experiment " + name + " has no panels, expected at least one");
        }
        List<String> names = panels.stream().map(Panel::name).toList();
        if (names.stream().distinct().count() < names.size()) {
            throw new IllegalArgumentException(
                    "experiment " + name + " has panels " + names + ", expected different names");
        }
        for (Panel panel : panels) {
            for (Statement claim : panel.claims()) {
                if (claim.comparison() != comparison) {
                    throw new IllegalArgumentException("panel " + panel.name() + " claims " + claim
                            + ", which is about " + claim.comparison() + ", but the experiment compares " + comparison);
                }
            }
        }
    }

    /** With another number of runs of each setting. */
    public Experiment withReplicates(int count) {
        return new Experiment(name, title, source, comparison, count, seed, tolerance, panels);
    }

    /** With another seed. */
    public Experiment with(Seed newSeed) {
        return new Experiment(name, title, source, comparison, replicates, newSeed, tolerance, panels);
    }
}
