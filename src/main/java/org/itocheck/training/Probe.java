package org.itocheck.training;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.itocheck.network.NetworkLoss;
import org.itocheck.network.architecture.Parameter;

/** Measures a run where its plan says so. Owned by one thread. */
final class Probe {
    private final RunPlan plan;
    private final StepCount count;
    private final NetworkLoss train;
    private final NetworkLoss shown;
    private final NetworkLoss test;
    private final MiniBatches noiseBatches;
    private final long interval;
    private final long imagesPerStep;

    Probe(RunPlan plan, NetworkLoss train, NetworkLoss test) {
        this.plan = plan;
        this.count = plan.count(train.samples());
        this.train = train;
        this.shown = train.on(
                train.images().first(Math.min(train.samples(), plan.measuring().trainImages())));
        this.test = test;
        this.noiseBatches = new MiniBatches(
                train,
                Sampling.WITH_REPLACEMENT,
                plan.augmentation(),
                plan.batchSize(),
                plan.seed().forPurpose("noise"));
        this.interval =
                count.level() * Math.max(1, Math.round(plan.measuring().every() * count.effectiveStepsPerEpoch()));
        this.imagesPerStep = plan.method().imagesPerStep(plan.batchSize(), train.samples());
    }

    boolean isDue(long step) {
        return step % interval == 0;
    }

    Measurement measure(long step, double[] x, RunState state) {
        var speed = state.takeSpeed(imagesPerStep);
        double epoch = count.epoch(step);
        return new Measurement(
                step,
                count.effectiveStep(step),
                epoch,
                plan.schedule().at(Math.min(epoch, plan.schedule().length())),
                state.takeLoss(),
                shown.value(x),
                shown.accuracy(x),
                test.value(x),
                test.accuracy(x),
                squaredNorm(x, 0, x.length),
                squaredNorms(x),
                noise(step, epoch, x),
                new Measurement.Timing(state.seconds(), speed));
    }

    private Optional<GradientNoise> noise(long step, double epoch, double[] x) {
        if (!plan.measuring().noiseAt(epoch)) {
            return Optional.empty();
        }
        int batches = plan.measuring().noiseBatchesOf(plan.batchSize());
        long first = (step + interval - 1) / interval * batches;
        return Optional.of(GradientNoise.measure(train, x, noiseBatches, first, batches));
    }

    private Map<String, Double> squaredNorms(double[] x) {
        Map<String, Double> norms = new LinkedHashMap<>();
        for (Parameter group : train.network().layout().groups()) {
            norms.put(group.name(), squaredNorm(x, group.from(), group.to()));
        }
        return norms;
    }

    private static double squaredNorm(double[] x, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += x[i] * x[i];
        }
        return sum;
    }
}
