package org.itocheck.claim.equilibrium;

import org.itocheck.dynamics.Dynamics;

/**
 * How long a chain must run before its squared norm forgets where it began (THEORY 5.9). With a weight decay lambda |x|^4 relaxes at rate 4
 * lambda in time: to be off by a share epsilon of |x|^2 takes {@code ln(D/epsilon) / (4 r lambda)} steps of size r, for a start that is off
 * by 2 D in |x|^4. Where r lambda is not small, the rate is that of the linearised step, {@code |2 (1 - r lambda)^2 - 1|} to each.
 */
final class BurnIn {
    /** The starts lie at R/4 and 4 R: |x|^4 is off by at most 15 times its value, D is half of that. */
    static final double SPREAD = 4;

    private static final double DEVIATION = (SPREAD * SPREAD - 1) / 2;

    private BurnIn() {}

    /**
     * The number of steps of the dynamics.
     *
     * @param bias epsilon: what may be left of the start, as a share of R
     * @return infinite if r lambda is 1, where the norm does not relax
     */
    static double steps(Dynamics dynamics, double weightDecay, double bias) {
        double decay = dynamics.stepDuration() * weightDecay;
        double slow = 4 * decay;
        // Not a minus sign alone: that would make a rate of -0 of a norm that does not relax.
        double linear = 0 - StrictMath.log(Math.abs(2 * (1 - decay) * (1 - decay) - 1));
        return Math.ceil(StrictMath.log(DEVIATION / bias) / Math.min(slow, linear));
    }

    /** Another direction of the same length: coordinates in reverse order with alternating signs, at right angles in even dimensions. */
    static double[] turned(double[] x) {
        double[] turned = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            turned[i] = (i % 2 == 0 ? 1 : -1) * x[x.length - 1 - i];
        }
        return turned;
    }
}
