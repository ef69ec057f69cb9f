package org.itocheck.objective.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Files of real data that come with the library. They are read from the folder given by {@code -Ditocheck.fixtures=DIR}, else from the
 * class path, and their SHA-256 is checked on every reading, because a verdict on other data would be another verdict.
 */
public final class Fixtures {
    /** The system property that names a folder to read from instead of the class path. */
    public static final String DIRECTORY_PROPERTY = "itocheck.fixtures";

    private Fixtures() {}

    /**
     * The bytes of a fixture.
     *
     * @param name its path inside the folder of fixtures, for example {@code digits/digits.csv.gz}
     * @param sha256 the checksum it must have, 64 lower-case hexadecimal digits
     * @throws FixtureException if the file is missing, cannot be read or has another checksum
     */
    public static byte[] read(String name, String sha256) {
        String directory = System.getProperty(DIRECTORY_PROPERTY);
        return read(directory == null ? null : Path.of(directory), name, sha256);
    }

    static byte[] read(@Nullable Path directory, String name, String sha256) {
        String place = directory == null
                ? "class path, /org/itocheck/fixtures/" + name
                : directory.resolve(name).toAbsolutePath().toString();
        byte[] bytes =
                directory == null ? fromClassPath(name, place, sha256) : fromFile(directory, name, place, sha256);
        String found = sha256(bytes);
        if (!found.equals(sha256)) {
            throw new FixtureException("fixture " + name + " is corrupt (" + place + "): expected SHA-256 " + sha256
                    + ", found " + found + "; " + remedy(directory));
        }
        return bytes;
    }

    private static byte[] fromClassPath(String name, String place, String sha256) {
        try (InputStream in = Fixtures.class.getResourceAsStream("/org/itocheck/fixtures/" + name)) {
            if (in == null) {
                throw new FixtureException(missing(name, place, sha256, null));
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new FixtureException(missing(name, place, sha256, null), e);
        }
    }

    private static byte[] fromFile(Path directory, String name, String place, String sha256) {
        try {
            return Files.readAllBytes(directory.resolve(name));
        } catch (IOException e) {
            throw new FixtureException(missing(name, place, sha256, directory), e);
        }
    }

    private static String missing(String name, String place, String sha256, @Nullable Path directory) {
        return "fixture " + name + " is missing (" + place + "): expected a file with SHA-256 " + sha256 + "; "
                + remedy(directory);
    }

    private static String remedy(@Nullable Path directory) {
        return directory == null
                ? "use the published itocheck jar as it is, or give the folder of fixtures with -D" + DIRECTORY_PROPERTY
                        + "=DIR"
                : "restore it (git checkout -- fixtures), or leave -D" + DIRECTORY_PROPERTY
                        + " out to use the copy inside the jar";
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
