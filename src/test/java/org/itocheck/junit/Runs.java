package org.itocheck.junit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/**
 * What one run of fixtures said.
 *
 * @param failures the throwable of each test that failed, by the last part of its unique id
 * @param succeeded how many tests passed
 * @param entries the report entries in their order
 * @param output what went to standard output
 */
record Runs(Map<String, Throwable> failures, long succeeded, List<Map<String, String>> entries, String output) {

    /** Runs a class with properties, given as key, value, key, value. */
    static Runs of(Path reports, Class<?> type, String... properties) {
        return of(reports, selectClass(type), properties);
    }

    /** Runs one method. */
    static Runs ofMethod(Path reports, Class<?> type, String method, String parameters, String... properties) {
        return of(reports, selectMethod(type, method, parameters), properties);
    }

    private static Runs of(Path reports, DiscoverySelector selector, String... properties) {
        Map<String, String> all =
                new HashMap<>(Map.of("itocheck.reports", reports.toString(), "itocheck.threads", "1", "ci", "false"));
        for (int i = 0; i < properties.length; i += 2) {
            all.put(properties[i], properties[i + 1]);
        }
        PrintStream before = System.out;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
            EngineExecutionResults results = EngineTestKit.engine("junit-jupiter")
                    .selectors(selector)
                    .configurationParameters(all)
                    .execute();
            return collect(results, bytes);
        } finally {
            System.setOut(before);
        }
    }

    private static Runs collect(EngineExecutionResults results, ByteArrayOutputStream bytes) {
        Map<String, Throwable> failures = new LinkedHashMap<>();
        for (Event event : results.allEvents().finished().list()) {
            Optional<Throwable> failure =
                    event.getRequiredPayload(TestExecutionResult.class).getThrowable();
            failure.ifPresent(throwable -> failures.put(
                    event.getTestDescriptor().getUniqueId().getLastSegment().getValue(), throwable));
        }
        List<Map<String, String>> entries = results.allEvents()
                .reportingEntryPublished()
                .map(event -> event.getRequiredPayload(ReportEntry.class).getKeyValuePairs())
                .toList();
        return new Runs(
                failures, results.testEvents().succeeded().count(), entries, bytes.toString(StandardCharsets.UTF_8));
    }

    Throwable failure(String test) {
        Throwable failure = failures.get(test);
        if (failure == null) {
            throw new AssertionError(test + " did not fail; these did: " + failures.keySet());
        }
        return failure;
    }

    String message(String test) {
        return String.valueOf(failure(test).getMessage());
    }
}
