package org.itocheck.samples;

import java.io.PrintStream;
import java.util.List;
import org.itocheck.claim.Claim;
import org.itocheck.claim.ExactMean;
import org.itocheck.claim.LimitBias;
import org.itocheck.claim.Outcome;
import org.itocheck.claim.Setting;
import org.itocheck.claim.Tolerance;
import org.itocheck.dynamics.Problem;
import org.itocheck.dynamics.Problems;
import org.itocheck.dynamics.optimizer.Svag;
import org.itocheck.dynamics.sde.ItoSde;
import org.itocheck.observable.Observable;
import org.itocheck.random.NoiseLaw;
import org.itocheck.random.Seed;
import org.itocheck.verify.Verifier;

/**
 * Sample 5: without JUnit.
 * <p>Assertions are thin. Below them a {@link Claim} is a value, a {@link Verifier} turns claims into an {@link Outcome} each, and an
 * outcome is a value again: verdict, numbers, error rates, seed. Nothing here prints or throws by itself.
 * <p>Claims verified in one list share the error rate of the verifier, so the whole list fails falsely with probability 1e-6 at most,
 * however long it is.
 */
final class Sample05_WithoutJUnit {
    private Sample05_WithoutJUnit() {}

    /** Ends with 0 if every claim passed. */
    public static void main(String[] arguments) {
        System.exit(run(System.out));
    }

    static int run(PrintStream out) {
        Problem problem = Problems.a1(NoiseLaw.EXPONENTIAL);
        Setting setting = Setting.of(
                Svag.family(problem),
                problem,
                List.of(1, 2, 4),
                List.of(Observable.coordinate(0), Observable.cosine(0)));
        Verifier verifier = new Verifier(Seed.parse("0x5EED00000001"), 1e-6, 1e-3, 4_000_000, 2);

        List<Outcome> outcomes = verifier.verify(
                List.of(new ExactMean(setting), new LimitBias(setting, ItoSde.of(problem), Tolerance.within(0.05))));

        outcomes.forEach(outcome -> out.println(verifier.explain(outcome) + "\n"));
        return outcomes.stream().allMatch(Outcome::passed) ? 0 : 1;
    }
}
