package org.itocheck.objective.catalogue;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.itocheck.random.NoiseLaw;
import org.junit.jupiter.api.Test;

class BadCatalogueInputTest {
    @Test
    void a_time_scale_that_is_no_learning_rate_is_refused() {
        assertThatThrownBy(() -> new SinhGrowth("H1", 0, NoiseLaw.GAUSSIAN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "timeScale is 0.0, expected the learning rate eta of the problem, a positive finite number");
    }

    @Test
    void a_logistic_line_needs_samples_curvature_and_batches() {
        assertThatThrownBy(() -> new LogisticLine("D3", new double[0], 0.1, 1))
                .hasMessage("slopes is empty, expected at least one sample");
        assertThatThrownBy(() -> new LogisticLine("D3", new double[] {1, Double.NaN}, 0.1, 1))
                .hasMessage("slopes[1] is NaN, expected a finite number; check where it was computed");
        assertThatThrownBy(() -> new LogisticLine("D3", new double[] {1}, -1, 1))
                .hasMessage("curvature is -1.0, expected at least 0");
        assertThatThrownBy(() -> new LogisticLine("D3", new double[] {1}, 0.1, 0))
                .hasMessage("batchSize is 0, expected at least 1 (drawn with replacement)");
    }
}
