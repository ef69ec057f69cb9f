package org.itocheck.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The first example of docs/training.md compiles and runs: it is in sample 7, statement by statement. */
class TrainingDocumentTest {
    @Test
    void every_statement_of_the_first_example_is_one_of_sample_7() throws IOException {
        String sample =
                squeezed(Files.readString(Path.of("src/test/java/org/itocheck/samples/Sample07_TrainingTest.java")));
        Matcher example = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("docs/training.md")));
        assertThat(example.find()).isTrue();

        List<String> statements = Pattern.compile(";")
                .splitAsStream(squeezed(example.group(1).replaceAll("//.*", "")))
                .filter(statement -> statement.length() > 1)
                .toList();
        assertThat(statements)
                .hasSize(9)
                .allSatisfy(statement -> assertThat(sample).contains(statement));
    }

    private static String squeezed(String code) {
        return code.replaceAll("\\s+", "");
    }
}
