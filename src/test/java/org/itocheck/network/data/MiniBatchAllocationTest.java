package org.itocheck.network.data;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.itocheck.random.Seed;
import org.junit.jupiter.api.Test;

/** A mini-batch costs no garbage: a training run of a million steps collects nothing for its data. */
class MiniBatchAllocationTest {
    private static final Seed SEED = new Seed(3);
    private static final int BATCH = 16;
    private static final int STEPS = 300;

    @Test
    void drawing_and_writing_mini_batches_allocates_nothing() {
        ImageSet images = Dataset.DIGITS.load().train();
        Augmentation augmentation = new Augmentation(1, true);
        BatchWriter writer = new BatchWriter(images, Normalisation.of(images), augmentation);
        ViewSampler views = new ViewSampler(SEED, augmentation);
        int[] indices = new int[BATCH];
        int[] view = new int[BATCH];
        long[] labels = new long[BATCH];
        float[] floats = new float[BATCH * 64];
        double[] doubles = new double[BATCH * 64];
        List<BatchSampler> samplers = List.of(
                new Shuffled(SEED, images.size(), BATCH),
                new WithReplacement(SEED, images.size(), BATCH),
                new WithoutReplacement(SEED, images.size(), BATCH));
        for (BatchSampler sampler : samplers) {
            Runnable steps = () -> {
                for (int step = 0; step < STEPS; step++) {
                    sampler.batch(step, indices);
                    views.byImage(sampler.epoch(step), indices, view);
                    writer.write(indices, view, floats);
                    views.byPlace(step, view);
                    writer.write(indices, view, doubles);
                    writer.write(indices, floats);
                    writer.labels(indices, labels);
                }
            };
            assertThat(allocatedBy(steps)).as("%s", sampler).isLessThan(STEPS * 16L);
        }
        assertThat(allocatedBy(() -> {
                    for (int step = 0; step < STEPS; step++) {
                        writer.labels(indices.clone(), labels);
                    }
                }))
                .as("one small array a step, which must be seen")
                .isGreaterThan(STEPS * 16L);
    }

    /** The least of three, after a first run that loads classes; the smallest object has 16 bytes. */
    private static long allocatedBy(Runnable work) {
        long least = Long.MAX_VALUE;
        for (int k = 0; k < 4; k++) {
            long before = allocatedBytes();
            work.run();
            least = k == 0 ? least : Math.min(least, allocatedBytes() - before);
        }
        return least;
    }

    private static long allocatedBytes() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }
}
