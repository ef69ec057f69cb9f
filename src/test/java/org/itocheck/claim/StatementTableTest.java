package org.itocheck.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of statements in docs/THEORY.md names classes that exist, every claim, and chapters that exist. */
class StatementTableTest {
    private static final Path SOURCES = Path.of("src/main/java/org/itocheck");

    @Test
    void every_class_of_the_table_exists() throws IOException {
        List<String> classes = classes();

        assertThat(matches("`([A-Z][A-Za-z]+)`")).isNotEmpty().isSubsetOf(classes);
    }

    @Test
    void every_claim_is_in_the_table() throws IOException {
        assertThat(matches("`([A-Z][A-Za-z]+)`")).containsAll(claims());
    }

    @Test
    void every_chapter_exists() throws IOException {
        assertThat(matches("\\(([a-z/]+\\.md)\\)"))
                .isNotEmpty()
                .allSatisfy(
                        chapter -> assertThat(Path.of("docs").resolve(chapter)).exists());
    }

    private static List<String> matches(String regex) throws IOException {
        String theory = Files.readString(Path.of("docs/THEORY.md"));
        String table = theory.substring(theory.indexOf("## 6. Statement and check"), theory.indexOf("## 7. Traps"));
        return Pattern.compile(regex)
                .matcher(table)
                .results()
                .map(match -> match.group(1))
                .distinct()
                .toList();
    }

    private static List<String> classes() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .map(name -> name.replace(".java", ""))
                    .toList();
        }
    }

    /** The records that implement Claim or LadderClaim. */
    private static List<String> claims() throws IOException {
        Pattern claim = Pattern.compile("public record (\\w+)\\([^{]*implements \\w*Claim \\{");
        try (Stream<Path> files = Files.walk(SOURCES.resolve("claim"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(StatementTableTest::read)
                    .map(claim::matcher)
                    .filter(Matcher::find)
                    .map(matcher -> matcher.group(1))
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
