package org.itocheck.benchmark.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeerProgramTest {
    @TempDir
    Path folder;

    @Test
    void lines_of_C_plus_plus_are_read() {
        List<Sample> samples = peer("C++ ns/trajectory-step (CPU time, 1 thread)\\n"
                        + "P2 quad SVAG simd G=4        median   30.784  min   30.683   E=0.38735 +- 0.00065\\n"
                        + "P2 quad SVAG aos             median  109.305  min  109.076   E=0.38721 +- 0.00066\\n"
                        + "P3 LS SVAG   aos             median   49.759  min   49.387   E=1.75301 +- 0.00189")
                .measure(2);

        assertThat(samples).extracting(Sample::implementation).containsExactly("X simd (test)", "X aos (test)");
        assertThat(samples).extracting(Sample::variant).containsExactly("quad SVAG simd G=4", "quad SVAG aos");
        assertThat(samples).extracting(Sample::nanos).containsExactly(30.784, 109.305);
        assertThat(samples).extracting(Sample::mean).containsExactly(0.38735, 0.38721);
        assertThat(samples.get(0).standardError()).isCloseTo(Math.hypot(0.00065, 0.000005), within(1e-15));
    }

    @Test
    void lines_of_NumPy_are_read_with_their_best_block() {
        List<Sample> samples = peer("NumPy 1.24.2 ns/trajectory-step (CPU time, 1 thread, SFC64)\\n"
                        + "P3 LS SVAG einsum   best   217.89 at block 16384   all 314.8 248.1 224.3 217.9   E=1.7569")
                .measure(3);

        assertThat(samples)
                .containsExactly(new Sample("X (test)", "LS SVAG einsum at block 16384", 217.89, 1.7569, Double.NaN));
    }

    @Test
    void a_peer_that_fails_says_which_command_to_run_by_hand() {
        PeerProgram failing = new PeerProgram("X", "test", List.of("sh", "-c", "echo 'no licence'; exit 3", "peer"));

        assertThatThrownBy(() -> failing.measure(1))
                .isInstanceOf(PeerException.class)
                .hasMessage(
                        "X (test) measured nothing: 'sh -c echo 'no licence'; exit 3 peer 1' ended with exit code 3,"
                                + " its last line is 'no licence'; run that command by hand, or leave --peers out");
        assertThatThrownBy(() -> peer("hello").measure(1))
                .hasMessageContaining("ended with exit code 0, its last line is 'hello'");
        assertThatThrownBy(() -> new PeerProgram("X", "", List.of("/no/such/program")).measure(1))
                .hasMessageContaining("ended with exit code 127");
    }

    @Test
    void a_folder_without_the_programs_is_refused() throws IOException {
        Files.writeString(folder.resolve("bench.cpp"), "");

        assertThatThrownBy(() -> Peers.in(folder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "--peers is '" + folder + "', which has no bench_numpy.py; expected the folder of the peers'"
                                + " programs, with bench.cpp and bench_numpy.py");
    }

    /** Whatever is installed here: no program is lost without a word, and nothing is written into the folder. */
    @Test
    void what_cannot_run_here_is_named() throws IOException {
        Files.writeString(folder.resolve("bench.cpp"), "this is no C++");
        Files.writeString(folder.resolve("bench_numpy.py"), "raise SystemExit(1)");

        try (Peers peers = Peers.in(folder)) {
            assertThat(peers.programs()).noneMatch(program -> program.name().equals("C++"));
            assertThat(peers.notes().get(0)).startsWith("peers run on one thread, ");
            assertThat(peers.notes()).anyMatch(note -> note.startsWith("C++ with g++ is skipped: "));
            assertThat(peers.notes()).anyMatch(note -> note.startsWith("C++ with clang++ is skipped: "));
            assertThat(peers.programs().stream().anyMatch(p -> p.name().equals("NumPy")))
                    .isNotEqualTo(peers.notes().stream().anyMatch(note -> note.startsWith("NumPy is skipped: ")));
        }
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(2);
        }
    }

    private static PeerProgram peer(String lines) {
        return new PeerProgram("X", "test", List.of("sh", "-c", "printf '" + lines + "\\n'", "peer"));
    }
}
