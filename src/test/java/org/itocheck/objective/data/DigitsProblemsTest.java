package org.itocheck.objective.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.itocheck.dynamics.Problem;
import org.itocheck.dynamics.Problems;
import org.itocheck.objective.Evaluator;
import org.itocheck.objective.FiniteSum;
import org.itocheck.objective.LeastSquares;
import org.itocheck.objective.LogisticRegression;
import org.itocheck.objective.SoftmaxRegression;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DigitsProblemsTest {
    @Test
    void names_come_with_problems() {
        assertThat(Problems.names())
                .startsWith("A1/gaussian")
                .containsSubsequence(
                        "C2", "D1/skew2pt", "digits/least-squares", "digits/logistic", "digits/softmax-64");
        assertThat(Problems.all().stream().map(Problem::name)).containsExactlyElementsOf(Problems.names());
        assertThatThrownBy(() -> Problems.named("digits/logistics"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("did you mean 'digits/logistic'?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"digits/least-squares", "digits/logistic", "digits/softmax-64"})
    void gradient_descent_is_stable_and_goes_down(String name) {
        Problem problem = Problems.named(name);
        FiniteSum sum = (FiniteSum) problem.objective();
        assertThat(problem.learningRate() * (curvature(sum) + problem.weightDecay()))
                .isBetween(0.2, 1.0);
        Evaluator evaluator = sum.evaluator(1);
        double[][] x = new double[sum.dimension()][1];
        double[][] gradient = new double[sum.dimension()][1];
        double[] value = new double[1];
        evaluator.value(x, value);
        double before = value[0];
        for (int step = 0; step < problem.steps(); step++) {
            double last = value[0];
            evaluator.gradient(x, gradient);
            for (int i = 0; i < x.length; i++) {
                x[i][0] -= problem.learningRate() * gradient[i][0];
            }
            evaluator.value(x, value);
            assertThat(value[0]).isLessThan(last);
        }
        assertThat(value[0]).isLessThan(0.85 * before);
    }

    /** The largest curvature at the start: the largest eigenvalue of (1/n) sum a a' times the second derivative in a score, 1, 1/4 or 1/10. */
    private static double curvature(FiniteSum sum) {
        if (sum instanceof LeastSquares s) {
            return largestEigenvalue(s.features());
        }
        return sum instanceof LogisticRegression s
                ? largestEigenvalue(s.features()) / 4
                : largestEigenvalue(((SoftmaxRegression) sum).features()) / 10;
    }

    private static double largestEigenvalue(double[][] features) {
        int d = features[0].length;
        double[] v = IntStream.range(0, d).mapToDouble(k -> 1 + 0.1 * k).toArray();
        double norm = 0;
        for (int step = 0; step < 100; step++) {
            double[] next = new double[d];
            for (double[] a : features) {
                double dot = 0;
                for (int k = 0; k < d; k++) {
                    dot += a[k] * v[k];
                }
                for (int k = 0; k < d; k++) {
                    next[k] += dot * a[k] / features.length;
                }
            }
            norm = Math.sqrt(
                    IntStream.range(0, d).mapToDouble(k -> next[k] * next[k]).sum());
            for (int k = 0; k < d; k++) {
                v[k] = next[k] / norm;
            }
        }
        return norm;
    }
}
