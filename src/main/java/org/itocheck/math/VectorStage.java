package org.itocheck.math;

/** One loop over the rows of a function, short enough for its vectors to stay in registers. */
interface VectorStage {
    /**
     * From the argument and the rows of the stages before to rows for the stages after, or to the result.
     *
     * @return false, and nothing in {@code out}, if some entry is none for the Vector API
     */
    boolean run(VectorWork work, double[] x, double[] out);
}
