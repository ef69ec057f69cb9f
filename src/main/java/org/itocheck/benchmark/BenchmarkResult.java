package org.itocheck.benchmark;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import org.itocheck.report.JsonFile;

/**
 * All numbers of one benchmark, in the shape of its JSON, docs/benchmark-schema.json.
 *
 * @param schemaVersion raised when a field changes its meaning or goes
 * @param machine what it ran on
 * @param threads "all threads" of this benchmark
 * @param rounds how often each implementation was measured
 * @param notes how peers ran, and which were skipped and why
 * @param problems the four processes, or some of them
 * @param suites the default suite: on all threads as a build sees it, then warm on one thread and on all; empty if it was left out
 * @param longRuns for the heap; empty but where they are all that was asked for
 */
public record BenchmarkResult(
        int schemaVersion,
        Machine machine,
        int threads,
        int rounds,
        List<String> notes,
        List<ProblemResult> problems,
        List<SuiteResult> suites,
        List<LongRun> longRuns) {
    /** The shape of this release. */
    public static final int SCHEMA_VERSION = 1;

    /** Copies the lists. */
    public BenchmarkResult {
        notes = List.copyOf(notes);
        problems = List.copyOf(problems);
        suites = List.copyOf(suites);
        longRuns = List.copyOf(longRuns);
    }

    /** Wall time of the engine in the warm suite on one thread over that on all; empty without both. */
    public OptionalDouble suiteSpeedup() {
        return threads > 1 && suites.size() == 3
                ? OptionalDouble.of(
                        suites.get(1).simulationSeconds() / suites.get(2).simulationSeconds())
                : OptionalDouble.empty();
    }

    /** Whether everything that was timed computes the right thing. */
    public boolean sound() {
        return problems.stream().allMatch(ProblemResult::sound)
                && suites.stream().allMatch(SuiteResult::sound)
                && longRuns.stream().allMatch(LongRun::sound);
    }

    /** Writes the JSON. */
    public void writeJson(Path file) {
        JsonFile.write(file, this);
    }
}
