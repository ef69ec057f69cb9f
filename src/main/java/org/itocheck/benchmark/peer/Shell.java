package org.itocheck.benchmark.peer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs a program of the operating system on one thread and reads what it prints. */
final class Shell {
    private static final int NOT_FOUND = 127;
    private static final Map<String, String> ONE_THREAD =
            Map.of("OMP_NUM_THREADS", "1", "OPENBLAS_NUM_THREADS", "1", "MKL_NUM_THREADS", "1");

    private Shell() {}

    /**
     * @param code the exit code; 127 if there is no such program
     * @param output what it printed, errors among it
     */
    record Result(int code, List<String> output) {
        boolean succeeded() {
            return code == 0;
        }

        /** The last line, for messages. */
        String lastLine() {
            return output.isEmpty() ? "no output" : output.get(output.size() - 1);
        }
    }

    static Result run(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(ONE_THREAD);
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            return new Result(NOT_FOUND, List.of(String.valueOf(e.getMessage())));
        }
        try {
            process.getOutputStream().close();
            List<String> output = new ArrayList<>();
            try (var reader = process.inputReader(StandardCharsets.UTF_8)) {
                reader.lines().forEach(output::add);
            }
            return new Result(process.waitFor(), output);
        } catch (IOException e) {
            throw new PeerException("cannot read from " + String.join(" ", command) + " (" + e.getMessage() + ")");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PeerException("interrupted while " + String.join(" ", command) + " ran");
        } finally {
            process.destroy();
        }
    }
}
