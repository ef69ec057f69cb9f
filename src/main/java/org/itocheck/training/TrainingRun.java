package org.itocheck.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.itocheck.network.NetworkLoss;

/**
 * One run, with its log {@code NAME.jsonl} and its checkpoint {@code NAME.checkpoint} in a folder. A run whose process was killed goes on
 * from its last checkpoint as if nothing had happened: on the CPU with the same bits.
 * <pre>{@code
 * RunRecord record = new TrainingRun(plan, train, test, folder).run(RunMonitor.NONE);
 * record.last().testAccuracy();
 * }</pre>
 */
public final class TrainingRun {
    /** How much work a kill may cost, unless it is said otherwise. */
    public static final Duration USUAL_INTERVAL = Duration.ofMinutes(1);

    private final RunPlan plan;
    private final NetworkLoss train;
    private final NetworkLoss test;
    private final Path folder;
    private final Duration interval;

    /**
     * A run that may have begun before.
     *
     * @param plan what to do
     * @param train network and training images
     * @param test the same network on test images, normalised as the training images
     * @param folder where its files are; made if it is not there
     * @throws IllegalArgumentException if the batch is larger than the set, or for NGD with batch normalisation
     */
    public TrainingRun(RunPlan plan, NetworkLoss train, NetworkLoss test, Path folder) {
        this(plan, train, test, folder, USUAL_INTERVAL);
    }

    private TrainingRun(RunPlan plan, NetworkLoss train, NetworkLoss test, Path folder, Duration interval) {
        plan.count(train.samples());
        if (plan.method().kind() == Method.Kind.NGD && train.network().layout().couplesSamples()) {
            throw new IllegalArgumentException("method is NGD, but "
                    + train.network().name()
                    + " normalises over the mini-batch, so that an image alone has no gradient; use group"
                    + " normalisation");
        }
        this.plan = plan;
        this.train = train;
        this.test = test;
        this.folder = folder;
        this.interval = interval;
    }

    /** With another time between checkpoints; zero for one after every step. */
    public TrainingRun withCheckpointsEvery(Duration newInterval) {
        return new TrainingRun(plan, train, test, folder, newInterval);
    }

    /** The file of JSON lines. */
    public Path log() {
        return folder.resolve(plan.name() + ".jsonl");
    }

    /** The file to go on from. */
    public Path checkpoint() {
        return folder.resolve(plan.name() + ".checkpoint");
    }

    /**
     * Begins, or goes on, until the last step, a stop or a loss that is not finite. A run that has ended is read and not run again.
     *
     * @throws RunException if the folder holds another run of this name, or a file is damaged or cannot be written
     */
    public RunRecord run(RunMonitor monitor) {
        RunHeader header = RunHeader.of(plan, train, test);
        RunLog log = new RunLog(log());
        Optional<RunRecord> before = log.readIfBegun();
        before.ifPresent(found -> same(header, found.header()));
        if (before.filter(found -> found.status() != RunStatus.STOPPED).isPresent()) {
            return before.get();
        }
        Checkpoint start = Files.exists(checkpoint()) ? found(header, log) : fresh(header, log);
        log.truncate(start.logLength());
        new Descent(plan, train, test, header, log, checkpoint(), interval).run(start, monitor);
        return RunLog.read(log());
    }

    /** What there is of it, without going on; empty if it has not begun. */
    public Optional<RunRecord> find() {
        return new RunLog(log()).readIfBegun();
    }

    private Checkpoint found(RunHeader header, RunLog log) {
        Checkpoint found = Checkpoint.read(checkpoint());
        same(header, found.header());
        if (log.length() < found.logLength()) {
            throw new RunException(log() + " is shorter than its checkpoint says; restore it, or delete " + checkpoint()
                    + " to begin anew");
        }
        return found;
    }

    private Checkpoint fresh(RunHeader header, RunLog log) {
        makeFolder();
        log.begin(header);
        double[] x = train.network().layout().initial(plan.seed());
        return new Checkpoint(header, 0, x, 0, 0, 0, log.length());
    }

    private void same(RunHeader asked, RunHeader found) {
        if (!asked.equals(found)) {
            throw new RunException(folder + " holds another run named " + plan.name() + ":\n  there " + found
                    + "\n  asked " + asked + "\nTake another folder or name, or delete it");
        }
    }

    private void makeFolder() {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new RunException("cannot make the folder " + folder + " (" + e + "); take another", e);
        }
    }
}
