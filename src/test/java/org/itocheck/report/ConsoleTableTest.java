package org.itocheck.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.itocheck.claim.Verdict;
import org.junit.jupiter.api.Test;

class ConsoleTableTest {
    @Test
    void the_whole_text_in_100_columns() {
        assertThat(ConsoleTable.render(Samples.study(), 100, false)).isEqualTo("""
                verdict       claim                           finding                          trajectories  seconds
                PASS          weak order of SVAG on C2 is 1   2 e(2l) - e(l) of |x|^2 is +...     1 600 000     31.4
                FAIL          limit of BrokenSvag on orns...  |x|^2 is off by -0.0493 \u00B1 0....     1 600 000     22.0
                INCONCLUSIVE  limit of Adam on D1 is its SDE  x[0]^2 at l = 8 is +0.0002 \u00B1...     1 600 000     18.9
                PASS          one-step moments of SVAG on...  the largest of 8 differences...             0      0.0
                PASS          loss of VGG with BN is scal...  the largest of 64 relative d...             0      9.3

                svag on ornstein-uhlenbeck: FAIL, 3 of 5 claims passed, 1 failed, 1 inconclusive; 4 800 000 trajectories \
                in 83.2 s; seed 0x00005EED00000001
                """);
    }

    @Test
    void a_wide_terminal_cuts_nothing() {
        assertThat(ConsoleTable.render(Samples.study(), 250, false)).doesNotContain("...");
    }

    @Test
    void lines_are_as_wide_as_the_terminal_at_most() {
        for (int width : new int[] {72, 80, 100, 133}) {
            assertThat(ConsoleTable.render(Samples.study(), width, false)
                            .lines()
                            .limit(6))
                    .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(width));
        }
        assertThat(ConsoleTable.render(Samples.study(), 10, false))
                .isEqualTo(ConsoleTable.render(Samples.study(), 72, false));
    }

    @Test
    void colour_comes_only_when_asked_for() {
        assertThat(ConsoleTable.render(Samples.study(), 100, false)).doesNotContain("\u001B");
        String coloured = ConsoleTable.render(Samples.study(), 100, true);
        assertThat(coloured)
                .contains("\u001B[31mFAIL\u001B[0m ", "\u001B[32mPASS\u001B[0m ", "\u001B[33mINCONCLUSIVE\u001B[0m ");
        assertThat(coloured.replaceAll("\u001B\\[\\d+m", ""))
                .isEqualTo(ConsoleTable.render(Samples.study(), 100, false));
    }

    @Test
    void names_cannot_send_escapes_to_the_terminal() {
        var outcome =
                Samples.outcome("c", "It\u00F4 \u001B[2J\n\u8FF7", Verdict.PASS, "", "", "", List.of(), List.of(), 1);
        var study = new StudyResult("s", List.of(outcome), Samples.SEED, "", Environment.current(1), 1);
        assertThat(ConsoleTable.render(study, 80, false)).contains("Ito ?[2J??");
    }
}
