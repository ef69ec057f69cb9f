package org.itocheck.claim.equilibrium;

import org.itocheck.claim.Cell;
import org.itocheck.claim.Verdict;

/** Cells of numbers that are known to lie in a range: PASS if all of the range obeys the bound, FAIL if none of it does. */
final class RangeCells {
    private static final String UNBOUNDED = "nothing bounds it: the denominator may be 0";

    private final int level;
    private final double stepSize;
    private final long chains;

    /** Cells of one process. */
    RangeCells(StationaryProcess process, EquilibriumEstimate estimate) {
        this.level = process.level();
        this.stepSize = process.learningRate() / process.level();
        this.chains = estimate.chains();
    }

    /** A number to lie between two bounds, compared with a truth between them. */
    Cell between(String name, Range value, double truth, double least, double most) {
        boolean inside = least <= value.low() && value.high() <= most;
        boolean outside = value.high() < least || value.low() > most;
        double allowed = value.center() >= truth ? most - truth : truth - least;
        return cell(name, value, truth, allowed, inside, outside);
    }

    /** A number to be at most another. */
    Cell atMost(String name, Range value, Range bound) {
        boolean holds = value.high() <= bound.low();
        boolean fails = value.low() > bound.high();
        if (Double.isInfinite(bound.low())) {
            return cell(name, new Range(value.low(), value.low()), value.low(), 0, holds, fails);
        }
        Verdict verdict = verdict(holds, fails);
        boolean unbounded = Double.isInfinite(value.high()) || Double.isInfinite(bound.high());
        double center = unbounded ? value.low() : value.center();
        double truth = unbounded ? bound.low() : bound.center();
        double halfWidth = unbounded ? Double.POSITIVE_INFINITY : value.halfWidth() + bound.halfWidth();
        double error = holds ? Math.min(0, center - truth) : center - truth;
        return new Cell(
                name,
                level,
                stepSize,
                1,
                center,
                truth,
                error,
                halfWidth,
                0,
                0,
                chains,
                verdict,
                note(verdict, unbounded));
    }

    /** A signed number to be within {@code allowed} of 0, from its least and its largest value. */
    Cell nearZero(String name, double low, double high, double allowed) {
        Verdict verdict = verdict(-allowed <= low && high <= allowed, low > allowed || high < -allowed);
        double center = (low + high) / 2;
        return new Cell(name, level, stepSize, 1, center, 0, center, (high - low) / 2, allowed, 0, chains, verdict, "");
    }

    private Cell cell(String name, Range value, double truth, double allowed, boolean inside, boolean outside) {
        Verdict verdict = verdict(inside, outside);
        boolean unbounded = Double.isInfinite(value.high());
        double center = unbounded ? value.low() : value.center();
        return new Cell(
                name,
                level,
                stepSize,
                1,
                center,
                truth,
                center - truth,
                unbounded ? Double.POSITIVE_INFINITY : value.halfWidth(),
                allowed,
                0,
                chains,
                verdict,
                note(verdict, unbounded));
    }

    private static Verdict verdict(boolean holds, boolean fails) {
        return holds ? Verdict.PASS : fails ? Verdict.FAIL : Verdict.INCONCLUSIVE;
    }

    private static String note(Verdict verdict, boolean unbounded) {
        return verdict == Verdict.INCONCLUSIVE && unbounded ? UNBOUNDED : "";
    }
}
