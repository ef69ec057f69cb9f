package org.itocheck.claim.scale;

import java.util.Optional;
import org.itocheck.claim.Numbers;
import org.itocheck.dynamics.Problem;
import org.itocheck.random.Seed;

/** What every statement about norms assumes: mini-batch gradients are orthogonal to x. */
final class ScaleHypothesis {
    private ScaleHypothesis() {}

    /** The reason why this problem's loss is not scale invariant at its start; empty where it is. */
    static Optional<String> violatedBy(Problem problem, Seed seed) {
        double[] x = problem.start();
        Block whole = Block.whole(problem.objective());
        if (whole.norm(x) == 0) {
            return Optional.of(
                    "the start of " + problem.name() + " is 0, where no scale-invariant loss has a gradient");
        }
        double[][] g = new BatchGradients(problem.objective(), seed, ScaleInvariance.BATCHES).at(x);
        double radial = BatchGradients.radial(whole, x, g);
        return Math.abs(radial) <= ScaleInvariance.ROUNDING
                ? Optional.empty()
                : Optional.of(problem.objective().name() + " is not scale invariant: <x, g> is "
                        + Numbers.brief(Math.abs(radial)) + " of |x| |g| at the start");
    }
}
