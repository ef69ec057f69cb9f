package org.itocheck.claim.equilibrium;

import java.util.Optional;
import org.itocheck.claim.Laboratory;
import org.itocheck.dynamics.Checks;
import org.itocheck.dynamics.Family;
import org.itocheck.dynamics.Problem;
import org.itocheck.truth.Equilibria;
import org.itocheck.truth.EquilibriumMoments;

/**
 * An equilibrium that is measured: many independent chains, each looked at once, after a burn-in (THEORY 5.9). Half of them start at R/4 and
 * half at 4 R, in another direction; R, G and N of the two halves must agree, or nothing is concluded. G and N come from the full gradient
 * and from tr S(x) where the loss knows them, else from the products of two fresh mini-batch gradients; never from one gradient squared, which
 * is G + N.
 * <p>Where a step is expensive, as on a network, fewer chains are {@linkplain #averagedOver averaged over} many looks each.
 *
 * @param family what moves; of the learning rate of the problem
 * @param problem the loss, the start, whose direction is used, and the weight decay; its number of steps plays no part
 * @param level l
 * @param burnIn SGD steps before a chain is looked at; 0 plans it from the relaxation rate 4 lambda, and doubles it if that was too short
 * @param looks how often a chain is looked at, at least 1: after the burn-in, and after each SGD step that follows
 * @param given R, G and N where they are known and the library does not know them
 */
public record EquilibriumChains(
        Family family, Problem problem, int level, int burnIn, int looks, Optional<EquilibriumMoments> given)
        implements StationaryProcess {
    /** Two doublings and the steps of a level are still far from what an int holds. */
    static final int LONGEST_BURN_IN = Integer.MAX_VALUE >> 3;

    /** Checks every argument. */
    public EquilibriumChains {
        Checks.level(level);
        if (family.learningRate() != problem.learningRate()) {
            throw new IllegalArgumentException("family " + family.name() + " has learningRate " + family.learningRate()
                    + ", problem " + problem.name() + " has " + problem.learningRate()
                    + "; expected the same, use problem.withLearningRate");
        }
        if (burnIn > LONGEST_BURN_IN) {
            throw new IllegalArgumentException("burnIn is " + burnIn + " SGD steps, expected at most " + LONGEST_BURN_IN
                    + "; start nearer to the equilibrium or raise the weight decay");
        }
        if (burnIn < 0) {
            throw new IllegalArgumentException(
                    "burnIn is " + burnIn + " SGD steps, expected at least 1, or 0 to plan it from the weight decay");
        }
        if (looks < 1 || looks > LONGEST_BURN_IN) {
            throw new IllegalArgumentException(
                    "looks is " + looks + ", expected 1 to " + LONGEST_BURN_IN + ", for example 100");
        }
        double square = 0;
        for (double x : problem.start()) {
            square += x * x;
        }
        if (square == 0) {
            throw new IllegalArgumentException("start of " + problem.name()
                    + " is 0, where a scale-invariant loss has no gradient; use problem.withStart");
        }
    }

    /** Chains whose burn-in is planned. */
    public static EquilibriumChains of(Family family, Problem problem, int level) {
        return new EquilibriumChains(family, problem, level, 0, 1, Optional.empty());
    }

    /**
     * The same looked at after so many SGD steps.
     *
     * @param sgdSteps 1 to 268 435 455, or 0 to plan it
     */
    public EquilibriumChains withBurnIn(int sgdSteps) {
        return new EquilibriumChains(family, problem, level, sgdSteps, looks, given);
    }

    /**
     * The same with fewer and longer chains, each of which counts with its mean over so many looks. Chains stay independent, so intervals need
     * no autocorrelation; of hundreds of chains they are Student's. There are as many chains as the precision needs, but not more than the
     * trajectory budget a start: then the ranges are as wide as they are. G and N always come from two fresh mini-batch gradients a look.
     *
     * @param newLooks at least 2, or 1 for the snapshot
     */
    public EquilibriumChains averagedOver(int newLooks) {
        return new EquilibriumChains(family, problem, level, burnIn, newLooks, given);
    }

    /** The same with R, G and N that ought to be found. */
    public EquilibriumChains expecting(EquilibriumMoments moments) {
        return new EquilibriumChains(family, problem, level, burnIn, looks, Optional.of(moments));
    }

    boolean averaged() {
        return looks > 1;
    }

    @Override
    public String name() {
        return family.name() + (level > 1 ? "(" + level + ")" : "") + " on " + problem.name();
    }

    @Override
    public double learningRate() {
        return problem.learningRate();
    }

    @Override
    public double weightDecay() {
        return problem.weightDecay();
    }

    /** What was given, else what the library knows of a built-in family on a loss of the catalogue. */
    @Override
    public Optional<EquilibriumMoments> expected() {
        return given.or(() -> Equilibria.of(family.at(level, problem.objective())));
    }

    @Override
    public EquilibriumEstimate estimate(Laboratory laboratory, double alpha, Precision precision, String purpose) {
        return problem.weightDecay() > 0
                ? new ChainRuns(this, laboratory, alpha, precision, purpose).estimate()
                : EquilibriumEstimate.withoutDecay();
    }
}
