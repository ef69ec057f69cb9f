package org.itocheck.network.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Folders of data for tests: the fixtures, copies of them to damage, and the properties that name folders. */
final class Folders {
    /** What a message about a damaged file ends with. */
    static final String AGAIN = "; fetch it again from the home page of the data set, see docs/data.md";

    private static final Path FIXTURES = Path.of("fixtures", "images");

    private Folders() {}

    static Path fixture(String name) {
        return FIXTURES.resolve(name);
    }

    /** Copies a fixture with all its files into a folder. */
    static void copy(String name, Path target) throws IOException {
        Path source = fixture(name);
        try (Stream<Path> files = Files.walk(source)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = target.resolve(source.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    /** The same images, values and labels. */
    static void assertSame(ImageSet found, ImageSet expected) {
        assertThat(found).hasToString(expected.toString());
        byte[] one = new byte[expected.shape().size()];
        byte[] other = new byte[expected.shape().size()];
        for (int i = 0; i < expected.size(); i++) {
            found.copyPixels(i, one);
            expected.copyPixels(i, other);
            assertThat(one).as("image %d of %s", i, found).isEqualTo(other);
            assertThat(found.label(i)).as("label %d of %s", i, found).isEqualTo(expected.label(i));
        }
    }

    static void withProperty(String property, Path folder, Runnable test) {
        String before = System.getProperty(property);
        System.setProperty(property, folder.toString());
        try {
            test.run();
        } finally {
            restore(property, before);
        }
    }

    static void withoutProperty(String property, Runnable test) {
        String before = System.getProperty(property);
        System.clearProperty(property);
        try {
            test.run();
        } finally {
            restore(property, before);
        }
    }

    private static void restore(String property, String before) {
        if (before == null) {
            System.clearProperty(property);
        } else {
            System.setProperty(property, before);
        }
    }
}
