package org.itocheck.claim.equilibrium;

import java.util.Arrays;
import org.itocheck.objective.Evaluator;
import org.itocheck.objective.Objective;

/**
 * A loss whose states have four more rows, for |x|^2 and what two fresh mini-batches at x say, in the mean over the looks at a chain:
 * {@link #PRODUCT}, {@link #SPREAD}, {@link #RADIAL}, {@link #SQUARE} count from the dimension of the loss. {@link ProbedFamily} fills them.
 */
record ProbedLoss(Objective loss) implements Objective {
    /** g1.g2: its mean is |grad L|^2, while that of |g1|^2 is tr S too large. */
    static final int PRODUCT = 0;
    /** |g1 - g2|^2 / 2: its mean is tr S. */
    static final int SPREAD = 1;
    /** 1 if the two are not orthogonal to x, as they are for every scale-invariant L_gamma, else 0. */
    static final int RADIAL = 2;
    /** |x|^2. */
    static final int SQUARE = 3;

    static final int ROWS = 4;

    @Override
    public String name() {
        return loss.name();
    }

    @Override
    public int dimension() {
        return loss.dimension() + ROWS;
    }

    /** A start with empty rows. */
    static double[] start(double[] x) {
        return Arrays.copyOf(x, x.length + ROWS);
    }

    @Override
    public Evaluator evaluator(int lanes) {
        throw new UnsupportedOperationException("the probed loss " + name() + " is moved by a ProbedFamily only");
    }
}
