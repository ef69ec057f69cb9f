package org.itocheck.claim.equilibrium;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.itocheck.claim.Claim;
import org.itocheck.claim.Outcome;
import org.itocheck.claim.Verdict;
import org.itocheck.claim.equilibrium.CurvatureBound.Theorem;
import org.itocheck.dynamics.sde.ItoSde;
import org.itocheck.dynamics.sde.SecondOrderSde;
import org.junit.jupiter.api.Test;

/** (31) and Theorem D.3 on E1 at eta = 1, where R' = 2.981, G' = 0.0370, N' = 0.2685; measured by its scheme at l = 8. */
class SecondOrderEquilibriumTest {
    private static final EquilibriumChains SECOND =
            EquilibriumChains.of(SecondOrderSde.of(Chains.E1).scheme(), Chains.E1, 8);

    @Test
    void the_second_order_sde_keeps_its_own_balance() {
        EquilibriumChains known =
                SECOND.expecting(GoldenEquilibria.secondOrderSde("1.0").moments());
        Outcome outcome = verify(new Equilibrium(List.of(known), BalanceLaw.SECOND_ORDER_SDE, 0.1));

        assertThat(outcome.verdict()).as(outcome.headline()).isEqualTo(Verdict.PASS);
        assertThat(outcome.cells()).hasSize(4);
    }

    @Test
    void it_does_not_keep_the_balance_of_the_ito_sde() {
        Outcome outcome = verify(new Equilibrium(List.of(SECOND), BalanceLaw.SDE, 0.05));

        assertThat(outcome.verdict()).as(outcome.headline()).isEqualTo(Verdict.FAIL);
    }

    @Test
    void it_obeys_theorem_d_3() {
        KnownEquilibrium ito = KnownEquilibrium.of(ItoSde.of(Chains.E1));
        Outcome outcome = verify(new CurvatureBound(SECOND, ito, Theorem.SECOND_ORDER_SDE, 0.02));

        assertThat(outcome.verdict()).as(outcome.headline()).isEqualTo(Verdict.PASS);
        assertThat(outcome.statement())
                .isEqualTo("equilibria of " + SECOND.name() + " and its SDE on E1 obey Theorem D.3");
    }

    private static Outcome verify(Claim claim) {
        return Chains.budget(1 << 20).verify(claim);
    }
}
