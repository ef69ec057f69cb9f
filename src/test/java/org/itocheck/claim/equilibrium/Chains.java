package org.itocheck.claim.equilibrium;

import java.util.ArrayList;
import java.util.List;
import org.itocheck.dynamics.Family;
import org.itocheck.dynamics.Problem;
import org.itocheck.dynamics.Problems;
import org.itocheck.objective.catalogue.SphereLoss;
import org.itocheck.random.Seed;
import org.itocheck.truth.EquilibriumMoments;
import org.itocheck.verify.Verifier;

/** What the tests of this package share: chains on E1, E2 and E5 with their known equilibria. */
final class Chains {
    static final Seed SEED = new Seed(0x5EED_0000_0006L);
    static final Problem E1 = Problems.named("E1");
    static final Problem E2 = Problems.named("E2");
    static final Problem E5 = Problems.named("E5");

    private Chains() {}

    /** The default error rates and so many chains a start. */
    static Verifier budget(long chains) {
        return new Verifier(SEED, Verifier.DEFAULT_FALSE_FAIL_RATE, Verifier.DEFAULT_FALSE_PASS_RATE, chains, 2);
    }

    /** A family on E1 that ought to have the R, G and N of SVAG(l). */
    static List<StationaryProcess> onE1(Family family, int... levels) {
        List<StationaryProcess> processes = new ArrayList<>();
        for (int level : levels) {
            processes.add(EquilibriumChains.of(family, E1, level)
                    .expecting(GoldenEquilibria.svag(level).moments()));
        }
        return processes;
    }

    /** E1 with eta s^2 = 0.4 at another learning rate. */
    static Problem e1(double learningRate) {
        SphereLoss loss = SphereLoss.towardsFirstAxis("E1", 3, 1, Math.sqrt(GoldenEquilibria.SCALE / learningRate));
        return new Problem("E1", loss, new double[] {0, 1.5, 0}, learningRate, GoldenEquilibria.DECAY, 8);
    }

    /** R, G, N of SVAG(1), (2) and (4) on E2 and E5: THEORY 3.E, to 7e-7 and 5e-6. */
    static EquilibriumMoments e2(int level) {
        return switch (level) {
            case 1 -> new EquilibriumMoments(1.650392, 0.048680, 0.607351);
            case 2 -> new EquilibriumMoments(1.615474, 0.048298, 0.620021);
            default -> new EquilibriumMoments(1.598451, 0.048121, 0.626351);
        };
    }

    static EquilibriumMoments e5(int level) {
        return switch (level) {
            case 1 -> new EquilibriumMoments(1.711041, 0.093488, 0.586651);
            case 2 -> new EquilibriumMoments(1.644339, 0.092506, 0.609427);
            default -> new EquilibriumMoments(1.612521, 0.092044, 0.620990);
        };
    }
}
