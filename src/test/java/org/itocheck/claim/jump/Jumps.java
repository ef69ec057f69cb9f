package org.itocheck.claim.jump;

import java.util.List;
import org.itocheck.claim.Setting;
import org.itocheck.dynamics.Family;
import org.itocheck.dynamics.Problem;
import org.itocheck.observable.Observable;
import org.itocheck.random.Seed;
import org.itocheck.verify.Verifier;

/** What the tests of this package share. */
final class Jumps {
    private static final Seed SEED = new Seed(0x5EED_0000_0002L);

    private Jumps() {}

    static Verifier budget(long trajectories) {
        return new Verifier(SEED, Verifier.DEFAULT_FALSE_FAIL_RATE, Verifier.DEFAULT_FALSE_PASS_RATE, trajectories, 2);
    }

    /** x, x^2 and x^3 after the last SGD step. */
    static Setting last(Family family, Problem problem, List<Integer> levels) {
        List<Observable> powers = List.of(Observable.coordinate(0), Observable.power(0, 2), Observable.power(0, 3));
        return new Setting(family, problem, levels, powers, List.of(problem.steps()));
    }
}
