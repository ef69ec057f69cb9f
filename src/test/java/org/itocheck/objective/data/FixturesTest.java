package org.itocheck.objective.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FixturesTest {
    private static final Path ROOT = Path.of("fixtures");

    @Test
    void every_fixture_is_listed_with_its_checksum() throws IOException {
        Map<String, String> found = new TreeMap<>();
        try (var files = Files.walk(ROOT)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = ROOT.relativize(file).toString().replace('\\', '/');
                if (!name.equals("README.md") && !name.equals("SHA256SUMS")) {
                    found.put(name, Fixtures.sha256(Files.readAllBytes(file)));
                }
            }
        }
        assertThat(found).containsKeys("digits/digits.csv.gz", "digits/LICENSE.md");
        assertThat(listed()).isEqualTo(found);
    }

    @Test
    void the_code_and_the_list_agree_on_the_digits() throws IOException {
        assertThat(listed()).containsEntry(Digits.FIXTURE, Digits.SHA256);
    }

    @Test
    void every_fixture_has_its_provenance() throws IOException {
        String readme = Files.readString(ROOT.resolve("README.md"));
        assertThat(readme).contains("digits/digits.csv.gz", "CC BY 4.0", "Alpaydin", "Kaynak");
        assertThat(Files.readString(ROOT.resolve("digits/LICENSE.md"))).contains("CC BY 4.0", "Alpaydin", "Kaynak");
    }

    @Test
    void a_fixture_comes_from_the_class_path_or_from_a_folder() {
        byte[] bytes = Fixtures.read(null, Digits.FIXTURE, Digits.SHA256);
        assertThat(bytes).hasSize(53392).isEqualTo(Fixtures.read(ROOT, Digits.FIXTURE, Digits.SHA256));
        assertThat(Fixtures.class.getResource("/org/itocheck/fixtures/digits/LICENSE.md"))
                .isNotNull();
    }

    @Test
    void golden_numbers_stay_out_of_the_jar() {
        assertThat(Fixtures.class.getResource("/org/itocheck/fixtures/README.md"))
                .isNull();
    }

    @Test
    void a_missing_file_is_named(@TempDir Path directory) {
        assertThatThrownBy(() -> Fixtures.read(directory, "digits/digits.csv.gz", "abc"))
                .isInstanceOf(FixtureException.class)
                .hasMessage("fixture digits/digits.csv.gz is missing (" + directory.resolve("digits/digits.csv.gz")
                        + "): expected a file with SHA-256 abc; restore it (git checkout -- fixtures), or leave"
                        + " -Ditocheck.fixtures out to use the copy inside the jar");
    }

    @Test
    void a_missing_resource_is_named() {
        assertThatThrownBy(() -> Fixtures.read(null, "digits/none", "abc"))
                .isInstanceOf(FixtureException.class)
                .hasMessage(
                        "fixture digits/none is missing (class path, /org/itocheck/fixtures/digits/none): expected a"
                                + " file with SHA-256 abc; use the published itocheck jar as it is, or give the folder of"
                                + " fixtures with -Ditocheck.fixtures=DIR");
    }

    @Test
    void a_corrupt_file_is_named_with_both_checksums(@TempDir Path directory) throws IOException {
        Files.writeString(directory.resolve("a.csv"), "abc");
        assertThatThrownBy(() -> Fixtures.read(directory, "a.csv", "00ff"))
                .isInstanceOf(FixtureException.class)
                .hasMessage("fixture a.csv is corrupt (" + directory.resolve("a.csv")
                        + "): expected SHA-256 00ff, found"
                        + " ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad; restore it (git checkout --"
                        + " fixtures), or leave -Ditocheck.fixtures out to use the copy inside the jar");
    }

    @Test
    void the_property_names_the_folder(@TempDir Path directory) throws IOException {
        Files.writeString(directory.resolve("a.csv"), "abc");
        String before = System.getProperty(Fixtures.DIRECTORY_PROPERTY);
        System.setProperty(Fixtures.DIRECTORY_PROPERTY, directory.toString());
        try {
            assertThat(Fixtures.read("a.csv", Fixtures.sha256(new byte[] {'a', 'b', 'c'})))
                    .containsExactly('a', 'b', 'c');
        } finally {
            if (before == null) {
                System.clearProperty(Fixtures.DIRECTORY_PROPERTY);
            } else {
                System.setProperty(Fixtures.DIRECTORY_PROPERTY, before);
            }
        }
    }

    @Test
    void a_failed_load_is_tried_again() {
        int[] calls = {0};
        Lazy<String> lazy = new Lazy<>(() -> {
            if (calls[0]++ == 0) {
                throw new FixtureException("not yet");
            }
            return "value " + calls[0];
        });
        assertThatThrownBy(lazy::get).hasMessage("not yet");
        assertThat(lazy.get()).isEqualTo("value 2");
        assertThat(lazy.get()).isEqualTo("value 2");
    }

    private static Map<String, String> listed() throws IOException {
        Map<String, String> listed = new TreeMap<>();
        for (String line : Files.readAllLines(ROOT.resolve("SHA256SUMS"))) {
            assertThat(line).matches("[0-9a-f]{64}  \\S+");
            assertThat(listed.put(line.substring(66), line.substring(0, 64)))
                    .as(line)
                    .isNull();
        }
        return listed;
    }
}
