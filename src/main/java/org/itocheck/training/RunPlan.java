package org.itocheck.training;

import org.itocheck.network.data.Augmentation;
import org.itocheck.random.Seed;
import org.itocheck.training.schedule.Schedule;

/**
 * One training run, apart from network and images: everything that its numbers depend on.
 * <pre>{@code
 * RunPlan sgd = new RunPlan("sgd", Method.sgd(), 128, Schedule.decayed(0.8, 0.1, 320, 160, 240), 5e-4,
 *         Sampling.SHUFFLED, Augmentation.CROP_AND_FLIP, Measuring.every(1), new Seed(1));
 * RunPlan large = sgd.scaledBy(8).named("lsr-8");       // batch 1024, learning rate 6.4
 * }</pre>
 *
 * @param name of the run among others, and of its files: letters, digits, dots, dashes and underscores
 * @param method what a step goes along
 * @param batchSize B; for NGD that of the mini-batches whose noise it has, for GD only how many steps an epoch is
 * @param schedule the learning rate eta over time, in epochs
 * @param weightDecay lambda, at least 0: {@code x <- (1 - eta/l lambda) x - eta/l g}
 * @param sampling which images a mini-batch has
 * @param augmentation what is done to training images; GD and NGD know none
 * @param measuring when what is written down
 * @param seed of initial values, mini-batches, views and noise
 */
public record RunPlan(
        String name,
        Method method,
        int batchSize,
        Schedule schedule,
        double weightDecay,
        Sampling sampling,
        Augmentation augmentation,
        Measuring measuring,
        Seed seed) {
    /** Checks what can be checked without images. */
    public RunPlan {
        if (!name.matches("[A-Za-z0-9._-]+")) {
            throw new IllegalArgumentException("name is '" + name
                    + "', expected letters, digits, dots, dashes and underscores, since files are named after it");
        }
        if (batchSize < 1) {
            throw new IllegalArgumentException("batchSize is " + batchSize + ", expected at least 1");
        }
        if (!(weightDecay >= 0) || Double.isInfinite(weightDecay)) {
            throw new IllegalArgumentException("weightDecay is " + weightDecay + ", expected at least 0, often 5e-4");
        }
        boolean full = method.kind() == Method.Kind.GD || method.kind() == Method.Kind.NGD;
        if (full && !augmentation.equals(Augmentation.NONE)) {
            throw new IllegalArgumentException("augmentation is " + augmentation + ", but " + method
                    + " takes the gradient of all images as they are; use Augmentation.NONE");
        }
    }

    /** The same run under another name. */
    public RunPlan named(String newName) {
        return copy(newName, method, batchSize, schedule, seed);
    }

    /** The same run with another seed. */
    public RunPlan with(Seed newSeed) {
        return copy(name, method, batchSize, schedule, newSeed);
    }

    /** The same run with another method. */
    public RunPlan with(Method newMethod) {
        return copy(name, newMethod, batchSize, schedule, seed);
    }

    /**
     * The linear scaling rule: kappa times the batch, kappa times the learning rate.
     *
     * @param kappa above 0, such that kappa B is a whole number
     * @see <a href="https://arxiv.org/abs/2102.12470">Li, Malladi, Arora (2021), Definition 5.1</a>
     */
    public RunPlan scaledBy(double kappa) {
        double scaled = kappa * batchSize;
        if (!(scaled >= 1) || scaled != Math.rint(scaled) || scaled > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("kappa is " + kappa + " and the batch size " + batchSize
                    + ", expected a whole number as their product");
        }
        return copy(name, method, (int) scaled, schedule.scaledBy(kappa), seed);
    }

    /**
     * How its steps are counted.
     *
     * @param samples the number of training images, at least B
     */
    public StepCount count(int samples) {
        return new StepCount(samples, batchSize, method.level());
    }

    private RunPlan copy(String newName, Method newMethod, int newBatchSize, Schedule newSchedule, Seed newSeed) {
        return new RunPlan(
                newName, newMethod, newBatchSize, newSchedule, weightDecay, sampling, augmentation, measuring, newSeed);
    }
}
