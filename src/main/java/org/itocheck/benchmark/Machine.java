package org.itocheck.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.itocheck.math.Kernels;

/**
 * What a benchmark ran on, as far as it explains its numbers; nothing that tells whose machine it is.
 *
 * @param processor the name of the processor, or the architecture where the system does not tell
 * @param processors how many the JVM may use
 * @param os name of the operating system
 * @param java version of the Java runtime
 * @param kernels what computes rows, see {@link Kernels#describe}
 * @param heapMegabytes the largest heap
 */
public record Machine(String processor, int processors, String os, String java, String kernels, long heapMegabytes) {
    /** This one. */
    public static Machine current() {
        Runtime runtime = Runtime.getRuntime();
        return new Machine(
                processorName(),
                runtime.availableProcessors(),
                System.getProperty("os.name", "unknown"),
                System.getProperty("java.version", "unknown"),
                Kernels.describe(),
                runtime.maxMemory() >> 20);
    }

    private static String processorName() {
        String fallback = System.getProperty("os.arch", "unknown");
        try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.replaceFirst(".*:", "").strip())
                    .findFirst()
                    .orElse(fallback);
        } catch (IOException e) { // not Linux
            return fallback;
        }
    }
}
