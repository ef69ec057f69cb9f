package org.itocheck.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.itocheck.claim.Claim;
import org.itocheck.dynamics.Names;

/** The studies by name. */
final class Studies {
    private static final Map<String, Supplier<List<Claim>>> ALL = new LinkedHashMap<>();

    static {
        ALL.put("default", DefaultStudy::claims);
        ALL.put("smoke", DefaultStudy::smoke);
    }

    private Studies() {}

    static List<Claim> named(String name) {
        Supplier<List<Claim>> study = ALL.get(name);
        if (study == null) {
            throw new IllegalArgumentException("study is '" + name + "', did you mean '" + Names.nearest(name, names())
                    + "'? Known: " + String.join(", ", names()));
        }
        return study.get();
    }

    static Set<String> names() {
        return ALL.keySet();
    }
}
