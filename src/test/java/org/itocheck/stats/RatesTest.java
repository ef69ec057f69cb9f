package org.itocheck.stats;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** The judge of all simulations here must be able to condemn. */
class RatesTest {
    @Test
    void a_rate_three_times_too_large_is_caught() {
        Rates.assertAtMost(64, 1000, 0.05);
        assertThatThrownBy(() -> Rates.assertAtMost(150, 1000, 0.05)).isInstanceOf(AssertionError.class);
    }

    @Test
    void a_rate_that_is_too_small_is_caught() {
        Rates.assertAtLeast(935, 1000, 0.95);
        assertThatThrownBy(() -> Rates.assertAtLeast(850, 1000, 0.95)).isInstanceOf(AssertionError.class);
    }

    @Test
    void a_rate_at_the_bound_proves_nothing() {
        Rates.assertProvenAbove(150, 1000, 0.05);
        assertThatThrownBy(() -> Rates.assertProvenAbove(60, 1000, 0.05)).isInstanceOf(AssertionError.class);
    }
}
