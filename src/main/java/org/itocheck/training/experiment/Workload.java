package org.itocheck.training.experiment;

import java.util.List;
import java.util.Optional;
import org.itocheck.training.RunProgress;

/** Adds up what the jobs have done. Used by several threads. */
final class Workload {
    private static final double NANO = 1e-9;

    private final long began = System.nanoTime();
    private final ExperimentMonitor monitor;
    private final int jobs;
    private final double total;
    private final double[] done;
    private final boolean[] begun;
    private double doneBefore;
    private double doneInAll;
    private int ended;

    Workload(List<Job> jobs, ExperimentMonitor monitor) {
        this.jobs = jobs.size();
        this.total = jobs.stream().mapToDouble(Job::work).sum();
        this.monitor = monitor;
        this.done = new double[jobs.size()];
        this.begun = new boolean[jobs.size()];
    }

    synchronized void stepped(Job job, RunProgress progress) {
        if (!begun[job.index()]) { // the first step here of a run that went on
            doneBefore += job.work() * (progress.step() - 1) / progress.steps();
        }
        reached(job, job.work() * progress.step() / progress.steps());
        monitor.update(new ExperimentProgress(ended, jobs, doneInAll / total, secondsLeft(), Optional.of(progress)));
    }

    synchronized void ended(Job job) {
        ended++;
        if (!begun[job.index()]) { // it had ended before
            doneBefore += job.work();
        }
        reached(job, job.work());
        monitor.update(new ExperimentProgress(ended, jobs, doneInAll / total, secondsLeft(), Optional.empty()));
    }

    double seconds() {
        return (System.nanoTime() - began) * NANO;
    }

    private void reached(Job job, double work) {
        begun[job.index()] = true;
        doneInAll += work - done[job.index()];
        done[job.index()] = work;
    }

    private double secondsLeft() {
        double here = doneInAll - doneBefore;
        return here > 0 ? seconds() / here * (total - doneInAll) : -1;
    }
}
