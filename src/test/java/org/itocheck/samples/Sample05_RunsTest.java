package org.itocheck.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Keeps {@link Sample05_WithoutJUnit} running: it has a main method, which no build calls. */
class Sample05_RunsTest {
    @Test
    void all_its_claims_pass() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        int exit = Sample05_WithoutJUnit.run(new PrintStream(bytes, true, StandardCharsets.UTF_8));

        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .contains("means of SVAG on A1/exp1 are exact: PASS")
                .contains("limit of SVAG on A1/exp1 is its SDE: PASS");
        assertThat(exit).isZero();
    }
}
