package org.itocheck.training.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.itocheck.network.data.Augmentation;
import org.itocheck.network.data.Dataset;
import org.itocheck.random.Seed;
import org.itocheck.training.Measuring;
import org.itocheck.training.Method;
import org.itocheck.training.RunPlan;
import org.itocheck.training.Sampling;
import org.itocheck.training.schedule.Schedule;

/** The shape of a panel in an experiment's file. */
record PanelDocument(
        String name,
        Optional<String> data,
        Optional<String> network,
        Optional<List<String>> methods,
        OptionalInt batchSize,
        Optional<List<Double>> scaledBy,
        Optional<ScheduleDocument> schedule,
        OptionalDouble weightDecay,
        Optional<String> sampling,
        Optional<String> augmentation,
        Optional<MeasureDocument> measure,
        Optional<List<String>> claims) {

    /** One of the three shapes, over so many epochs. */
    record ScheduleDocument(
            double epochs,
            Optional<DecayedDocument> decayed,
            Optional<List<Double>> triangle,
            Optional<CosineDocument> cosine) {
        Schedule schedule() {
            return decayed.map(d -> d.schedule(epochs))
                    .or(() -> triangle.map(rates -> Schedule.triangle(epochs, array(rates))))
                    .or(() -> cosine.map(c -> Schedule.cosine(c.from(), c.to(), epochs)))
                    .orElseThrow(); // the schema asks for one of them
        }
    }

    record DecayedDocument(double from, OptionalDouble by, Optional<List<Double>> at) {
        Schedule schedule(double epochs) {
            return Schedule.decayed(from, by.orElse(USUAL_DECAY), epochs, array(at.orElse(List.of())));
        }
    }

    record CosineDocument(double from, double to) {}

    record MeasureDocument(OptionalDouble every, OptionalInt trainImages, Optional<NoiseDocument> noise) {
        static final MeasureDocument USUAL =
                new MeasureDocument(OptionalDouble.empty(), OptionalInt.empty(), Optional.empty());

        Measuring measuring() {
            Measuring plain = Measuring.every(every.orElse(1)).onTrainImages(trainImages.orElse(Integer.MAX_VALUE));
            return noise.map(n -> plain.noise(n.from(), n.to())
                            .noiseBatches(n.batches().orElse(0)))
                    .orElse(plain);
        }
    }

    record NoiseDocument(double from, double to, OptionalInt batches) {}

    private static final double USUAL_DECAY = 0.1;

    Panel panel() {
        List<RunPlan> settings = new ArrayList<>();
        for (String method : methods.orElse(List.of("SGD"))) {
            RunPlan plan = plan(Method.named(method));
            if (scaledBy.isEmpty()) {
                settings.add(plan);
            }
            for (double kappa : scaledBy.orElse(List.of())) {
                RunPlan scaled = plan.scaledBy(kappa);
                settings.add(scaled.named(plan.name() + "-b" + scaled.batchSize()));
            }
        }
        return new Panel(
                name,
                Dataset.named(data.orElseThrow(() -> missing("data"))),
                network.orElseThrow(() -> missing("network")),
                settings,
                claims.orElse(List.of()).stream()
                        .map(claim -> ExperimentDocument.constant(Statement.class, claim))
                        .toList());
    }

    private RunPlan plan(Method method) {
        return new RunPlan(
                method.toString().toLowerCase(Locale.ROOT).replace("(", "-").replace(")", ""),
                method,
                batchSize.orElseThrow(() -> missing("batchSize")),
                schedule.orElseThrow(() -> missing("schedule")).schedule(),
                weightDecay.orElseThrow(() -> missing("weightDecay")),
                ExperimentDocument.constant(Sampling.class, sampling.orElse("shuffled")),
                augmentation.orElse("none").equals("none") ? Augmentation.NONE : Augmentation.CROP_AND_FLIP,
                measure.orElse(MeasureDocument.USUAL).measuring(),
                new Seed(0));
    }

    private IllegalArgumentException missing(String field) {
        return new IllegalArgumentException(
                "panel " + name + " has no " + field + "; give it there, or under 'each' for all panels");
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
