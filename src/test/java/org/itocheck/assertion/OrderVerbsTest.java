package org.itocheck.assertion;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.itocheck.assertion.ItoCheckAssertions.assertThat;
import static org.itocheck.assertion.ItoCheckAssertions.order;
import static org.itocheck.assertion.ItoCheckAssertions.within;

import org.itocheck.dynamics.Problem;
import org.itocheck.dynamics.Problems;
import org.itocheck.dynamics.optimizer.Sgd;
import org.itocheck.dynamics.optimizer.Svag;
import org.itocheck.dynamics.sde.ItoSde;
import org.itocheck.dynamics.sde.SecondOrderSde;
import org.itocheck.observable.Observable;
import org.itocheck.random.Seed;
import org.itocheck.verify.Verifier;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;

class OrderVerbsTest {
    private static final Problem C2 = Problems.named("C2");
    private static final Verifier VERIFIER = Verifier.withSeed(new Seed(7));

    @Test
    void the_theorems_read_as_sentences() {
        assertThat(C2)
                .using(VERIFIER)
                .observing(Observable.squaredNorm())
                .atLevels(1, 2, 4, 8, 16, 32)
                .hasBoundedErrors(Svag.family(C2), ItoSde.of(C2))
                .hasBoundedMoments(Svag.family(C2), 2)
                .hasOrderInLearningRate(order(1), Sgd::family, ItoSde::of)
                .hasOrderInLearningRate(order(2), Sgd::family, SecondOrderSde::of)
                .followsGradientFlow(within(0.2));
    }

    @Test
    void a_false_one_throws() {
        ProblemAssert chain = assertThat(C2).using(VERIFIER).observing(Observable.squaredNorm());
        assertThatThrownBy(() -> chain.hasOrderInLearningRate(order(2), Sgd::family, ItoSde::of))
                .isInstanceOf(AssertionFailedError.class)
                .hasMessageStartingWith(
                        "SGD on C2 is of order 2 in eta against its SDE: FAIL, coefficient of eta^1 in the"
                                + " error of |x|^2 is ");
        assertThatThrownBy(
                        () -> assertThat(C2).using(VERIFIER).hasOrderInLearningRate(order(2), Sgd::family, ItoSde::of))
                .hasMessage("hasOrderInLearningRate needs an observable: add for example"
                        + " .observing(Observable.squaredNorm()) before hasOrderInLearningRate");
    }
}
