package org.itocheck.truth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.itocheck.dynamics.Problem;
import org.itocheck.dynamics.optimizer.Svag;
import org.itocheck.dynamics.sde.ItoSde;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every golden number of problems A to D: all checkpoints, levels 1 to 64, means and variances, of SVAG and of the SDE. */
class GoldenTruthTest {
    static Stream<String> names() {
        return Golden.NAMES.keySet().stream()
                .filter(name -> !name.startsWith("D1"))
                .sorted();
    }

    @ParameterizedTest
    @MethodSource("names")
    void truth_equals_the_golden_numbers(String name) {
        List<Golden.Cell> cells = Golden.cells(name);
        Problem problem = Golden.problem(name);
        double worst = 0;
        Map<Integer, Truth> truths = new HashMap<>();
        for (Golden.Cell cell : cells) {
            Truth truth = truths.computeIfAbsent(cell.level(), level -> truth(problem, level));
            Expectation actual = truth.of(cell.g(), cell.checkpoint()).orElseThrow();
            double value = cell.variance() ? actual.variance() : actual.mean();
            double error = Math.abs(value - cell.value()) / Math.max(1, Math.abs(cell.value()));
            worst = Math.max(worst, error);
            assertThat(error).as("%s: %s is %s", name, cell, value).isLessThan(1e-11);
        }
        System.out.printf(Locale.ROOT, "%-26s %5d golden cells, largest deviation %.1e%n", name, cells.size(), worst);
        assertThat(cells).hasSizeGreaterThan(80);
    }

    private static Truth truth(Problem problem, int level) {
        return level == 0
                ? Truths.of(ItoSde.of(problem), problem).orElseThrow()
                : Truths.of(Svag.family(problem).at(level, problem.objective()), problem)
                        .orElseThrow();
    }
}
