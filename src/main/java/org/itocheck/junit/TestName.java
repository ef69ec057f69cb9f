package org.itocheck.junit;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.itocheck.random.Seed;
import org.itocheck.verify.Settings;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * What a test is called.
 *
 * @param type its class with the enclosing ones, in the form of the build tool: {@code Outer$Inner}
 * @param method its method
 * @param invocations which invocation of a template it is, counted from 1, outermost first; empty for a plain test
 * @param scope its unique id below the test engine: the key of its random numbers, the same however the test is selected
 */
record TestName(String type, String method, List<Integer> invocations, String scope) {
    private static final Pattern INVOCATION = Pattern.compile("-invocation:#(\\d+)\\]");
    private static final String ENGINE = "[engine:";

    TestName {
        invocations = List.copyOf(invocations);
    }

    static TestName of(ExtensionContext context) {
        Class<?> type = context.getRequiredTestClass();
        String id = context.getUniqueId();
        String scope = id.substring(Math.max(0, id.lastIndexOf(ENGINE)));
        List<Integer> invocations = new ArrayList<>();
        Matcher matcher = INVOCATION.matcher(scope);
        while (matcher.find()) {
            invocations.add(Integer.valueOf(matcher.group(1)));
        }
        String name = type.getName().substring(type.getName().lastIndexOf('.') + 1);
        return new TestName(name, context.getRequiredTestMethod().getName(), invocations, scope);
    }

    /** For people: {@code SvagTest.svag_has_order_one[3]}. */
    String display() {
        return type.replace('$', '.') + "." + method + suffix("[", ",", "]");
    }

    /** Where its report goes below the folder of reports, without an ending. */
    String path() {
        return safe(type.replace('$', '.')) + "/" + safe(method) + suffix("-", "-", "");
    }

    /**
     * The command that runs the test again. It names the method and never an invocation: Surefire would run nothing and be content.
     *
     * @param trajectories the budget, if it was given from outside
     */
    String command(Seed seed, OptionalLong trajectories) {
        return "mvn test -Dtest='" + type + "#" + method + "' -D" + Settings.SEED + "=" + seed
                + (trajectories.isPresent() ? " -D" + Settings.TRAJECTORIES + "=" + trajectories.getAsLong() : "");
    }

    private String suffix(String before, String between, String after) {
        return invocations.isEmpty()
                ? ""
                : invocations.stream().map(String::valueOf).collect(Collectors.joining(between, before, after));
    }

    private static String safe(String name) {
        return name.replaceAll("[^\\p{L}\\p{N}._-]", "_");
    }
}
