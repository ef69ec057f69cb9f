package org.itocheck.claim.equilibrium;

import java.util.List;

/** What the claims of this package ask of their arguments. */
final class Arguments {
    private Arguments() {}

    /** Positive, at most 1. */
    static void tolerance(double tolerance) {
        if (!(tolerance > 0 && tolerance <= 1)) {
            throw new IllegalArgumentException(
                    "tolerance is " + tolerance + ", expected a share above 0 and at most 1, for example 0.05");
        }
    }

    /** At least 1 and finite. */
    static void closeness(double c) {
        if (!(c >= 1) || Double.isInfinite(c)) {
            throw new IllegalArgumentException("c is " + c
                    + ", expected at least 1: a ratio and its inverse cannot both be below it (THEORY X31)");
        }
    }

    /** The name of one process, or the first with a word on the others. */
    static String together(List<? extends StationaryProcess> processes) {
        String first = processes.get(0).name();
        return processes.size() == 1
                ? first
                : first + " to " + processes.get(processes.size() - 1).name();
    }
}
