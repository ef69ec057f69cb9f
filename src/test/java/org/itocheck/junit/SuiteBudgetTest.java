package org.itocheck.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.itocheck.verify.Verifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

@ResourceLock(Resources.SYSTEM_OUT)
class SuiteBudgetTest {
    @TempDir
    private Path reports;

    @Test
    void tests_of_every_kind_count_once_a_method() {
        assertThat(SuiteBudget.count(Fixtures.Plain.class)).isEqualTo(7);
        assertThat(SuiteBudget.count(Fixtures.Templates.class)).isEqualTo(3);
    }

    @Test
    void inherited_and_nested_tests_count_unless_they_have_rates_of_their_own() {
        assertThat(SuiteBudget.count(Fixtures.Outer.class)).isEqualTo(3);
        assertThat(SuiteBudget.of(Fixtures.Outer.class, List.of()).falseFailRate())
                .isCloseTo(1e-3 / 3, within(1e-18));
        assertThat(SuiteBudget.of(Fixtures.Outer.Rich.class, List.of()).falseFailRate())
                .isEqualTo(1e-2);
        assertThat(SuiteBudget.of(Fixtures.Outer.class, List.of()).falsePassRate())
                .isEqualTo(Verifier.DEFAULT_FALSE_PASS_RATE);
    }

    @Test
    void invocations_share_the_rate_of_their_method_however_many_come() {
        double method = SuiteBudget.of(Fixtures.Templates.class, List.of()).falseFailRate();
        double sum = 0;
        for (int i = 1; i <= 5_000; i++) {
            sum += SuiteBudget.of(Fixtures.Templates.class, List.of(i)).falseFailRate();
        }

        assertThat(sum).isBetween(0.999 * method, method);
        assertThat(SuiteBudget.of(Fixtures.Templates.class, List.of(2, 3)).falseFailRate())
                .isCloseTo(method / 6 / 12, within(1e-20));
    }

    @Test
    void the_message_states_the_share_of_its_claim() {
        // 1e-3 of the class, 1/3 of it for the method, 1/2 of that for its first claim.
        Runs run = Runs.of(reports, Fixtures.Outer.class, "itocheck.seed", "1");

        assertThat(run.message("fails(org.itocheck.verify.Verifier)"))
                .contains("  power      false alarm < 0.000167 over all ");
        assertThat(run.output()).contains("[itocheck] Fixtures.Outer.Inner.fails: FAIL seed 0x0000000000000001 (");
    }
}
