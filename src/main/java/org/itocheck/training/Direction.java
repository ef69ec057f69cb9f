package org.itocheck.training;

import org.itocheck.dynamics.optimizer.Svag;
import org.itocheck.network.NetworkLoss;
import org.itocheck.random.KeyedRows;
import org.itocheck.random.Seed;

/** What one step goes along, without weight decay. Owned by one thread; keeps nothing from one step to the next. */
interface Direction {
    /**
     * The direction of a step.
     *
     * @param step 0, 1, ...; with the seed of the run it determines everything random
     * @param x where the step begins, shape [d]
     * @param out the direction, shape [d], overwritten
     * @return the mean loss of the images it looked at
     */
    double at(long step, double[] x, double[] out);

    /** The direction of a plan's method. */
    static Direction of(RunPlan plan, NetworkLoss train) {
        Seed seed = plan.seed().forPurpose("train");
        return switch (plan.method().kind()) {
            case SGD -> sgd(plan, train, seed);
            case SVAG -> plan.method().level() == 1 ? sgd(plan, train, seed) : svag(plan, train, seed);
            case NGD -> ngd(plan, train, seed);
            case GD -> (step, x, out) -> train.gradient(x, out);
        };
    }

    private static MiniBatches batches(RunPlan plan, NetworkLoss train, Seed seed) {
        return new MiniBatches(train, plan.sampling(), plan.augmentation(), plan.batchSize(), seed);
    }

    private static Direction sgd(RunPlan plan, NetworkLoss train, Seed seed) {
        MiniBatches batches = batches(plan, train, seed);
        return (step, x, out) -> train.network().gradient(x, batches.draw(step), out);
    }

    private static Direction svag(RunPlan plan, NetworkLoss train, Seed seed) {
        MiniBatches batches = batches(plan, train, seed);
        double a = Svag.first(plan.method().level());
        double b = Svag.second(plan.method().level());
        double[] other = new double[train.dimension()];
        return (step, x, out) -> {
            double first = train.network().gradient(x, batches.draw(2 * step), out);
            double second = train.network().gradient(x, batches.draw(2 * step + 1), other);
            for (int i = 0; i < out.length; i++) {
                out[i] = a * out[i] + b * other[i];
            }
            return (first + second) / 2;
        };
    }

    private static Direction ngd(RunPlan plan, NetworkLoss train, Seed seed) {
        KeyedRows rows = new KeyedRows(1);
        Seed noise = seed.forPurpose("ngd");
        double[] one = new double[1];
        double[] normals = new double[train.samples()];
        return (step, x, out) -> {
            rows.start(noise, step);
            for (int i = 0; i < normals.length; i++) {
                rows.gaussian(one);
                normals[i] = one[0];
            }
            return train.noisyGradient(x, plan.batchSize(), normals, out);
        };
    }
}
