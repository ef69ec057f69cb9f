package org.itocheck.training.experiment.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.itocheck.network.data.Augmentation;
import org.itocheck.network.data.Dataset;
import org.itocheck.random.Seed;
import org.itocheck.training.GradientNoise;
import org.itocheck.training.Measurement;
import org.itocheck.training.Measuring;
import org.itocheck.training.Method;
import org.itocheck.training.RunHeader;
import org.itocheck.training.RunPlan;
import org.itocheck.training.RunRecord;
import org.itocheck.training.RunStatus;
import org.itocheck.training.Sampling;
import org.itocheck.training.experiment.Comparison;
import org.itocheck.training.experiment.Experiment;
import org.itocheck.training.experiment.ExperimentRecord;
import org.itocheck.training.experiment.Panel;
import org.itocheck.training.experiment.PanelRecord;
import org.itocheck.training.experiment.SettingRecord;
import org.itocheck.training.experiment.Statement;
import org.itocheck.training.schedule.Schedule;

/**
 * Records of experiments that nobody ran: accuracies are a curve, plus what is said of the setting, plus Gaussian scatter that the runs of a
 * replicate share, plus Gaussian scatter of each run.
 *
 * @param seed of the scatter
 * @param replicates runs of each setting
 * @param shared standard deviation of what the runs of a replicate share
 * @param own standard deviation of each run, the same for all epochs of a phase
 */
public record Simulated(long seed, int replicates, double shared, double own) {
    static final double TOLERANCE = 0.01;

    private static final int STEPS_PER_EPOCH = 20;
    private static final double UNTRAINED = 0.1;

    static final RunPlan SGD = new RunPlan(
            "sgd",
            Method.sgd(),
            64,
            Schedule.decayed(0.8, 0.1, 24, 12, 18),
            5e-4,
            Sampling.SHUFFLED,
            Augmentation.NONE,
            Measuring.every(1).noise(6, 12),
            new Seed(1));

    public static Simulated of(long seed) {
        return new Simulated(seed, 4, 0.005, 0.002);
    }

    /** What is special about a run, as a shift of its accuracy in each phase, with G and N. */
    public interface Special {
        double shift(RunPlan plan, int phase);

        default Optional<GradientNoise> noise(RunPlan plan) {
            return Optional.empty();
        }
    }

    /** SGD and SVAG(2), SVAG(4), ... with a shift for each level and phase. */
    public ExperimentRecord levels(List<Integer> levels, Special special, Statement... claims) {
        List<RunPlan> plans = levels.stream()
                .map(l -> l == 1 ? SGD : SGD.with(Method.svag(l)).named("svag-" + l))
                .toList();
        return record(Comparison.LEVELS, plans, special, claims);
    }

    public ExperimentRecord methods(Special special) {
        List<RunPlan> plans = List.of(
                SGD, SGD.with(Method.ngd()).named("ngd"), SGD.with(Method.gd()).named("gd"));
        return record(Comparison.METHODS, plans, special, Statement.NGD_FOLLOWS_SGD);
    }

    /** Linear scaling from B = 64: the final test error and G/N of each batch size. */
    public ExperimentRecord batchSizes(Map<Integer, Double> errors, Map<Integer, Double> ratios) {
        List<RunPlan> plans = errors.keySet().stream()
                .sorted()
                .map(size -> SGD.scaledBy(size / 64.0).named("b" + size))
                .toList();
        Special special = new Special() {
            @Override
            public double shift(RunPlan plan, int phase) {
                return 1 - errors.getOrDefault(plan.batchSize(), Double.NaN) - curve(24);
            }

            @Override
            public Optional<GradientNoise> noise(RunPlan plan) {
                double ratio = ratios.getOrDefault(plan.batchSize(), Double.NaN);
                return Double.isNaN(ratio) ? Optional.empty() : Optional.of(new GradientNoise(3 * ratio, 3, 200));
            }
        };
        return record(Comparison.BATCH_SIZES, plans, special, Statement.SCALING_FAILS_BEYOND);
    }

