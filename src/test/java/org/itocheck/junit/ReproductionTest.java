package org.itocheck.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The line that says how to reproduce a failure must do it: class, method and properties of the message alone give the same message. */
@ResourceLock(Resources.SYSTEM_OUT)
class ReproductionTest {
    private static final Pattern LINE =
            Pattern.compile("\n  reproduce  mvn test -Dtest='([\\w$]+)#(\\w+)'((?: -D[\\w.]+=\\w+)*)\n");

    @TempDir
    private Path reports;

    @Test
    void the_line_of_a_message_gives_the_message_again() {
        // A whole class with a fresh seed: other tests run before the one that fails.
        Runs run = Runs.of(reports, Fixtures.Plain.class);
        String test = "fails(org.itocheck.verify.Verifier)";

        assertThat(again(run.message(test)).message(test)).isEqualTo(run.message(test));
    }

    @Test
    void with_a_budget_from_outside_too() {
        Runs run = Runs.of(reports, Fixtures.Plain.class, "itocheck.trajectories", "30000");
        String test = "stays_open(org.itocheck.verify.Verifier)";

        assertThat(again(run.message(test)).message(test)).isEqualTo(run.message(test));
    }

    @Test
    void in_a_nested_class_too() {
        Runs run = Runs.of(reports, Fixtures.Outer.class);
        String test = "fails(org.itocheck.verify.Verifier)";

        assertThat(run.message(test)).contains("-Dtest='Fixtures$Outer$Inner#fails' ");
        assertThat(again(run.message(test)).message(test)).isEqualTo(run.message(test));
    }

    @Test
    void an_invocation_of_a_template_is_reproduced_by_its_method() {
        Runs run = Runs.of(reports, Fixtures.Templates.class);

        assertThat(run.failures().keySet()).containsExactly("#1", "#2", "#3");
        assertThat(run.message("#3"))
                .contains("-Dtest='Fixtures$Templates#parametrised' ")
                .contains("/Fixtures.Templates/parametrised-3.html");
        assertThat(again(run.message("#3")).message("#3")).isEqualTo(run.message("#3"));
        assertThat(run.message("#3")).isNotEqualTo(run.message("#2"));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 7})
    void the_number_of_threads_changes_nothing_but_its_mention(int threads) {
        String test = "fails(org.itocheck.verify.Verifier)";
        String seed = "0x00005EED00000002";
        String one =
                Runs.of(reports, Fixtures.Plain.class, "itocheck.seed", seed).message(test);
        String more = Runs.of(reports, Fixtures.Plain.class, "itocheck.seed", seed, "itocheck.threads", "" + threads)
                .message(test);

        assertThat(more).isEqualTo(one.replace(", 1 thread", ", " + threads + " threads"));
    }

    @Test
    void tests_of_one_run_draw_different_numbers_from_one_seed() {
        Map<String, Throwable> failures =
                Runs.of(reports, Fixtures.Templates.class, "itocheck.seed", "1").failures();

        assertThat(failures.values().stream().map(ReproductionTest::ladder).distinct())
                .hasSize(3);
    }

    @Test
    void other_seeds_draw_other_numbers() {
        String test = "fails(org.itocheck.verify.Verifier)";

        assertThat(ladder(Runs.of(reports, Fixtures.Plain.class, "itocheck.seed", "1")
                        .failure(test)))
                .isNotEqualTo(ladder(Runs.of(reports, Fixtures.Plain.class, "itocheck.seed", "2")
                        .failure(test)));
    }

    /** The numbers of a message, without its lines on the seed and the test. */
    private static String ladder(Throwable failure) {
        return String.valueOf(failure.getMessage())
                .lines()
                .filter(line -> line.matches(" +\\d.*"))
                .collect(Collectors.joining("\n"));
    }

    /** Runs what the line of a message says, and nothing else is known. */
    private Runs again(String message) {
        Matcher line = LINE.matcher(message);
        assertThat(line.find()).as(message).isTrue();
        Class<?> type;
        try {
            type = Class.forName(getClass().getPackageName() + "." + line.group(1));
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
        Method method = Stream.of(type.getDeclaredMethods())
                .filter(m -> m.getName().equals(line.group(2)))
                .findFirst()
                .orElseThrow();
        String parameters =
                Arrays.stream(method.getParameterTypes()).map(Class::getName).collect(Collectors.joining(","));
        List<String> properties = line.group(3)
                .strip()
                .lines()
                .flatMap(text -> Stream.of(text.split(" ")))
                .flatMap(property -> Stream.of(property.substring(2).split("=")))
                .toList();
        return Runs.ofMethod(reports, type, method.getName(), parameters, properties.toArray(String[]::new));
    }
}
