package org.itocheck.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.itocheck.dynamics.Names;
import org.itocheck.math.Kernels;
import org.itocheck.network.data.Dataset;
import org.itocheck.objective.data.Fixtures;
import org.itocheck.random.Seed;
import org.itocheck.verify.Settings;
import org.itocheck.verify.Verifier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Error rates, budget, seed and threads: from options, else from {@code -Ditocheck....}, else the defaults. */
final class Terms {
    private static final List<String> PROPERTIES = Stream.concat(
                    Stream.of(
                            Settings.SEED,
                            Settings.THREADS,
                            Settings.TRAJECTORIES,
                            Settings.REPORTS,
                            Settings.FIXED_SEEDS,
                            Fixtures.DIRECTORY_PROPERTY,
                            Kernels.PROPERTY,
                            Kernels.BITS_PROPERTY),
                    Dataset.properties().stream())
            .toList();
    static final int MOST_THREADS = 1024;

    @Option(
            names = "--seed",
            order = 20,
            paramLabel = "SEED",
            description =
                    "Root of all randomness, decimal or 0x...; also -Ditocheck.seed. Default: 0x00005EED00000001.")
    @Nullable String seedOption;

    @Option(
            names = "--trajectories",
            order = 21,
            paramLabel = "N",
            description = "Most trajectories of one level; also -Ditocheck.trajectories. Default: 4e6.")
    @Nullable String trajectoriesOption;

    @Option(
            names = "--fail-rate",
            order = 22,
            paramLabel = "P",
            description = "Probability that something right fails, all claims together. Default: 1e-6.")
    @Nullable String failRateOption;

    @Option(
            names = "--pass-rate",
            order = 23,
            paramLabel = "P",
            description = "Probability that an error of SIZE passes, at most 0.5. Default: 1e-3.")
    @Nullable String passRateOption;

    @Option(
            names = "--threads",
            order = 24,
            paramLabel = "N",
            description = "Also -Ditocheck.threads. Default: all processors. Never changes a result.")
    @Nullable String threadsOption;

    private Seed seed = VerifyCommand.defaultSeed();
    private long trajectories = Verifier.DEFAULT_TRAJECTORIES;
    private double failRate = Verifier.DEFAULT_FALSE_FAIL_RATE;
    private double passRate = Verifier.DEFAULT_FALSE_PASS_RATE;
    private int threads = 1;
    private Path reports = Path.of("reports");

    /** Reads everything, also settings that an option overrules: a value that cannot be read is never passed over. */
    Terms complete() {
        refuseUnknownProperties();
        Settings settings = Settings.ofSystemProperties();
        seed = settings.seed().orElse(seed);
        trajectories = settings.trajectories().orElse(trajectories);
        threads = settings.threads();
        reports = settings.reports();
        if (seedOption != null) {
            seed = Values.seed("--seed", seedOption);
        }
        if (trajectoriesOption != null) {
            trajectories = Values.count("--trajectories", trajectoriesOption, Long.MAX_VALUE, "4e6");
        }
        if (failRateOption != null) {
            failRate = Values.rate("--fail-rate", failRateOption, 1, "1e-6");
        }
        if (passRateOption != null) {
            passRate = Values.rate("--pass-rate", passRateOption, 0.5, "1e-3");
        }
        if (threadsOption != null) {
            threads = (int) Values.count("--threads", threadsOption, MOST_THREADS, "2");
        }
        return this;
    }

    Verifier verifier() {
        return new Verifier(seed, failRate, passRate, trajectories, threads);
    }

    Seed seed() {
        return seed;
    }

    /** The folder of the reports unless an option names one. */
    Path reports() {
        return reports;
    }

    /** The options that change results, where they are not the defaults, without the seed. */
    List<String> arguments() {
        List<String> arguments = new ArrayList<>();
        if (trajectories != Verifier.DEFAULT_TRAJECTORIES) {
            arguments.addAll(List.of("--trajectories", Long.toString(trajectories)));
        }
        if (failRate != Verifier.DEFAULT_FALSE_FAIL_RATE) {
            arguments.addAll(List.of("--fail-rate", Double.toString(failRate)));
        }
        if (passRate != Verifier.DEFAULT_FALSE_PASS_RATE) {
            arguments.addAll(List.of("--pass-rate", Double.toString(passRate)));
        }
        return arguments;
    }

    private static void refuseUnknownProperties() {
        Map<String, String> given = new TreeMap<>();
        for (String key : System.getProperties().stringPropertyNames()) {
            given.put(key, System.getProperty(key, ""));
        }
        given.forEach((key, value) -> {
            if (key.startsWith("itocheck.") && !PROPERTIES.contains(key)) {
                throw new IllegalArgumentException("-D" + key + " is '" + value + "', but there is no such property,"
                        + " did you mean '" + Names.nearest(key, PROPERTIES) + "'? Known: "
                        + String.join(", ", PROPERTIES));
            }
        });
    }
}
