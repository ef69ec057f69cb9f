package org.itocheck.ensemble;

import java.util.List;

/**
 * Control variates of an ensemble: every value of g becomes {@code g - beta'(c - E c)}, which has the same mean and, as far as the controls c
 * go along with g, less variance. The coefficients beta of each checkpoint and observable are fitted to pilot trajectories that enter no
 * estimate: fitted to the same trajectories they would make the mean biased and its intervals too short.
 * <p>The mean is right only if E c is that of the process that is simulated. Where that is what a test is about, the controlled
 * mean tests both at once.
 *
 * @param all the controls, none twice
 * @param pilotChunks how many chunks of 1024 trajectories the coefficients are fitted to, at least 1
 */
public record Controls(List<Control> all, int pilotChunks) {
    /** No controls: every value stays as it is. */
    public static final Controls NONE = new Controls(List.of(), 1);

    /** Enough for a few controls: with p of them the variance is about 1 + p/4096 times the least possible. */
    public static final int DEFAULT_PILOT_CHUNKS = 4;

    /** Copies the list and checks the number of chunks. */
    public Controls {
        all = List.copyOf(all);
        if (pilotChunks < 1) {
            throw new IllegalArgumentException("pilotChunks is " + pilotChunks + ", expected at least 1");
        }
        long different = all.stream().map(Control::observable).distinct().count();
        if (different < all.size()) {
            throw new IllegalArgumentException("controls are "
                    + all.stream().map(c -> c.observable().name()).toList() + ", one of them twice; give each once");
        }
    }

    /** With the default number of pilot chunks. */
    public static Controls of(List<Control> all) {
        return new Controls(all, DEFAULT_PILOT_CHUNKS);
    }

    /** Whether there are none. */
    public boolean isEmpty() {
        return all.isEmpty();
    }

    /** How many trajectories the pilot takes; 0 without controls. */
    public long pilotTrajectories() {
        return isEmpty() ? 0 : (long) pilotChunks * ChunkMover.CHUNK;
    }
}
