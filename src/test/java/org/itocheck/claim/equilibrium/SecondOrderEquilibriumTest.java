package org.itocheck.claim.equilibrium;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.itocheck.claim.Outcome;
import org.itocheck.claim.Verdict;
import org.itocheck.dynamics.Problem;
import org.itocheck.dynamics.sde.SecondOrderSde;
import org.junit.jupiter.api.Test;

/** (31) and Theorem D.3 with the second-order SDE of E2 measured by its scheme, at l = 8. */
class SecondOrderEquilibriumTest {
    private static final Problem E2 = Chains.E2;

    /** R' = 1.6301, G' = 0.04247, N' = 0.61363 in the limit (THEORY 3.E). */
    @Test
    void the_second_order_sde_keeps_its_own_balance_and_not_that_of_the_first() {
        EquilibriumChains second = EquilibriumChains.of(SecondOrderSde.of(E2).scheme(), E2, 8);
        Outcome own = verify(new Equilibrium(List.of(second), BalanceLaw.SECOND_ORDER_SDE, 0.05));
        System.out.println(own.headline() + " " + own.cells() + own.setting() + own.seconds());
        assertThat(own.verdict()).as(own.headline()).isEqualTo(Verdict.PASS);

        Outcome other = verify(new Equilibrium(List.of(second), BalanceLaw.SDE, 0.05));
        System.out.println(other.headline() + " " + other.cells());
        assertThat(other.verdict()).as(other.headline()).isEqualTo(Verdict.FAIL);
    }

    private static Outcome verify(Equilibrium claim) {
        return Chains.budget(1 << 20).verify(claim);
    }
}
