package org.itocheck.junit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.itocheck.assertion.ItoCheckAssertions.assertThat;
import static org.itocheck.assertion.ItoCheckAssertions.within;

import java.util.stream.Stream;
import org.itocheck.dynamics.Family;
import org.itocheck.dynamics.Problem;
import org.itocheck.dynamics.Problems;
import org.itocheck.dynamics.optimizer.Svag;
import org.itocheck.dynamics.sde.ItoSde;
import org.itocheck.objective.StochasticObjective;
import org.itocheck.observable.Observable;
import org.itocheck.random.NoiseLaw;
import org.itocheck.random.RandomStream;
import org.itocheck.verify.Verifier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opentest4j.AssertionFailedError;

/** Test classes that the tests of the extension run on an engine of their own. They are nested, so the build runs none of them itself. */
final class Fixtures {
    static final Problem PROBLEM = Problems.a1(NoiseLaw.RADEMACHER);

    private Fixtures() {}

    /** SGD that walks uphill: its limit is wrong by far. */
    private static Family uphill() {
        return Family.of("Uphill", 0.5, level -> (x, context) -> {
            double[] g = context.sampleGradient(x);
            for (int i = 0; i < x.length; i++) {
                x[i] += context.learningRate() * g[i];
            }
        });
    }

    static void passing(Verifier verifier) {
        assertThat(Svag.family(PROBLEM))
                .using(verifier)
                .on(PROBLEM)
                .observing(Observable.coordinate(0))
                .atLevels(1, 2)
                .atCheckpoints(1)
                .hasWeakErrorBelow(1, ItoSde.of(PROBLEM));
    }

    static void failing(Verifier verifier) {
        assertThat(uphill())
                .using(verifier)
                .on(PROBLEM)
                .observing(Observable.coordinate(0), Observable.power(0, 2))
                .atLevels(1, 2)
                .hasLimit(ItoSde.of(PROBLEM), within(0.5));
    }

    static void inconclusive(Verifier verifier) {
        assertThat(Svag.family(PROBLEM))
                .using(verifier)
                .on(PROBLEM)
                .observing(Observable.coordinate(0))
                .atLevels(1, 2)
                .hasLimit(ItoSde.of(PROBLEM), within(0.001));
    }

    @VerificationTest(trajectories = 40_000)
    static class Plain {
        @Test
        void passes(Verifier verifier) {
            passing(verifier);
        }

        @Test
        void fails(Verifier verifier) {
            failing(verifier);
        }

        @Test
        void stays_open(Verifier verifier) {
            inconclusive(verifier);
        }

        @Test
        void fails_as_expected(Verifier verifier) {
            assertThatThrownBy(() -> failing(verifier)).isInstanceOf(AssertionFailedError.class);
        }

        @Test
        void dies(Verifier verifier) {
            passing(verifier);
            throw new UnsupportedOperationException("by itself");
        }

        @Test
        void lacks_its_verb(Verifier verifier) {
            assertThat(Svag.family(PROBLEM)).using(verifier).on(PROBLEM);
        }

        @Test
        void takes_no_verifier() {}
    }

    @VerificationTest(trajectories = 40_000)
    static class Templates {
        @ParameterizedTest
        @ValueSource(ints = {1, 2, 3})
        void parametrised(int number, Verifier verifier) {
            failing(verifier);
        }

        @RepeatedTest(2)
        void repeated(Verifier verifier) {
            passing(verifier);
        }

        @TestFactory
        Stream<DynamicTest> dynamic(Verifier verifier) {
            return Stream.of(1, 2).map(i -> DynamicTest.dynamicTest("dynamic " + i, () -> passing(verifier)));
        }
    }

    abstract static class Base {
        @Test
        void inherited(Verifier verifier) {
            passing(verifier);
        }
    }

    @VerificationTest(trajectories = 40_000, falseFailRate = 1e-3)
    static class Outer extends Base {
        @Test
        void own(Verifier verifier) {
            passing(verifier);
        }

        @Nested
        class Inner {
            @Test
            void fails(Verifier verifier) {
                failing(verifier);
            }
        }

        @Nested
        @VerificationTest(trajectories = 40_000, falseFailRate = 1e-2)
        class Rich {
            @Test
            void has_rates_of_its_own(Verifier verifier) {
                passing(verifier);
            }
        }
    }

    @VerificationTest(trajectories = 40_000)
    @FixedSeed("0x2A")
    static class Fixed {
        @Test
        void by_class(Verifier verifier) {
            passing(verifier);
        }

        @Test
        @FixedSeed("0x2B")
        void by_method(Verifier verifier) {
            passing(verifier);
        }

        @Test
        @FixedSeed("forty-two")
        void malformed(Verifier verifier) {
            passing(verifier);
        }
    }

    @VerificationTest
    static class InBeforeEach {
        private Verifier kept = new Verifier(new org.itocheck.random.Seed(1), 0.1, 0.1, 1, 1);

        @BeforeEach
        void keep(Verifier verifier) {
            kept = verifier;
        }

        @Test
        void is_the_same(Verifier verifier) {
            org.assertj.core.api.Assertions.assertThat(verifier).isSameAs(kept);
            passing(verifier.withScope("part"));
        }
    }

    @VerificationTest
    static class InConstructor {
        InConstructor(Verifier verifier) {
            passing(verifier);
        }

        @Test
        void never_runs() {}
    }

    @VerificationTest(falseFailRate = 2)
    static class BadRate {
        @Test
        void never_runs(Verifier verifier) {
            passing(verifier);
        }
    }

    /** A loss whose gradients are not numbers. */
    @VerificationTest(trajectories = 40_000)
    static class Explodes {
        @Test
        void at_once(Verifier verifier) {
            StochasticObjective loss = new StochasticObjective() {
                @Override
                public String name() {
                    return "NaN";
                }

                @Override
                public int dimension() {
                    return 1;
                }

                @Override
                public void sampleGradient(double[] x, RandomStream random, double[] gradient) {
                    gradient[0] = Double.NaN;
                }
            };
            assertThat(Svag.family(0.5))
                    .using(verifier)
                    .on(loss, new double[] {1}, 4)
                    .observing(Observable.coordinate(0))
                    .atLevels(1, 2)
                    .hasLimit(new ItoSde(loss, 0.5, 0), within(1));
        }
    }
}
