package org.itocheck.training.experiment;

import java.util.List;
import org.itocheck.network.data.Dataset;
import org.itocheck.random.Seed;
import org.itocheck.training.RunPlan;

/**
 * One network on one data set, trained in several ways.
 *
 * @param name among the panels of the experiment: letters, digits and dashes
 * @param data training and test images
 * @param network the name of an architecture
 * @param settings the ways, each named after what is special about it, such as {@code svag-4} or {@code sgd-b1024}; their seeds do not count
 * @param claims what is said of it
 */
public record Panel(String name, Dataset data, String network, List<RunPlan> settings, List<Statement> claims) {
    /** Copies the lists and checks the names. */
    public Panel {
        settings = List.copyOf(settings);
        claims = List.copyOf(claims);
        if (!name.matches("[A-Za-z0-9-]+")) {
            throw new IllegalArgumentException(
                    "panel is '" + name + "', expected letters, digits and dashes, since files are named after it");
        }
        if (settings.isEmpty()) {
            throw new IllegalArgumentException("panel " + name + " has no settings, expected at least one");
        }
        List<String> names = settings.stream().map(RunPlan::name).toList();
        if (names.stream().distinct().count() < names.size()) {
            throw new IllegalArgumentException("panel " + name + " has settings " + names
                    + ", expected different names; leave out what is there twice");
        }
    }

    /**
     * One run of a setting. All settings of a replicate share its seed, so that their differences are pairs.
     *
     * @param setting one of {@link #settings()}
     * @param replicate 1, 2, ...
     * @param root the seed of the experiment
     */
    public RunPlan run(RunPlan setting, int replicate, Seed root) {
        return setting.named(name + "." + setting.name() + "." + replicate)
                .with(root.forPurpose("panel/" + name + "/replicate/" + replicate));
    }
}
