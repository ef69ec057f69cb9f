package org.itocheck.objective;

/**
 * A loss whose mini-batches can be made m times smaller, so that the mean of m independent small ones has the law of a whole one: equation
 * (7) of the paper, {@code g_gamma = sum_i (1/m) g_i} with the factor 1/m of the sub-batch loss (THEORY X21). Then S becomes m S, Lambda
 * becomes m^2 Lambda and the fourth cumulant m^3 K4.
 *
 * @see <a href="https://arxiv.org/abs/2102.12470">Li, Malladi, Arora (2021), section 5.2</a>
 */
public interface Divisible extends Objective {
    /**
     * The loss with mini-batches m times smaller.
     *
     * @param parts m, at least 1
     * @throws IllegalArgumentException if they cannot be made so small
     */
    Objective part(int parts);

    /** Whether there is a part for every m, so that a Levy process has the noise of one mini-batch at time 1. */
    boolean infinitelyDivisible();

    /**
     * Any loss with mini-batches m times smaller: a {@code Divisible}, or a finite sum whose batch size is divisible by m.
     *
     * @throws IllegalArgumentException if they cannot be made so small; names what is in the way
     */
    static Objective part(Objective objective, int parts) {
        if (parts < 1) {
            throw new IllegalArgumentException(
                    "parts is " + parts + ", expected at least 1 (1 is the whole mini-batch)");
        }
        if (parts == 1) {
            return objective;
        }
        if (objective instanceof Divisible divisible) {
            return divisible.part(parts);
        }
        if (objective instanceof FiniteSum sum) {
            if (sum.batchSize() % parts != 0) {
                throw new IllegalArgumentException("batchSize is " + sum.batchSize() + " in " + objective.name()
                        + ", which level " + parts + " does not divide; use levels that divide the batch size, or"
                        + " withBatchSize(" + parts * sum.batchSize() + ")");
            }
            return sum.withBatchSize(sum.batchSize() / parts);
        }
        throw new IllegalArgumentException("objective " + objective.name() + " has no smaller mini-batches for level "
                + parts + "; implement Divisible, or take mini-batches of it: new MiniBatch(objective, " + parts + ")");
    }
}
