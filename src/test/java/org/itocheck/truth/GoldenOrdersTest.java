package org.itocheck.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.File;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.itocheck.dynamics.Problem;
import org.itocheck.dynamics.Problems;
import org.itocheck.dynamics.optimizer.Sgd;
import org.itocheck.dynamics.optimizer.Svag;
import org.itocheck.dynamics.sde.ItoSde;
import org.itocheck.observable.ArsinhPolynomial;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * Every golden number of problems D3 and H1: all checkpoints, levels 1 to 64, means and variances, of SVAG and of the SDE. Largest
 * deviations, relative to max(1, |value|): D3 2e-13, H1 5e-13.
 */
class GoldenOrdersTest {
    private static final JsonNode ROOT = new ObjectMapper().readTree(new File("fixtures/golden/golden-orders.json"));
    private static final Problem H1 = Problems.named("H1/gaussian");

    @ParameterizedTest
    @CsvSource({"D3, D3_logistic", "H1/gaussian, H1_sinh/gaussian"})
    void truth_equals_the_golden_numbers(String name, String goldenName) {
        Problem problem = Problems.named(name);
        List<Golden.Cell> cells = Golden.cells(problem, ROOT.path("problems").path(goldenName));
        Map<Integer, Truth> truths = new HashMap<>();
        assertThat(cells).hasSizeGreaterThan(80);
        for (Golden.Cell cell : cells) {
            Truth truth = truths.computeIfAbsent(cell.level(), level -> truth(problem, level));
            Expectation actual = truth.of(cell.g(), cell.checkpoint()).orElseThrow();
            double value = cell.variance() ? actual.variance() : actual.mean();
            double error = Math.abs(value - cell.value()) / Math.max(1, Math.abs(cell.value()));
            assertThat(error).as("%s: %s", name, cell).isLessThan(1e-12);
        }
    }

    /**
     * The golden numbers of H1/gaussian at levels 1 to 8 come from 48 nodes of Gauss-Hermite, too few for arsinh of so wide a step: after two
     * steps of level 1 they are off by 2e-10, after four by up to 4e-6. The density that the library takes is right: it equals a double
     * trapezoid sum over both normals.
     */
    @Test
    void the_density_of_a_gaussian_step_is_right_where_gauss_hermite_is_not() {
        ArsinhPolynomial p = new ArsinhPolynomial(0, 0, 8, -6, 1);
        double sum = doubleSum(0.02);
        assertThat(sum).isCloseTo(doubleSum(0.05), within(1e-12));
        Truth library = Truths.of(Sgd.family(H1).at(1, H1.objective()), H1).orElseThrow();
        assertThat(library.of(p, 2).orElseThrow().mean()).isCloseTo(sum, within(1e-13));
        double rough = truth(H1, 1).of(p, 2).orElseThrow().mean();
        assertThat(Math.abs(rough - sum)).isBetween(2e-10, 2.1e-10);
    }

    private static double doubleSum(double h) {
        int half = (int) Math.round(9.5 / h);
        double total = 0;
        double sum = 0;
        for (int i = -half; i <= half; i++) {
            double x = step(0, i * h);
            double weight = Math.exp(-(i * h) * (i * h) / 2);
            double weights = 0;
            double values = 0;
            for (int j = -half; j <= half; j++) {
                double w = Math.exp(-(j * h) * (j * h) / 2);
                double next = step(x, j * h);
                double y = Math.copySign(Math.log(Math.abs(next) + Math.sqrt(1 + next * next)), next);
                weights += w;
                values += w * y * (8 + y * (y - 6));
            }
            total += weight * weights;
            sum += weight * values;
        }
        return sum / total;
    }

    private static double step(double x, double z) {
        double root = Math.sqrt(1 + x * x);
        return x + 0.25 * (x / 2 + root) - 0.5 * root * z;
    }

    /** H1 with the nodes of its golden numbers. */
    private static Truth truth(Problem problem, int level) {
        if (problem.name().equals(H1.name()) && level > 0) {
            OneStep step = OneStep.of(Svag.family(problem).at(level, problem.objective()))
                    .orElseThrow();
            return new CheckpointTruth("grid", 4, () -> GridLawsTest.withHermiteNodes(problem, step, level, 48));
        }
        return level == 0
                ? Truths.of(ItoSde.of(problem), problem).orElseThrow()
                : Truths.of(Svag.family(problem).at(level, problem.objective()), problem)
                        .orElseThrow();
    }
}
