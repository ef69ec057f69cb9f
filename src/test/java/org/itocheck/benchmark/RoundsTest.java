package org.itocheck.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.itocheck.benchmark.peer.PeerProgram;
import org.junit.jupiter.api.Test;

class RoundsTest {
    private static final long FEW = 1 << 12;

    @Test
    void in_each_round_the_fastest_variant_counts_and_is_compared_with_the_same_round() {
        ProblemResult result = measured(peer("P1 OU simd G=4  median  900  min 1 E=0.56917 +- 0.001\\n"
                + "P1 OU simd G=8  median  800  min 1 E=0.56917 +- 0.001\\n"
                + "P1 OU aos  median  1000  min 1 E=0.56917 +- 0.001"));

        assertThat(result.sound()).isTrue();
        assertThat(result.implementations())
                .extracting(ImplementationResult::name, i -> i.nanos().median())
                .contains(tuple("C++ simd (test)", 800.0))
                .contains(tuple("C++ aos (test)", 1000.0));
        ImplementationResult own = result.implementations().get(0);
        ImplementationResult simd = result.implementations().get(1);
        assertThat(own.name()).isEqualTo("ItoCheck");
        assertThat(own.overItoCheck()).isEqualTo(new Spread(1, 1, 1));
        assertThat(simd.variant()).isEqualTo("OU simd G=8");
        assertThat(simd.overItoCheck().least()).isCloseTo(800 / own.nanos().most(), within(1e-9));
        assertThat(simd.overItoCheck().most()).isCloseTo(800 / own.nanos().least(), within(1e-9));
    }

    @Test
    void a_peer_that_computes_something_else_is_not_sound() {
        assertThat(measured(peer("P1 OU  median  3  min 1 E=0.66000 +- 0.001")).sound())
                .isFalse();
        assertThat(measured(peer("P1 OU best 3 at block 256 all 3  E=0.6600")).sound())
                .as("without a standard error it has that of 16384 trajectories")
                .isFalse();
        assertThat(measured(peer("P1 OU best 3 at block 256 all 3  E=0.5800")).sound())
                .isTrue();
    }

    @Test
    void an_engine_in_its_steady_state_allocates_next_to_nothing() {
        ProblemResult alone = measured();

        assertThat(alone.bytesPerStep()).isBetween(0.0, 0.05);
        assertThat(alone.trajectoriesPerSecond()).isPositive();
    }

    @Test
    void a_spread_has_the_middle_and_both_ends() {
        assertThat(Spread.of(3, 1, 2)).isEqualTo(new Spread(2, 1, 3));
        assertThat(Spread.of(4, 1, 2, 3)).isEqualTo(new Spread(2.5, 1, 4));
        assertThatThrownBy(Spread::of)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("numbers is empty, expected the numbers of at least one round");
    }

    private static ProblemResult measured(PeerProgram... peers) {
        Rounds rounds = new Rounds(PeerProblem.P1, FEW, 2, List.of(peers));
        rounds.next();
        rounds.next();
        return rounds.result();
    }

    private static PeerProgram peer(String lines) {
        return new PeerProgram("C++", "test", List.of("sh", "-c", "printf '" + lines + "\\n'", "peer"));
    }
}
