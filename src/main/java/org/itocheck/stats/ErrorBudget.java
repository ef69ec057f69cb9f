package org.itocheck.stats;

/**
 * The error rates a verdict is allowed, and how they are shared out.
 * <p>A verdict fails falsely if any of its parts alarms although all are true, so the false-fail rate is divided among the parts
 * (Bonferroni: nothing is assumed of their dependence). It passes falsely only if every part passes, also one that is wrong by its stated
 * discrepancy or more; that one part passes with at most its own false-pass rate. So every part keeps the whole false-pass rate.
 *
 * @param falseFailRate probability that something true fails, over all parts together, in (0, 1)
 * @param falsePassRate probability that something wrong by the stated discrepancy or more passes, in (0, 1)
 */
public record ErrorBudget(double falseFailRate, double falsePassRate) {
    /** Checks the ranges. */
    public ErrorBudget {
        Checks.rate("falseFailRate", falseFailRate);
        Checks.rate("falsePassRate", falsePassRate);
    }

    /**
     * The false-alarm rate of each of several tests of one verdict.
     *
     * @param cells number of tests, 1 or more
     * @return falseFailRate / cells
     */
    public double perCell(int cells) {
        return falseFailRate / Checks.atLeast("cells", cells, 1);
    }

    /**
     * The budget of each of a known number of parts.
     *
     * @param parts number of parts, 1 or more
     * @return falseFailRate / parts and the same false-pass rate
     */
    public ErrorBudget split(int parts) {
        return new ErrorBudget(perCell(parts), falsePassRate);
    }

    /**
     * The budget of one of an unknown number of parts: the weights 1/2, 1/6, 1/12, ... of the parts in order sum to 1.
     *
     * @param index 0 for the first part, 1 for the next; fixed before its data are seen
     * @return falseFailRate / ((index + 1)(index + 2)) and the same false-pass rate
     */
    public ErrorBudget share(int index) {
        double i = Checks.atLeast("index", index, 0);
        return new ErrorBudget(falseFailRate / ((i + 1) * (i + 2)), falsePassRate);
    }
}
