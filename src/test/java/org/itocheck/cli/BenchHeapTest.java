package org.itocheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Slow because it moves 10^8 trajectories by 100 steps. */
@Tag("slow")
class BenchHeapTest {
    @TempDir
    Path folder;

    @Test
    void a_hundred_million_trajectories_take_no_more_heap_than_a_million() throws Exception {
        Path json = folder.resolve("bench.json");
        Path log = folder.resolve("log");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "bench",
                        "--problems",
                        "P1",
                        "--trajectories",
                        "1e8",
                        "--json",
                        json.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();

        int code = process.waitFor();

        assertThat(code).as(Files.readString(log)).isZero();
        List<Double> live = megabytes(json, "liveHeapMegabytes");
        List<Double> peak = megabytes(json, "peakHeapMegabytes");
        assertThat(live).hasSize(2);
        assertThat(live.get(1)).isLessThan(live.get(0) + 1);
        assertThat(peak.get(1)).isLessThan(256);
    }

    private static List<Double> megabytes(Path json, String field) throws IOException {
        return Pattern.compile("\"" + field + "\" : ([0-9.]+)")
                .matcher(Files.readString(json))
                .results()
                .map(match -> Double.valueOf(match.group(1)))
                .toList();
    }
}
