package org.itocheck.math;

/** What the stages of a function leave to each other. */
final class VectorWork {
    final int lanes;
    final double[] first;
    final double[] second;

    VectorWork(int lanes) {
        this.lanes = lanes;
        first = new double[lanes];
        second = new double[lanes];
    }

    /**
     * Runs the stages of a function one after the other.
     *
     * @param stages at least three: of two the compiler would inline both
     * @return false if the row is one for the plain version; then {@code out} is as it was
     */
    boolean run(VectorStage[] stages, double[] x, double[] out) {
        for (VectorStage stage : stages) {
            if (!stage.run(this, x, out)) {
                return false;
            }
        }
        return true;
    }
}
