package org.itocheck.training.experiment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.itocheck.network.NetworkLoss;
import org.itocheck.network.data.Dataset;
import org.itocheck.network.data.TrainTest;
import org.itocheck.training.RunPlan;
import org.itocheck.training.RunRecord;
import org.itocheck.training.RunStatus;
import org.itocheck.training.TrainingRun;

/**
 * All runs of an experiment, several at a time, each with its log and checkpoint in one folder. What was finished before is read and not
 * repeated, what was begun goes on.
 * <pre>{@code
 * ExperimentRun run = new ExperimentRun(Presets.named("figure-1-mini"), NetworkFactory.torch(FLOAT, CPU), Path.of("runs"), 2);
 * ExperimentRecord record = run.run(ExperimentMonitor.NONE);
 * }</pre>
 */
public final class ExperimentRun {
    private final Experiment experiment;
    private final NetworkFactory networks;
    private final Path folder;
    private final int threads;
    private volatile boolean stopped;

    /**
     * An experiment that may have begun before.
     *
     * @param experiment what to do
     * @param networks makes the networks it names
     * @param parent the folder in which the experiment gets one of its name; made if it is not there
     * @param threads how many runs are made at a time; results do not depend on it
     */
    public ExperimentRun(Experiment experiment, NetworkFactory networks, Path parent, int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads is " + threads + ", expected at least 1");
        }
        this.experiment = experiment;
        this.networks = networks;
        this.folder = parent.resolve(experiment.name());
        this.threads = threads;
    }

    /** Where logs, checkpoints and reports are. */
    public Path folder() {
        return folder;
    }

    /** Lets every run save a checkpoint and end; from any thread. {@link #run} then returns what there is. */
    public void stop() {
        stopped = true;
    }

    /**
     * Begins, or goes on, until all runs have ended or {@link #stop}. An error of one run stops the others, which save what they have.
     *
     * @throws IllegalArgumentException if a network does not fit the images, or a batch is larger than the set
     * @throws org.itocheck.network.data.MissingDataException if a data set is not on this machine
     * @throws org.itocheck.training.RunException if the folder is in use or holds other runs of these names, or a file is damaged
     */
    public ExperimentRecord run(ExperimentMonitor monitor) {
        List<Job> jobs = jobs();
        return FolderLock.holding(folder, () -> run(jobs, new Workload(jobs, monitor)));
    }

    private ExperimentRecord run(List<Job> jobs, Workload workload) {
        Iterator<Optional<RunRecord>> records = runAll(jobs, workload).iterator();
        List<PanelRecord> panels = new ArrayList<>();
        for (Panel panel : experiment.panels()) {
            List<SettingRecord> settings = new ArrayList<>();
            for (RunPlan setting : panel.settings()) {
                List<RunRecord> runs = new ArrayList<>();
                for (int replicate = 1; replicate <= experiment.replicates(); replicate++) {
                    records.next().ifPresent(runs::add);
                }
                settings.add(new SettingRecord(setting, runs));
            }
            panels.add(new PanelRecord(panel, settings));
        }
        return new ExperimentRecord(experiment, panels, workload.seconds());
    }

    /** The longest first, so that no thread is left alone with one at the end; the records in the order of the jobs. */
    private List<Optional<RunRecord>> runAll(List<Job> jobs, Workload workload) {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        Map<Integer, CompletableFuture<Optional<RunRecord>>> results = new TreeMap<>();
        jobs.stream()
                .sorted(Comparator.comparingDouble(Job::work).reversed())
                .forEach(job ->
                        results.put(job.index(), CompletableFuture.supplyAsync(() -> run(job, workload), pool)));
        pool.shutdown();
        try {
            CompletableFuture.allOf(results.values().toArray(CompletableFuture[]::new))
                    .join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
        return results.values().stream().map(CompletableFuture::join).toList();
    }

    /** Empty for a run that was to begin after a stop. */
    private Optional<RunRecord> run(Job job, Workload workload) {
        if (stopped) {
            return job.run().find();
        }
        try {
            RunRecord record = job.run().run(progress -> {
                workload.stepped(job, progress);
                return !stopped;
            });
            if (record.status() != RunStatus.STOPPED) {
                workload.ended(job);
            }
            return Optional.of(record);
        } catch (RuntimeException | Error e) {
            stopped = true; // the others save what they have
            throw e;
        }
    }

    private List<Job> jobs() {
        Map<Dataset, TrainTest> loaded = new EnumMap<>(Dataset.class);
        List<Job> jobs = new ArrayList<>();
        for (Panel panel : experiment.panels()) {
            TrainTest data = loaded.computeIfAbsent(panel.data(), Dataset::load);
            NetworkLoss train = NetworkLoss.of(
                    networks.make(
                            panel.network(), data.train().shape(), data.train().classes()),
                    data.train());
            NetworkLoss test = train.on(data.test());
            for (RunPlan setting : panel.settings()) {
                for (int replicate = 1; replicate <= experiment.replicates(); replicate++) {
                    RunPlan plan = panel.run(setting, replicate, experiment.seed());
                    jobs.add(Job.of(jobs.size(), setting, new TrainingRun(plan, train, test, folder), train.samples()));
                }
            }
        }
        return jobs;
    }
}
