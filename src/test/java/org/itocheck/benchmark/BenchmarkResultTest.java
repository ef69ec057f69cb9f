package org.itocheck.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.itocheck.report.JsonFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchmarkResultTest {
    @TempDir
    Path folder;

    @Test
    void the_json_follows_its_schema() throws IOException {
        Path file = folder.resolve("deep/bench.json");
        result(true, 0, 0).writeJson(file);

        assertThat(errors(Files.readString(file))).isEmpty();
        assertThat(Files.readString(file)).contains("\"bytesPerStep\" : \"NaN\"", "\"least\" : 1.5");
    }

    @Test
    void the_schema_refuses_fields_it_does_not_know_and_misses_none() throws IOException {
        String text = JsonFile.render(result(true, 0, 0));
        for (String field :
                List.of("overItoCheck", "speedup", "cpuGrowth", "wrong", "warm", "peakHeapMegabytes", "processor")) {
            assertThat(errors(text.replace("\"" + field + "\"", "\"other\"")))
                    .as(field)
                    .isNotEmpty();
        }
    }

    @Test
    void one_wrong_number_anywhere_makes_it_unsound() {
        assertThat(result(true, 0, 0).sound()).isTrue();
        assertThat(result(true, 6.1, 0).sound()).isFalse();
        assertThat(result(true, -6.1, 0).sound()).isFalse();
        assertThat(result(true, Double.NaN, 0).sound()).isFalse();
        assertThat(result(true, 0, 1).sound()).isFalse();
    }

    @Test
    void a_plan_without_work_is_refused() {
        assertThatThrownBy(() -> new BenchmarkPlan(List.of(), 1, 1, true, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("problems is empty, expected at least one of P1 to P4");
        assertThatThrownBy(() -> new BenchmarkPlan(List.of(PeerProblem.P1), 0, 1, true, null))
                .hasMessage("rounds is 0, expected at least 1");
        assertThatThrownBy(() -> new BenchmarkPlan(List.of(PeerProblem.P1), 1, 0, true, null))
                .hasMessage("threads is 0, expected at least 1");
    }

    @Test
    void a_long_run_has_a_small_one_beside_it() {
        BenchmarkResult result = new Benchmark(next -> {}).runLong(List.of(PeerProblem.P1), 200_000, 1);

        assertThat(result.longRuns()).extracting(LongRun::trajectories).containsExactly(2_000L, 200_000L);
        assertThat(result.longRuns()).allSatisfy(run -> {
            assertThat(run.sound()).isTrue();
            assertThat(run.peakHeapMegabytes()).isPositive();
            assertThat(run.trajectoriesPerSecond()).isPositive();
        });
    }

    private static BenchmarkResult result(boolean warm, double deviations, int wrong) {
        Spread spread = new Spread(2, 1.5, 3);
        ImplementationResult own = new ImplementationResult("ItoCheck", "", spread, spread, 0.57, 1e-3, deviations);
        ProblemResult problem = new ProblemResult(
                "P1", "a process", new PeerProblem.Reference(0.57, 0), Double.NaN, spread, spread, List.of(own));
        SuiteResult.Row row = new SuiteResult.Row("C2", "SVAG", 10, 10 - wrong, wrong, 1000, 4000, 1.5, 1.25, 2.5);
        LongRun run = new LongRun("P1", 1000, 2, 1, 2, 30, 4, 0.57, 1e-3, 0);
        return new BenchmarkResult(
                1,
                Machine.current(),
                2,
                5,
                List.of("a note"),
                List.of(problem),
                List.of(new SuiteResult(2, warm, List.of(row))),
                List.of(run));
    }

    private static List<Error> errors(String text) throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(Path.of("docs/benchmark-schema.json")), InputFormat.JSON);
        return schema.validate(text, InputFormat.JSON);
    }
}
