package org.itocheck.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.itocheck.assertion.ItoCheckAssertions.assertThat;
import static org.itocheck.assertion.ItoCheckAssertions.within;

import org.itocheck.dynamics.Family;
import org.itocheck.dynamics.Problem;
import org.itocheck.dynamics.Problems;
import org.itocheck.dynamics.sde.ItoSde;
import org.itocheck.observable.Observable;
import org.itocheck.random.NoiseLaw;
import org.itocheck.random.Seed;
import org.itocheck.verify.Verifier;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;

/**
 * Sample 6: from a red test back to its numbers.
 * <p>Every run has a root seed. It is printed for every verified test, stands in the first line of a failure and in the top frame of its
 * stack trace ({@code at org.itocheck.Seed.seed(0x...)}), and the message ends with the command that runs it again:
 * <pre>
 * mvn test -Dtest='SvagTest#broken_svag' -Ditocheck.seed=0x00005EED00000001
 * </pre>
 * <p>Everything random follows from that seed and from the name of the test: not from the clock, the threads, or the tests that ran before.
 * So the command gives the same message to the last digit, here and on another machine. While you debug, {@code @FixedSeed("0x5EED00000001")}
 * on the method saves typing it; a continuous integration server refuses that annotation, so it cannot be forgotten.
 * <p>This sample does by hand what the command does: two verifiers from one seed, two identical failures; another number of threads changes
 * nothing but its mention.
 */
class Sample06_ReproduceTest {
    private final Problem problem = Problems.a1(NoiseLaw.RADEMACHER);

    /** SGD with a bug: it forgets to scale its step with the level, so it does not tend to the SDE. */
    private final Family broken = Family.of("ForgetfulSgd", problem.learningRate(), level -> (x, context) -> {
        double[] g = context.sampleGradient(x);
        x[0] -= context.learningRate() * context.level() * g[0];
    });

    @Test
    void one_seed_is_one_message() {
        Seed seed = Seed.parse("0x00005EED00000001");

        String first = failure(new Verifier(seed, 1e-6, 1e-3, 100_000, 1));
        String again = failure(new Verifier(seed, 1e-6, 1e-3, 100_000, 1));
        String parallel = failure(new Verifier(seed, 1e-6, 1e-3, 100_000, 2));

        assertThat(first)
                .startsWith("limit of ForgetfulSgd on A1/rademacher is its SDE: FAIL, x[0]^2 is off by ")
                .contains("[seed 0x00005EED00000001]");
        assertThat(again).isEqualTo(first);
        assertThat(numbers(parallel)).isEqualTo(numbers(first));
    }

    private String failure(Verifier verifier) {
        return catchThrowableOfType(
                        AssertionFailedError.class,
                        () -> assertThat(broken)
                                .using(verifier)
                                .on(problem)
                                .observing(Observable.power(0, 2))
                                .atLevels(1, 2, 4)
                                .atCheckpoints(4)
                                .hasLimit(ItoSde.of(problem), within(0.01)))
                .getMessage();
    }

    /** All of a message but its last two lines, which name the threads. */
    private static String numbers(String message) {
        return message.substring(0, message.indexOf("  reproduce"));
    }
}
