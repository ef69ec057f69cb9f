package org.itocheck.verify;

import java.math.BigDecimal;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.itocheck.math.Kernels;
import org.itocheck.random.Seed;

/**
 * The properties a run can be given from outside, {@code -Ditocheck.seed=...} and its like. A value that cannot be read is an error that
 * names the property, the value and a right one; it is never replaced by a default.
 */
public final class Settings {
    /** The root seed. */
    public static final String SEED = "itocheck.seed";
    /** How many threads simulate. */
    public static final String THREADS = "itocheck.threads";
    /** The most trajectories of one level. */
    public static final String TRAJECTORIES = "itocheck.trajectories";
    /** The folder of the reports. */
    public static final String REPORTS = "itocheck.reports";
    /** Whether seeds may be fixed in the source: {@code allow} or {@code refuse}. */
    public static final String FIXED_SEEDS = "itocheck.seeds.fixed";

    private final Function<String, Optional<String>> source;

    /**
     * Settings from any source.
     *
     * @param source the value of a property, empty if it is not set
     */
    public Settings(Function<String, Optional<String>> source) {
        this.source = source;
    }

    /**
     * The settings of this process: its system properties.
     *
     * @throws IllegalArgumentException if {@code itocheck.kernels} or {@code itocheck.kernels.bits}, which are not read here, cannot be read
     */
    public static Settings ofSystemProperties() {
        Kernels.checkProperties();
        return new Settings(key -> Optional.ofNullable(System.getProperty(key)));
    }

    /** The root seed, if one is set. */
    public Optional<Seed> seed() {
        return source.apply(SEED).map(value -> {
            try {
                return Seed.parse(value);
            } catch (IllegalArgumentException e) {
                throw malformed(SEED, value, "a 64-bit number", "0x00005EED00000001");
            }
        });
    }

    /** How many threads simulate: all processors, if nothing else is set. */
    public int threads() {
        long threads = count(THREADS, "2", Integer.MAX_VALUE)
                .orElse(Runtime.getRuntime().availableProcessors());
        return Math.toIntExact(threads);
    }

    /** The most trajectories of one level, if set; {@code 4000000}, {@code 4_000_000} and {@code 4e6} are the same. */
    public OptionalLong trajectories() {
        return count(TRAJECTORIES, "4000000", Long.MAX_VALUE);
    }

    /** The folder of the reports: {@code reports}, if nothing else is set. */
    public Path reports() {
        String value = source.apply(REPORTS).orElse("reports");
        if (value.isBlank()) {
            throw malformed(REPORTS, value, "a folder", "reports");
        }
        try {
            return Path.of(value);
        } catch (InvalidPathException e) {
            throw malformed(REPORTS, value, "a folder", "reports");
        }
    }

    /** Whether seeds may be fixed in the source, if set: true for {@code allow}, false for {@code refuse}. */
    public Optional<Boolean> fixedSeedsAllowed() {
        return source.apply(FIXED_SEEDS).map(value -> switch (value.strip().toLowerCase(Locale.ROOT)) {
            case "allow" -> true;
            case "refuse" -> false;
            default -> throw malformed(FIXED_SEEDS, value, "allow or refuse", "allow");
        });
    }

    private OptionalLong count(String key, String example, long most) {
        Optional<String> value = source.apply(key);
        if (value.isEmpty()) {
            return OptionalLong.empty();
        }
        try {
            BigDecimal number = new BigDecimal(value.get().strip().replace("_", ""));
            if (number.signum() > 0 && number.compareTo(BigDecimal.valueOf(most)) <= 0) {
                return OptionalLong.of(number.longValueExact());
            }
        } catch (NumberFormatException | ArithmeticException e) { // no number, or no whole one
            throw malformed(key, value.get(), "a whole number of at least 1", example);
        }
        throw malformed(key, value.get(), "a whole number of at least 1", example);
    }

    private static IllegalArgumentException malformed(String key, String value, String expected, String example) {
        return new IllegalArgumentException(
                key + " is '" + value + "', expected " + expected + ", for example -D" + key + "=" + example);
    }
}
