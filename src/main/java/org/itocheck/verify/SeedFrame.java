package org.itocheck.verify;

import org.itocheck.random.Seed;

/** Writes the seed where nobody overlooks it: into the top frame of a stack trace, {@code at org.itocheck.Seed.seed(0x...)}. */
public final class SeedFrame {
    private static final String OWNER = "org.itocheck.Seed";

    private SeedFrame() {}

    /** Puts the seed on top of the trace of a failure, unless a seed is there already. */
    public static <T extends Throwable> T addTo(T failure, Seed seed) {
        StackTraceElement[] trace = failure.getStackTrace();
        if (trace.length > 0 && trace[0].getClassName().equals(OWNER)) {
            return failure;
        }
        StackTraceElement[] seeded = new StackTraceElement[trace.length + 1];
        // A file name without a line number is printed as it is.
        seeded[0] = new StackTraceElement(OWNER, "seed", seed.toString(), -1);
        System.arraycopy(trace, 0, seeded, 1, trace.length);
        failure.setStackTrace(seeded);
        return failure;
    }
}
