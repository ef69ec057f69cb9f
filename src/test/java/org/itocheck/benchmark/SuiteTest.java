package org.itocheck.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Slow because of the exact means of D3 and E4, which do not care how few trajectories there are. */
@Tag("slow")
class SuiteTest {
    private static final long TRAJECTORIES = 1 << 12;

    @Test
    void the_suite_tests_eleven_problems_at_four_levels_and_finds_no_mean_wrong() {
        List<String> said = new ArrayList<>();

        SuiteResult result = new Suite(TRAJECTORIES, 2).run(false, said::add);

        assertThat(result.sound()).isTrue();
        assertThat(result.problems()).hasSize(11).allSatisfy(row -> {
            assertThat(row.means()).isPositive();
            assertThat(row.trajectories()).isGreaterThanOrEqualTo(4 * TRAJECTORIES);
            assertThat(row.simulationSeconds()).isLessThanOrEqualTo(row.wallSeconds());
            assertThat(row.cpuSeconds()).isPositive();
        });
        assertThat(result.problems()).extracting(SuiteResult.Row::steps).allMatch(steps -> steps >= 23L * TRAJECTORIES);
        assertThat(said).startsWith("suite, 2 threads: A1/skew2pt").endsWith("suite, 2 threads: A1/poisson1");
    }
}
