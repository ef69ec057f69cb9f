package org.itocheck.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The root seed of a test class or method, for the time of debugging. {@code -Ditocheck.seed} goes before it.
 * <p>A seed that is fixed for good tests the same few numbers for ever and can be chosen until the test is green, so a continuous integration
 * server ({@code CI=true} in the environment, or {@code -Dci}) refuses it unless {@code -Ditocheck.seeds.fixed=allow}.
 */
@Documented
@Inherited
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface FixedSeed {
    /** The seed, decimal or hexadecimal: {@code "0x00005EED00000001"}. */
    String value();
}
