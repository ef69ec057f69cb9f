package org.itocheck.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.itocheck.random.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ResourceLock(Resources.SYSTEM_OUT)
class FixedSeedTest {
    private static final String BY_CLASS = "by_class(org.itocheck.verify.Verifier)";

    @TempDir
    private Path reports;

    @Test
    void the_nearest_annotation_fixes_the_seed() {
        Runs run = Runs.of(reports, Fixtures.Fixed.class);

        assertThat(run.output())
                .contains("Fixed.by_class: PASS seed 0x000000000000002A (")
                .contains("Fixed.by_method: PASS seed 0x000000000000002B (");
        assertThat(run.message("malformed(org.itocheck.verify.Verifier)"))
                .contains("@FixedSeed of Fixtures.Fixed.malformed: seed is 'forty-two', expected a 64-bit number");
    }

    @Test
    void the_property_goes_before_the_annotation_also_on_a_server() {
        Runs run = Runs.of(reports, Fixtures.Fixed.class, "itocheck.seed", "0x2C", "ci", "true");

        assertThat(run.failures()).isEmpty();
        assertThat(run.output()).contains("Fixed.by_method: PASS seed 0x000000000000002C (");
    }

    @Test
    void a_server_refuses_and_names_both_ways_out() {
        Runs run = Runs.of(reports, Fixtures.Fixed.class, "ci", "");

        assertThat(run.message(BY_CLASS))
                .contains("@FixedSeed(\"0x2A\") of Fixtures.Fixed.by_class is refused here")
                .contains("Remove the annotation, or allow it with -Ditocheck.seeds.fixed=allow");
    }

    @Test
    void a_server_may_be_told_to_allow_it() {
        Runs run = Runs.of(reports, Fixtures.Fixed.class, "ci", "true", "itocheck.seeds.fixed", "allow");

        assertThat(run.failures()).doesNotContainKey(BY_CLASS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "TRUE", "True"})
    void the_environment_variable_makes_a_server(String value) {
        FixedSeed fixed = annotation();

        assertThatIllegalStateException()
                .isThrownBy(() -> seeds(Map.of(), Map.of("CI", value)).choose(Optional.of(fixed), "Here.it_is"))
                .withMessageContaining("of Here.it_is is refused here");
        assertThat(seeds(Map.of("ci", "false"), Map.of("CI", value)).choose(Optional.of(fixed), ""))
                .isEqualTo(new Seed(42));
    }

    @Test
    void elsewhere_it_can_be_refused_too() {
        assertThat(seeds(Map.of(), Map.of()).choose(Optional.of(annotation()), ""))
                .isEqualTo(new Seed(42));
        assertThatIllegalStateException()
                .isThrownBy(() -> seeds(Map.of("itocheck.seeds.fixed", "refuse"), Map.of("CI", "false"))
                        .choose(Optional.of(annotation()), ""));
    }

    @Test
    void without_either_one_fresh_seed_serves_the_whole_run() {
        Seed first = seeds(Map.of(), Map.of("CI", "true")).choose(Optional.empty(), "");

        assertThat(seeds(Map.of(), Map.of()).choose(Optional.empty(), "")).isEqualTo(first);
    }

    private static RootSeed seeds(Map<String, String> properties, Map<String, String> environment) {
        return new RootSeed(key -> Optional.ofNullable(properties.get(key)), environment);
    }

    private static FixedSeed annotation() {
        FixedSeed annotation = Fixtures.Fixed.class.getAnnotation(FixedSeed.class);
        assertThat(annotation).isNotNull();
        return annotation;
    }
}
