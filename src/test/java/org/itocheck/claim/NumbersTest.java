package org.itocheck.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NumbersTest {
    private final Locale before = Locale.getDefault();

    @BeforeEach
    void a_locale_with_a_decimal_comma() {
        Locale.setDefault(Locale.GERMANY);
    }

    @AfterEach
    void the_locale_of_before() {
        Locale.setDefault(before);
    }

    @Test
    void plain_numbers_have_six_digits_and_no_trailing_zeros() {
        assertThat(Numbers.plain(2)).isEqualTo("2");
        assertThat(Numbers.plain(-0.0)).isEqualTo("0");
        assertThat(Numbers.plain(0.25)).isEqualTo("0.25");
        assertThat(Numbers.plain(0.116484075)).isEqualTo("0.116484");
        assertThat(Numbers.plain(-20.0000001)).isEqualTo("-20");
        assertThat(Numbers.plain(123456.7)).isEqualTo("123457");
        assertThat(Numbers.plain(1e6)).isEqualTo("1e6");
        assertThat(Numbers.plain(1.5e-7)).isEqualTo("1.5e-7");
        assertThat(Numbers.plain(-2e100)).isEqualTo("-2e100");
        assertThat(Numbers.plain(Double.NaN)).isEqualTo("NaN");
        assertThat(Numbers.plain(Double.NEGATIVE_INFINITY)).isEqualTo("-Infinity");
    }

    @Test
    void brief_numbers_have_three_digits() {
        assertThat(Numbers.brief(0.0123456)).isEqualTo("0.0123");
        assertThat(Numbers.brief(1e-6)).isEqualTo("1e-6");
        assertThat(Numbers.brief(98765)).isEqualTo("98800");
    }

    @Test
    void counts_are_grouped_or_rounded() {
        assertThat(Numbers.count(400_000)).isEqualTo("400 000");
        assertThat(Numbers.count(999)).isEqualTo("999");
        assertThat(Numbers.roughly(99_999)).isEqualTo("99999");
        assertThat(Numbers.roughly(152_345_678)).isEqualTo("1.5e8");
    }

    @Test
    void a_value_has_the_decimals_of_its_half_width() {
        assertThat(Numbers.plusMinus(-0.0493171, 0.0018)).isEqualTo("-0.0493 ± 0.0018");
        assertThat(Numbers.plusMinus(1234.56, 12)).isEqualTo("1235 ± 12");
        assertThat(Numbers.plusMinus(0.5, 0)).isEqualTo("0.5000 ± 0.0000");
        assertThat(Numbers.plusMinus(2e-11, 1.5e-12)).isEqualTo("2.00e-11 ± 1.5e-12");
        assertThat(Numbers.plusMinus(3.21e9, 2e7)).isEqualTo("3.21e+09 ± 2.0e+07");
        assertThat(Numbers.like(0.01, 0.0018)).isEqualTo("0.0100");
        assertThat(Numbers.like(0.01, 1e-12)).isEqualTo("1.0e-02");
    }

    @Test
    void decimals_end_at_nine_and_whole_numbers_at_a_million() {
        assertThat(Numbers.plusMinus(2e-8, 1e-8)).isEqualTo("0.000000020 ± 0.000000010");
        assertThat(Numbers.like(2e-8, 1e-8)).isEqualTo("0.000000020");
        assertThat(Numbers.like(1234.56, 12)).isEqualTo("1235");
        assertThat(Numbers.plusMinus(1234567.8, 999_999)).isEqualTo("1234568 ± 999999");
        assertThat(Numbers.plusMinus(1234567.8, 1e6)).isEqualTo("1.23e+06 ± 1.0e+06");
    }

    @Test
    void shares_are_in_percent() {
        assertThat(Numbers.percent(0.02)).isEqualTo("2 %");
        assertThat(Numbers.percent(0.0123)).isEqualTo("1.2 %");
    }
}