    private ExperimentRecord record(Comparison comparison, List<RunPlan> plans, Special special, Statement... claims) {
        Panel panel = new Panel("digits", Dataset.DIGITS, "preresnet-8", plans, List.of(claims));
        Experiment experiment = new Experiment(
                "simulated", "Simulated", "nobody", comparison, replicates, new Seed(seed), TOLERANCE, List.of(panel));
        List<SettingRecord> settings = plans.stream()
                .map(plan -> new SettingRecord(
                        plan,
                        IntStream.rangeClosed(1, replicates)
                                .mapToObj(r -> run(panel.run(plan, r, experiment.seed()), plan, r, special))
                                .toList()))
                .toList();
        return new ExperimentRecord(experiment, List.of(new PanelRecord(panel, settings)), 60);
    }

    private RunRecord run(RunPlan plan, RunPlan setting, int replicate, Special special) {
        SplittableRandom of = random("replicate", replicate);
        SplittableRandom mine = random(setting.name(), replicate);
        List<Phase> phases = Phase.of(plan.schedule());
        double[] scatter = new double[phases.size()];
        for (int p = 0; p < scatter.length; p++) {
            scatter[p] = shared * of.nextGaussian() + own * mine.nextGaussian() + special.shift(setting, p + 1);
        }
        List<Measurement> measurements = new ArrayList<>();
        for (int epoch = 0; epoch <= 24; epoch++) {
            int phase = epoch <= 12 ? 0 : epoch <= 18 ? 1 : 2;
            double accuracy = epoch == 0 ? UNTRAINED : curve(epoch) + scatter[phase];
            measurements.add(measurement(plan, epoch, accuracy, special.noise(setting)));
        }
        return new RunRecord(header(plan), measurements, RunStatus.FINISHED);
    }

    private SplittableRandom random(String name, int replicate) {
        return new SplittableRandom(31 * (31 * (31 * seed + name.hashCode()) + replicate) * 0xD1342543DE82EF95L);
    }

    static double curve(int epoch) {
        return 0.9 - 0.5 * Math.exp(-epoch / 4.0) + (epoch > 12 ? 0.03 : 0) + (epoch > 18 ? 0.01 : 0);
    }

    private static Measurement measurement(RunPlan plan, int epoch, double accuracy, Optional<GradientNoise> noise) {
        int level = plan.method().level();
        return new Measurement(
                (long) epoch * STEPS_PER_EPOCH * level,
                epoch * STEPS_PER_EPOCH,
                epoch,
                plan.schedule().at(epoch),
                epoch == 0 ? OptionalDouble.empty() : OptionalDouble.of(2.3 * Math.exp(-epoch / 6.0)),
                2.3 * Math.exp(-epoch / 5.0),
                accuracy,
                2.3 * Math.exp(-epoch / 5.0) + 0.1,
                accuracy,
                20 + epoch,
                Map.of("scale-invariant", 20.0 + epoch),
                epoch > 6 && epoch <= 12 ? noise : Optional.empty(),
                new Measurement.Timing(epoch, OptionalDouble.of(1000)));
    }

    private static RunHeader header(RunPlan plan) {
        return new RunHeader(
                RunHeader.SCHEMA_VERSION,
                plan.name(),
                "preresnet-8",
                "simulated",
                1000,
                "1500 digits",
                "297 digits",
                plan.method().toString(),
                plan.method().level(),
                plan.batchSize(),
                plan.schedule().toString(),
                plan.weightDecay(),
                plan.sampling().toString(),
                plan.augmentation().toString(),
                plan.measuring().toString(),
                plan.seed().toString(),
                480L * plan.method().level(),
                STEPS_PER_EPOCH);
    }

    /** The same record in which one run ended otherwise, after an epoch. */
    public static ExperimentRecord ended(
            ExperimentRecord record, String setting, int replicate, RunStatus how, int epoch) {
        PanelRecord panel = record.panels().get(0);
        List<SettingRecord> settings = panel.settings().stream()
                .map(one -> one.plan().name().equals(setting) ? ended(one, replicate, how, epoch) : one)
                .toList();
        return new ExperimentRecord(
                record.experiment(), List.of(new PanelRecord(panel.panel(), settings)), record.seconds());
    }

    private static SettingRecord ended(SettingRecord setting, int replicate, RunStatus how, int epoch) {
        List<RunRecord> runs = new ArrayList<>(setting.runs());
        RunRecord run = runs.get(replicate - 1);
        runs.set(replicate - 1, new RunRecord(run.header(), run.measurements().subList(0, epoch + 1), how));
        return new SettingRecord(setting.plan(), runs);
    }
}
