package org.itocheck.junit;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.itocheck.stats.ErrorBudget;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestTemplate;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * Shares the rates of a class among its tests. It counts what the class declares, not what a run selects, so a test has the same share when
 * it runs alone.
 */
final class SuiteBudget {
    /** {@code @ParameterizedTest} and {@code @RepeatedTest} are test templates. */
    private static final List<Class<? extends Annotation>> KINDS =
            List.of(Test.class, TestTemplate.class, TestFactory.class);

    private SuiteBudget() {}

    /** The rates of one invocation of one method of a class. */
    static ErrorBudget of(Class<?> owner, List<Integer> invocations) {
        VerificationTest rates =
                AnnotationSupport.findAnnotation(owner, VerificationTest.class).orElseThrow();
        ErrorBudget budget =
                new ErrorBudget(rates.falseFailRate(), rates.falsePassRate()).split(Math.max(1, count(owner)));
        for (int invocation : invocations) {
            budget = budget.share(invocation - 1);
        }
        return budget;
    }

    /** How many test methods a class has, inherited ones and those of its nested classes included. */
    static int count(Class<?> type) {
        Set<Method> methods = new HashSet<>();
        for (Class<? extends Annotation> kind : KINDS) {
            methods.addAll(AnnotationSupport.findAnnotatedMethods(type, kind, HierarchyTraversalMode.TOP_DOWN));
        }
        int count = methods.size();
        for (Class<?> nested : ReflectionSupport.findNestedClasses(type, SuiteBudget::sharesRates)) {
            count += count(nested);
        }
        return count;
    }

    private static boolean sharesRates(Class<?> nested) {
        return AnnotationSupport.isAnnotated(nested, Nested.class)
                && !AnnotationSupport.isAnnotated(nested, VerificationTest.class);
    }
}
