package org.itocheck.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.itocheck.random.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
    @Test
    void nothing_set_means_the_defaults() {
        Settings settings = of(Map.of());

        assertThat(settings.seed()).isEmpty();
        assertThat(settings.threads()).isEqualTo(Runtime.getRuntime().availableProcessors());
        assertThat(settings.trajectories()).isEmpty();
        assertThat(settings.reports()).isEqualTo(Path.of("reports"));
        assertThat(settings.fixedSeedsAllowed()).isEmpty();
    }

    @Test
    void values_are_read() {
        Settings settings = of(Map.of(
                "itocheck.seed", "0x5EED",
                "itocheck.threads", " 3 ",
                "itocheck.reports", "target/pages",
                "itocheck.seeds.fixed", "Allow"));

        assertThat(settings.seed()).contains(new Seed(0x5EED));
        assertThat(settings.threads()).isEqualTo(3);
        assertThat(settings.reports()).isEqualTo(Path.of("target", "pages"));
        assertThat(settings.fixedSeedsAllowed()).contains(true);
        assertThat(of(Map.of("itocheck.seeds.fixed", "refuse")).fixedSeedsAllowed())
                .contains(false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"4000000", "4_000_000", "4e6", "4.0E6"})
    void counts_may_be_written_in_any_of_the_usual_ways(String value) {
        assertThat(of(Map.of("itocheck.trajectories", value)).trajectories()).hasValue(4_000_000);
    }

    @ParameterizedTest
    @CsvSource({
        "itocheck.seed, 0xNO, a 64-bit number, 0x00005EED00000001",
        "itocheck.threads, two, a whole number of at least 1, 2",
        "itocheck.threads, 0, a whole number of at least 1, 2",
        "itocheck.threads, 3000000000, a whole number of at least 1, 2",
        "itocheck.trajectories, 1.5, a whole number of at least 1, 4000000",
        "itocheck.trajectories, -4, a whole number of at least 1, 4000000",
        "itocheck.trajectories, 1e400, a whole number of at least 1, 4000000",
        "itocheck.reports, ' ', a folder, reports",
        "itocheck.seeds.fixed, yes, allow or refuse, allow",
    })
    void what_cannot_be_read_is_named_with_a_way_out(String key, String value, String expected, String example) {
        Settings settings = of(Map.of(key, value));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> {
                    settings.seed();
                    settings.threads();
                    settings.trajectories();
                    settings.reports();
                    settings.fixedSeedsAllowed();
                })
                .withMessage(
                        key + " is '" + value + "', expected " + expected + ", for example -D" + key + "=" + example);
    }

    private static Settings of(Map<String, String> properties) {
        return new Settings(key -> Optional.ofNullable(properties.get(key)));
    }
}
