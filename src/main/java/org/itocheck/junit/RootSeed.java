package org.itocheck.junit;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.itocheck.random.Seed;
import org.itocheck.verify.Settings;

/** Decides which root seed a test gets. */
final class RootSeed {
    private static final String CI = "ci";

    /** One for the whole run; a seed from the clock is never hidden, it is printed with every test. */
    private static final Seed FRESH = new Seed(System.currentTimeMillis())
            .forPurpose(ProcessHandle.current().pid() + "/" + System.nanoTime());

    private final Function<String, Optional<String>> properties;
    private final Map<String, String> environment;

    RootSeed(Function<String, Optional<String>> properties, Map<String, String> environment) {
        this.properties = properties;
        this.environment = environment;
    }

    /**
     * @param fixed the annotation that applies to the test, if any
     * @param owner where it stands, for the message
     * @throws IllegalStateException if the seed is fixed where that is refused
     */
    Seed choose(Optional<FixedSeed> fixed, String owner) {
        Settings settings = new Settings(properties);
        Optional<Seed> given = settings.seed();
        if (given.isPresent() || fixed.isEmpty()) {
            return given.orElse(FRESH);
        }
        String value = fixed.get().value();
        if (!settings.fixedSeedsAllowed().orElse(!onServer())) {
            throw new IllegalStateException("@FixedSeed(\"" + value + "\") of " + owner
                    + " is refused here: a seed fixed for good hides what other seeds would find."
                    + " Remove the annotation, or allow it with -D" + Settings.FIXED_SEEDS + "=allow");
        }
        try {
            return Seed.parse(value);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("@FixedSeed of " + owner + ": " + e.getMessage(), e);
        }
    }

    /** Whether this is a continuous integration server: the property ci decides, else the environment variable CI. */
    private boolean onServer() {
        return properties
                .apply(CI)
                .map(value -> !value.equalsIgnoreCase("false"))
                .orElse("true".equalsIgnoreCase(environment.get("CI")));
    }
}
