package org.itocheck.network.data;

import org.itocheck.random.KeyedRows;
import org.itocheck.random.Seed;

/**
 * Which view of which image: uniform, and a function of the seed and of what is asked, whatever was asked before. Owned by one thread;
 * allocates nothing after construction.
 */
public final class ViewSampler {
    private static final int PLACE_BITS = 31;
    private static final long MOST_ROUNDS = 1L << 32;

    private final Augmentation augmentation;
    private final Seed ofImages;
    private final Seed ofPlaces;
    private final KeyedRows rows = new KeyedRows(1);
    private final int[] cell = new int[1];

    /**
     * Views under a seed.
     *
     * @param seed the seed of the run; the purpose is added here
     * @param augmentation how many views there are
     */
    public ViewSampler(Seed seed, Augmentation augmentation) {
        this.augmentation = augmentation;
        this.ofImages = seed.forPurpose("views/images");
        this.ofPlaces = seed.forPurpose("views/places");
    }

    /**
     * One view an epoch for each image, a function of (seed, epoch, image): neither batch size nor order enters. For shuffled epochs.
     *
     * @param epoch 0 to 2^32 - 1
     * @param indices which images, shape [B]
     * @param views where the views go, shape [B]
     * @throws IllegalArgumentException if the epoch is out of range or the lengths differ
     */
    public void byImage(long epoch, int[] indices, int[] views) {
        check("epoch", epoch);
        if (views.length != indices.length) {
            throw new IllegalArgumentException(
                    "views has " + views.length + " entries, indices has " + indices.length + "; make it as long");
        }
        for (int b = 0; b < indices.length; b++) {
            views[b] = view(ofImages, epoch, indices[b]);
        }
    }

    /**
     * One view for each place of a batch, a function of (seed, step, place): independent also where an image comes twice. For sampling
     * with replacement, where the theory draws image and view anew.
     *
     * @param step 0 to 2^32 - 1
     * @param views where the views go, shape [B]
     * @throws IllegalArgumentException if the step is out of range
     */
    public void byPlace(long step, int[] views) {
        check("step", step);
        for (int b = 0; b < views.length; b++) {
            views[b] = view(ofPlaces, step, b);
        }
    }

    private int view(Seed seed, long round, int place) {
        rows.start(seed, round << PLACE_BITS | place);
        rows.index(augmentation.views(), cell);
        return cell[0];
    }

    private static void check(String what, long round) {
        if (round < 0 || round >= MOST_ROUNDS) {
            throw new IllegalArgumentException(what + " is " + round + ", expected 0 to " + (MOST_ROUNDS - 1));
        }
    }
}
