package org.itocheck.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * What a study ran on, as far as it helps to repeat it. No host name, no user, no path: reports are published.
 *
 * @param version of ItoCheck
 * @param java version of the Java runtime
 * @param os name and architecture of the operating system
 * @param threads how many the study used
 */
public record Environment(String version, String java, String os, int threads) {
    /**
     * Refuses a study without threads.
     *
     * @throws IllegalArgumentException if {@code threads < 1}
     */
    public Environment {
        if (threads < 1) {
            throw new IllegalArgumentException("threads is " + threads + ", expected at least 1");
        }
    }

    /**
     * This process.
     *
     * @param threads how many the study used, at least 1
     */
    public static Environment current(int threads) {
        return new Environment(
                ownVersion(),
                System.getProperty("java.version", "unknown"),
                System.getProperty("os.name", "unknown") + " " + System.getProperty("os.arch", "unknown"),
                threads);
    }

    /** From the jar; a build folder has none. */
    private static String ownVersion() {
        try (InputStream in =
                Environment.class.getResourceAsStream("/META-INF/maven/org.itocheck/itocheck/pom.properties")) {
            if (in == null) {
                return "development";
            }
            Properties properties = new Properties();
            properties.load(in);
            return properties.getProperty("version", "unknown");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the version of ItoCheck from its own jar", e);
        }
    }
}
