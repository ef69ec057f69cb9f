package org.itocheck.claim.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.itocheck.claim.Outcome;
import org.itocheck.claim.Verdict;
import org.itocheck.dynamics.Problems;
import org.itocheck.objective.Evaluator;
import org.itocheck.objective.Objective;
import org.itocheck.objective.StochasticObjective;
import org.itocheck.random.NoiseRows;
import org.itocheck.random.RandomStream;
import org.itocheck.random.Seed;
import org.itocheck.verify.Verifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HessianIdentityTest {
    private final Verifier verifier = new Verifier(new Seed(22), 1e-6, 1e-3, 1 << 14, 1);

    @ParameterizedTest
    @ValueSource(strings = {"E1", "E2", "E3", "E5", "digits/normalised-least-squares"})
    void it_holds_with_the_products_of_the_loss_itself(String name) {
        Outcome outcome = verify(Problems.named(name).objective());

        assertThat(outcome.verdict()).as(outcome.headline()).isEqualTo(Verdict.PASS);
        assertThat(outcome.cells()).hasSize(6).allMatch(cell -> cell.halfWidth() == 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"E1", "E3", "E5", "digits/normalised-least-squares", "digits/normalised-logistic"})
    void it_holds_with_differences_whose_error_is_known(String name) {
        Outcome outcome = verify(new Changed(Problems.named(name).objective(), false));

        assertThat(outcome.verdict()).as(outcome.headline()).isEqualTo(Verdict.PASS);
        assertThat(outcome.cells()).allMatch(cell -> cell.halfWidth() > 0 && cell.halfWidth() < 1e-9);
    }

    @ParameterizedTest
    @ValueSource(strings = {"C2", "digits/logistic"})
    void it_fails_on_losses_that_are_not_scale_invariant(String name) {
        Outcome outcome = verify(Problems.named(name).objective());

        assertThat(outcome.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(outcome.finding()).contains(" is violated by ").endsWith(" of its size");
    }

    @Test
    void a_hessian_with_the_wrong_sign_fails_by_two() {
        Outcome outcome = verify(new Changed(Problems.named("E3").objective(), true));

        assertThat(outcome.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(outcome.cells().get(1).estimate()).isBetween(1.99, 2.01);
    }

    @Test
    void a_ripple_that_differences_cannot_follow_is_not_judged() {
        Outcome outcome = verifier.verify(new HessianIdentity(new Ripple(), List.of(new double[] {1, 0.5})));

        assertThat(outcome.verdict()).as(outcome.headline()).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void a_loss_without_a_gradient_is_not_judged() {
        Outcome outcome = verify(new Bare());

        assertThat(outcome.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(outcome.finding()).startsWith("the objective gives no gradient; ");
    }

    @Test
    void bad_arguments_are_refused() {
        Objective e1 = Problems.named("E1").objective();
        assertThatThrownBy(() -> new HessianIdentity(e1, List.of(new double[3])))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("point is 0, where no scale-invariant loss has a gradient; choose another point");
        assertThatThrownBy(() -> new HessianIdentity(e1, List.of(), -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("tolerance is -1.0, expected a positive number");
    }

    private Outcome verify(Objective loss) {
        return verifier.verify(new HessianIdentity(loss, List.of()));
    }

    /** A loss without its hessianProduct, or with the sign of it wrong. */
    private record Changed(Objective loss, boolean wrong) implements Objective {
        @Override
        public String name() {
            return loss.name();
        }

        @Override
        public int dimension() {
            return loss.dimension();
        }

        @Override
        public Evaluator evaluator(int lanes) {
            Evaluator inner = loss.evaluator(lanes);
            return new Evaluator() {
                @Override
                public void sampleGradient(double[][] x, NoiseRows noise, double[][] gradient) {
                    inner.sampleGradient(x, noise, gradient);
                }

                @Override
                public void gradient(double[][] x, double[][] gradient) {
                    inner.gradient(x, gradient);
                }

                @Override
                public void hessianProduct(double[][] x, double[][] v, double[][] out) {
                    if (!wrong) {
                        Evaluator.super.hessianProduct(x, v, out);
                    }
                    inner.hessianProduct(x, v, out);
                    for (double[] row : out) {
                        row[0] = -row[0];
                    }
                }
            };
        }
    }

    private static class Bare implements StochasticObjective {
        @Override
        public String name() {
            return "bare";
        }

        @Override
        public int dimension() {
            return 2;
        }

        @Override
        public void sampleGradient(double[] x, RandomStream random, double[] gradient) {
            gradient[0] = x[0];
        }
    }

    /** Scale invariant but for a ripple of a millionth, which differences cannot follow: L = x[0] / |x|. */
    private static final class Ripple extends Bare {
        @Override
        public void gradient(double[] x, double[] gradient) {
            double norm = Math.hypot(x[0], x[1]);
            double ripple = 1e-6 * StrictMath.sin(1e6 * x[0]);
            gradient[0] = x[1] * x[1] / (norm * norm * norm) + ripple;
            gradient[1] = -x[0] * x[1] / (norm * norm * norm);
        }
    }
}
