package org.itocheck.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.itocheck.stats.Moments;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PeerProblemTest {
    /** E x^2 = a^2K + h (1 - a^2K) / (1 - a^2) with a = 1 - h. */
    @Test
    void the_first_reference_is_its_closed_form() {
        double square = 0.99 * 0.99;
        double power = StrictMath.pow(square, PeerProblem.STEPS);
        assertThat(PeerProblem.P1.reference().mean())
                .isCloseTo(power + 0.01 * (1 - power) / (1 - square), within(1e-13));
    }

    /** The README of the peers' programs has these digits. */
    @Test
    void the_others_are_those_of_the_peers() {
        assertThat(PeerProblem.P2.reference().mean()).isCloseTo(0.387724, within(5e-7));
        assertThat(PeerProblem.P3.reference().mean()).isCloseTo(1.753779, within(5e-7));
        assertThat(PeerProblem.P4.reference().mean()).isCloseTo(1.46, within(5e-5));
        assertThat(PeerProblem.P3.reference().standardError()).isZero();
        assertThat(PeerProblem.P4.reference().standardError()).isPositive();
    }

    /** One fixed seed; 6 standard errors are passed by chance once in 5e8. */
    @ParameterizedTest
    @EnumSource
    void the_engine_finds_them(PeerProblem problem) {
        Moments moments = Timing.of(problem.ensemble(1 << 13), 1).moments();

        assertThat(problem.reference().deviations(moments.mean(), moments.standardError()))
                .isBetween(-6.0, 6.0);
        assertThat(problem.name()).isEqualTo("P" + problem.number());
    }
}
