package org.itocheck.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SeedTest {
    @ParameterizedTest
    @CsvSource({
        "42, 0x000000000000002A",
        "-1, 0xFFFFFFFFFFFFFFFF",
        "0x5EED_0000_0001, 0x00005EED00000001",
        "' 0XfF ', 0x00000000000000FF"
    })
    void reads_decimal_and_hexadecimal(String text, String printed) {
        assertThat(Seed.parse(text)).hasToString(printed);
        assertThat(Seed.parse(printed)).isEqualTo(Seed.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "seed", "0x", "0x10000000000000000", "9223372036854775808", "1.5"})
    void refuses_what_is_no_number(String text) {
        assertThatThrownBy(() -> Seed.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("seed is '" + text + "', expected a 64-bit number such as 42 or 0x00005EED00000001");
    }

    @Test
    void purposes_give_different_seeds() {
        Set<Seed> seeds = new HashSet<>();
        for (long root = 0; root < 50; root++) {
            for (String purpose :
                    new String[] {"", "a", "b", "ab", "ba", "a\0", "\0a", "pilot", "pilot 1", "pilot 2"}) {
                assertThat(seeds.add(new Seed(root).forPurpose(purpose))).isTrue();
            }
        }
        assertThat(new Seed(1).forPurpose("a")).isEqualTo(new Seed(1).forPurpose("a"));
    }
}
