package org.itocheck.random;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Nothing whose bits, or whose value, depends on the machine decides a number. */
class BitPathRulesTest {
    private static final JavaClasses PRODUCTION = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            // asks the JVM which of two versions with the same bits is the faster
            .withImportOption(location -> !location.contains("/org/itocheck/math/Kernels.class"))
            .importPackages("org.itocheck.math", "org.itocheck.random");

    @SuppressWarnings("ImmutableEnumChecker") // rules keep no state
    enum Rule {
        NO_TRANSCENDENTAL_FUNCTION_OF_MATH(
                calls(Math.class, "a?(sin|cos|tan)h?|atan2|exp|expm1|log|log10|log1p|pow|cbrt|hypot")),
        STRICT_MATH_ONLY_IN_THE_DOCUMENTED_FALLBACKS(noClasses()
                .that()
                .haveNameNotMatching("org\\.itocheck\\.math\\.(Sine|Logarithm)")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(StrictMath.class)),
        NO_CLOCK_OR_ENVIRONMENT(calls(System.class, "nanoTime|currentTimeMillis|identityHashCode|get.*")),
        NO_THREAD_OR_FOREIGN_RANDOMNESS(noClasses()
                .should()
                .dependOnClassesThat()
                .haveNameMatching(
                        "java\\.lang\\.Thread.*|java\\.time\\..*|java\\.util\\.(Splittable)?Random|java\\.util\\.UUID"
                                + "|java\\.util\\.random\\..*|java\\.util\\.concurrent\\..*|java\\.security\\..*"));

        final ArchRule rule;

        Rule(ArchRule rule) {
            this.rule = rule;
        }

        private static ArchRule calls(Class<?> type, String names) {
            return noClasses()
                    .should()
                    .callMethodWhere(target(owner(equivalentTo(type))).and(target(nameMatching(names))));
        }
    }

    /** Breaks every rule. */
    static final class Offender {
        double draw(double x) {
            return Math.exp(x) + StrictMath.log(x) + System.nanoTime() + new SplittableRandom().nextDouble();
        }
    }

    @ParameterizedTest
    @EnumSource(Rule.class)
    void production_code_keeps(Rule rule) {
        rule.rule.check(PRODUCTION);
    }

    @ParameterizedTest
    @EnumSource(Rule.class)
    void an_offender_is_caught_by(Rule rule) {
        JavaClasses offender = new ClassFileImporter().importClasses(Offender.class);
        assertThat(rule.rule.evaluate(offender).hasViolation()).isTrue();
    }
}
