package org.itocheck.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.itocheck.verify.Verifier;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Marks a test class whose methods take a {@link Verifier}.
 * <pre>{@code
 * @VerificationTest
 * class SvagTest {
 *     @Test
 *     void svag_has_the_means_of_the_theory(Verifier verifier) { ... }
 * }
 * }</pre>
 * <p>The rates are those of the whole class, {@code @Nested} classes included: its test methods share the false-fail rate equally, and the
 * invocations of a parametrised or repeated method share that of the method as 1/2, 1/6, 1/12, ... in their order. A nested class with this
 * annotation of its own has rates of its own.
 * <p>The seed is that of {@code -Ditocheck.seed}, else of {@link FixedSeed}, else a fresh one for each run; every verified test prints it,
 * passed or not, with the command that reproduces it. What a test draws depends on that seed and on its own name alone, so it draws the same
 * when it runs alone.
 * <p>A test that takes a verifier and verifies nothing fails: most often its chain of calls lacks the verb.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(VerificationExtension.class)
public @interface VerificationTest {
    /** The probability that any correct test of the class fails, all together, in (0, 1). */
    double falseFailRate() default Verifier.DEFAULT_FALSE_FAIL_RATE;

    /** The probability that a test passes although what it tests is off by its stated discrepancy, in (0, 1/2]. */
    double falsePassRate() default Verifier.DEFAULT_FALSE_PASS_RATE;

    /** The most trajectories of one level; {@code -Ditocheck.trajectories} goes before it. */
    long trajectories() default Verifier.DEFAULT_TRAJECTORIES;
}
