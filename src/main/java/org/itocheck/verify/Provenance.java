package org.itocheck.verify;

import org.jspecify.annotations.Nullable;

/**
 * Where an outcome comes from, as far as it helps to get it again.
 *
 * @param reproduce one line that runs the same claims with the same random numbers
 * @param report the page that shows the outcome, or null if none is written
 * @param environment versions and threads
 */
public record Provenance(String reproduce, @Nullable String report, String environment) {
    /** The release this source becomes; the jar's manifest goes before it. */
    private static final String SOURCE_VERSION = "0.1.0";

    /** This process: {@code itocheck 0.1.0, Java 17.0.15, 2 threads}. */
    public static String environment(int threads) {
        return "itocheck " + version() + ", Java " + System.getProperty("java.version") + ", " + threads
                + (threads == 1 ? " thread" : " threads");
    }

    private static String version() {
        String version = Provenance.class.getPackage().getImplementationVersion();
        return version == null ? SOURCE_VERSION : version;
    }
}
