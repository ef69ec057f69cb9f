package org.itocheck.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.itocheck.math.OtherJvm;
import org.itocheck.network.NetworkLoss;
import org.itocheck.network.Networks;
import org.itocheck.network.data.Augmentation;
import org.itocheck.random.Seed;
import org.itocheck.training.schedule.Schedule;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In a JVM of its own with a heap of fixed size, so that what grows is native memory. */
@Tag("slow")
class FlatMemoryTest {
    private static final int STEPS = 100_000;
    private static final int FEW_STEPS = 20_000;
    private static final int SAMPLE = 10_000;
    private static final long ALLOWED = 16L << 20;

    @TempDir
    Path folder;

    @Test
    void a_hundred_thousand_steps_take_no_more_memory_than_ten_thousand() throws IOException, InterruptedException {
        Networks.assumeTorch();

        List<Long> bytes = run(STEPS, "clean");

        assertThat(bytes).hasSize(STEPS / SAMPLE);
        assertThat(growth(bytes)).as("bytes in use: %s", bytes).isLessThan(ALLOWED);
    }

    @Test
    void one_gradient_a_step_that_is_not_freed_is_seen() throws IOException, InterruptedException {
        Networks.assumeTorch();

        assertThat(growth(run(FEW_STEPS, "leak"))).isGreaterThan(ALLOWED);
    }

    private static long growth(List<Long> bytes) {
        return bytes.get(bytes.size() - 1) - bytes.get(0);
    }

    private List<Long> run(int steps, String kind) throws IOException, InterruptedException {
        OtherJvm jvm = OtherJvm.with(List.of(
                "-Xms64m",
                "-Xmx64m",
                "-XX:+AlwaysPreTouch",
                "-Dorg.bytedeco.javacpp.maxphysicalbytes=0",
                "-Dfolder=" + folder,
                "-Dsteps=" + steps,
                "-Dkind=" + kind));
        return jvm.run(Runner.class, folder).stream().map(Long::valueOf).toList();
    }

    /** Prints how much memory the process has, every ten thousand steps. */
    static final class Runner {
        private static final List<Pointer> KEPT = new ArrayList<>();

        private Runner() {}

        public static void main(String[] args) {
            String kind = System.getProperty("kind");
            Path folder = Path.of(System.getProperty("folder"));
            NetworkLoss train = Runs.train();
            double epochs = Integer.getInteger("steps") / 6.0;
            boolean leaks = kind.equals("leak");
            RunPlan plan = new RunPlan(
                    kind,
                    Method.sgd(),
                    16,
                    Schedule.cosine(0.1, 0.001, epochs),
                    0,
                    Sampling.WITH_REPLACEMENT,
                    new Augmentation(1, false),
                    Measuring.every(epochs),
                    new Seed(1));
            new TrainingRun(plan, train, Runs.test(train), folder).run(progress -> {
                if (leaks) {
                    KEPT.add(new FloatPointer(new float[train.dimension()]));
                }
                if (progress.step() % SAMPLE == 0) {
                    System.out.println(Pointer.physicalBytes());
                }
                return true;
            });
        }
    }
}
