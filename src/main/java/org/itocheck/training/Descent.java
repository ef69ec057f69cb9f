package org.itocheck.training;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.itocheck.network.NetworkLoss;

/** The loop: measure where it is time, step, save where it is time. */
final class Descent {
    private final RunPlan plan;
    private final StepCount count;
    private final Direction direction;
    private final Probe probe;
    private final RunHeader header;
    private final RunLog log;
    private final Path file;
    private final long interval;

    Descent(
            RunPlan plan,
            NetworkLoss train,
            NetworkLoss test,
            RunHeader header,
            RunLog log,
            Path file,
            Duration interval) {
        this.plan = plan;
        this.count = plan.count(train.samples());
        this.direction = Direction.of(plan, train);
        this.probe = new Probe(plan, train, test);
        this.header = header;
        this.log = log;
        this.file = file;
        this.interval = interval.toNanos();
    }

    /** Runs from a checkpoint to the end, a stop or a divergence, and writes the log. */
    void run(Checkpoint start, RunMonitor monitor) {
        double[] x = start.x().clone();
        double[] gradient = new double[x.length];
        RunState state = new RunState(start);
        Optional<Measurement> last = Optional.empty();
        for (long step = start.step(); ; step++) {
            boolean finished = step == header.steps();
            if (finished || state.saveAfter(interval)) {
                save(state, step, x);
            }
            if (finished || probe.isDue(step)) {
                Measurement here = probe.measure(step, x, state);
                log.append(here);
                last = Optional.of(here);
            }
            if (finished) {
                log.end(RunStatus.FINISHED);
                return;
            }
            state.stepping();
            double loss = step(step, x, gradient);
            state.stepped(loss);
            if (!Double.isFinite(loss)) {
                log.end(RunStatus.DIVERGED);
                return;
            }
            double left = state.secondsLeft(step + 1, header.steps());
            if (!monitor.goesOn(new RunProgress(plan.name(), step + 1, header.steps(), left, last))) {
                save(state, step + 1, x);
                return;
            }
        }
    }

    /** Before the measurement of this step, which is made again by whoever goes on from here. */
    private void save(RunState state, long step, double[] x) {
        state.checkpoint(header, step, x, log.length()).write(file);
    }

    private double step(long step, double[] x, double[] gradient) {
        double rate = count.stepSize(plan.schedule(), step);
        double kept = 1 - rate * plan.weightDecay();
        double loss = direction.at(step, x, gradient);
        for (int i = 0; i < x.length; i++) {
            x[i] = kept * x[i] - rate * gradient[i];
        }
        return loss;
    }
}
