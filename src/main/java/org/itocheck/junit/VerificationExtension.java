package org.itocheck.junit;

import java.util.Optional;
import org.itocheck.random.Seed;
import org.itocheck.verify.SeedFrame;
import org.itocheck.verify.Settings;
import org.itocheck.verify.Verifier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.junit.platform.commons.support.AnnotationSupport;

/** Hands every test of a {@link VerificationTest} its verifier, and tells what came out. Keeps to what JUnit 5.14 and 6 have in common. */
final class VerificationExtension implements ParameterResolver, TestExecutionExceptionHandler, AfterEachCallback {
    private static final Namespace NAMESPACE = Namespace.create(VerificationExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Verifier.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        if (context.getTestMethod().isEmpty()) {
            throw new ParameterResolutionException(
                    "a Verifier belongs to one test method: take it as a parameter of the"
                            + " test method, of @BeforeEach or of @AfterEach, not of "
                            + parameter.getDeclaringExecutable().getName());
        }
        Store store = context.getStore(NAMESPACE);
        VerifiedTest test = current(context);
        if (test == null) {
            test = begin(context);
            store.put(context.getUniqueId(), test);
        }
        return test.verifier();
    }

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        VerifiedTest test = current(context);
        throw test == null ? failure : SeedFrame.addTo(failure, test.verifier().seed());
    }

    @Override
    public void afterEach(ExtensionContext context) {
        VerifiedTest test = current(context);
        if (test != null) {
            test.finish(context);
        }
    }

    private static @Nullable VerifiedTest current(ExtensionContext context) {
        return context.getStore(NAMESPACE).get(context.getUniqueId(), VerifiedTest.class);
    }

    private static VerifiedTest begin(ExtensionContext context) {
        Class<?> owner = owner(context);
        TestName name = TestName.of(context);
        Settings settings = new Settings(context::getConfigurationParameter);
        Seed seed = new RootSeed(context::getConfigurationParameter, System.getenv())
                .choose(fixedSeed(context), name.display());
        long trajectories = AnnotationSupport.findAnnotation(owner, VerificationTest.class)
                .orElseThrow()
                .trajectories();
        return new VerifiedTest(name, seed, SuiteBudget.of(owner, name.invocations()), trajectories, settings);
    }

    /** The nearest class around the test that has rates. Goes by contexts: the outer class of a nested one may be inherited. */
    private static Class<?> owner(ExtensionContext context) {
        Optional<ExtensionContext> here = Optional.of(context);
        while (here.isPresent()) {
            Optional<Class<?>> type = here.get().getTestClass();
            if (type.isPresent() && AnnotationSupport.isAnnotated(type, VerificationTest.class)) {
                return type.get();
            }
            here = here.get().getParent();
        }
        throw new ParameterResolutionException("a Verifier needs rates: annotate "
                + context.getRequiredTestClass().getName() + " with @VerificationTest");
    }

    private static Optional<FixedSeed> fixedSeed(ExtensionContext context) {
        Optional<ExtensionContext> here = Optional.of(context);
        while (here.isPresent()) {
            Optional<FixedSeed> seed =
                    AnnotationSupport.findAnnotation(here.get().getElement(), FixedSeed.class);
            if (seed.isPresent()) {
                return seed;
            }
            here = here.get().getParent();
        }
        return Optional.empty();
    }
}
