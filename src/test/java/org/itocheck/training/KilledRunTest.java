package org.itocheck.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.itocheck.network.Networks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledRunTest {
    private static final int LINES_BEFORE_THE_KILL = 4;

    @TempDir
    Path folder;

    @TempDir
    Path other;

    @Test
    void a_run_whose_process_is_killed_goes_on_with_the_same_bits() throws IOException, InterruptedException {
        Networks.assumeTorch();
        Process victim = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Victim.class.getName(),
                        folder.toString()))
                .inheritIO()
                .start();
        Path log = Runs.run(Runs.SGD, folder).log();
        while (lines(log) < LINES_BEFORE_THE_KILL) {
            assertThat(victim.isAlive()).isTrue();
            TimeUnit.MILLISECONDS.sleep(5);
        }
        victim.destroyForcibly().waitFor();

        assertThat(RunLog.read(log).status()).isEqualTo(RunStatus.STOPPED);
        assertThat(Runs.untimed(Runs.of(Runs.SGD, folder))).isEqualTo(Runs.untimed(Runs.of(Runs.SGD, other)));
    }

    private static long lines(Path log) throws IOException {
        return Files.exists(log) ? Files.readString(log).lines().count() : 0;
    }

    /** A process that runs slowly enough to be caught in the middle. */
    static final class Victim {
        private Victim() {}

        public static void main(String[] args) {
            Runs.run(Runs.SGD, Path.of(args[0])).run(progress -> {
                try {
                    TimeUnit.MILLISECONDS.sleep(200);
                } catch (InterruptedException e) {
                    return false;
                }
                return true;
            });
        }
    }
}
