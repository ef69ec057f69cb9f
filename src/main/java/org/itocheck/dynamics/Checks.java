package org.itocheck.dynamics;

/** Argument checks shared by everything that moves. Every message names the argument, the value and the remedy. */
public final class Checks {
    private Checks() {}

    /** eta: positive and finite. */
    public static double learningRate(double learningRate) {
        if (!(learningRate > 0) || Double.isInfinite(learningRate)) {
            throw new IllegalArgumentException(
                    "learningRate is " + learningRate + ", expected a positive finite number, for example 0.1");
        }
        return learningRate;
    }

    /** lambda: at least 0, with eta lambda less than 2. */
    public static double weightDecay(double weightDecay, double learningRate) {
        if (!(weightDecay >= 0) || learningRate * weightDecay >= 2) {
            throw new IllegalArgumentException("weightDecay is " + weightDecay + " at learningRate " + learningRate
                    + ", expected weightDecay >= 0 and learningRate * weightDecay < 2; without weight decay use 0");
        }
        return weightDecay;
    }

    /** l: at least 1. */
    public static int level(int level) {
        if (level < 1) {
            throw new IllegalArgumentException("level is " + level + ", expected at least 1 (level 1 is SGD itself)");
        }
        return level;
    }

    /** K = T / eta, which must be whole to 1e-9 of a step. */
    public static int wholeSteps(double horizon, double learningRate) {
        double steps = horizon / learningRate;
        double whole = Math.rint(steps);
        if (!(whole >= 1) || whole > Integer.MAX_VALUE || Math.abs(steps - whole) > 1e-9 * whole) {
            throw new IllegalArgumentException("horizon is " + horizon + ", which is " + steps
                    + " steps of learningRate " + learningRate
                    + "; expected a whole number of steps, at least 1: give the number of steps instead");
        }
        return (int) whole;
    }
}
