package org.itocheck.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.itocheck.dynamics.Family;
import org.itocheck.dynamics.Problem;
import org.itocheck.dynamics.optimizer.Gd;
import org.itocheck.dynamics.optimizer.LinearScaling;
import org.itocheck.dynamics.optimizer.Ngd;
import org.itocheck.dynamics.optimizer.Sgd;
import org.itocheck.dynamics.optimizer.Svag;
import org.itocheck.dynamics.sde.EulerMaruyama;

/** The built-in families by name. */
final class Families {
    private static final Map<String, Function<Problem, Family>> ALL = new LinkedHashMap<>();

    static {
        ALL.put("svag", Svag::family);
        ALL.put("euler-maruyama", EulerMaruyama::family);
        ALL.put("sgd", Sgd::family);
        ALL.put("ngd", Ngd::family);
        ALL.put("gd", Gd::family);
        ALL.put("linear-scaling", LinearScaling::family);
    }

    private Families() {}

    static Family named(String name, Problem problem) {
        Function<Problem, Family> family = ALL.get(name);
        if (family == null) {
            throw Values.unknown("--family", name, names());
        }
        return family.apply(problem);
    }

    static Set<String> names() {
        return ALL.keySet();
    }
}
