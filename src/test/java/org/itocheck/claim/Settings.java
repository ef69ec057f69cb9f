package org.itocheck.claim;

import java.util.List;
import org.itocheck.dynamics.Family;
import org.itocheck.dynamics.Problem;
import org.itocheck.dynamics.Problems;
import org.itocheck.observable.Observable;
import org.itocheck.random.NoiseLaw;
import org.itocheck.random.Seed;
import org.itocheck.verify.Verifier;

/** What the tests of this package share. */
final class Settings {
    static final Seed SEED = new Seed(0x5EED_0000_0002L);
    static final Problem C2 = Problems.named("C2");
    static final Problem GAUSSIAN = Problems.a1(NoiseLaw.GAUSSIAN);
    static final Problem SKEWED = Problems.a1(NoiseLaw.EXPONENTIAL);

    private Settings() {}

    /** At the last SGD step. */
    static Setting last(Family family, Problem problem, List<Integer> levels, Observable... observables) {
        return new Setting(family, problem, levels, List.of(observables), List.of(problem.steps()));
    }

    /** The default error rates and the given number of trajectories a level. */
    static Verifier budget(long trajectories) {
        return new Verifier(SEED, Verifier.DEFAULT_FALSE_FAIL_RATE, Verifier.DEFAULT_FALSE_PASS_RATE, trajectories, 2);
    }

    /** SVAG with c = sqrt(l): a wrong limit. */
    static Family rootOfLevel(Problem problem) {
        return Family.of("c = sqrt(l)", problem.learningRate(), level -> (x, context) -> {
            double c = Math.sqrt(level);
            double[] g1 = context.sampleGradient(x);
            double[] g2 = context.sampleGradient(x);
            for (int i = 0; i < x.length; i++) {
                x[i] -= context.learningRate() * ((1 + c) / 2 * g1[i] + (1 - c) / 2 * g2[i]);
            }
        });
    }
}
