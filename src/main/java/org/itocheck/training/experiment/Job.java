package org.itocheck.training.experiment;

import org.itocheck.training.RunPlan;
import org.itocheck.training.StepCount;
import org.itocheck.training.TrainingRun;

/**
 * One run of an experiment.
 *
 * @param index 0, 1, ... in the order of panels, settings and replicates
 * @param run to be made
 * @param work images of all steps
 */
record Job(int index, TrainingRun run, double work) {
    static Job of(int index, RunPlan setting, TrainingRun run, int samples) {
        StepCount count = setting.count(samples);
        long steps = count.steps(setting.schedule());
        return new Job(index, run, (double) steps * setting.method().imagesPerStep(setting.batchSize(), samples));
    }
}
