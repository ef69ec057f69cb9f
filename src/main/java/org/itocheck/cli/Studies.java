package org.itocheck.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.itocheck.claim.Claim;

/** The studies by name. */
final class Studies {
    private static final Map<String, Study> ALL = new LinkedHashMap<>();

    static {
        ALL.put("default", new Study("SVAG and Euler-Maruyama, synthetic losses and digits", DefaultStudy::claims));
        ALL.put("theory", new Study("the paper, statement by statement, each where it holds", TheoryStudy::claims));
        ALL.put("smoke", new Study("one quick claim, to see that everything works", DefaultStudy::smoke));
    }

    private Studies() {}

    private record Study(String description, Supplier<List<Claim>> claims) {}

    static List<Claim> named(String name) {
        Study study = ALL.get(name);
        if (study == null) {
            throw Values.unknown("--study", name, names());
        }
        return study.claims().get();
    }

    static Set<String> names() {
        return ALL.keySet();
    }

    /** What a study is for, in one line. */
    static String description(String name) {
        Study study = ALL.get(name);
        return study == null ? "" : study.description();
    }
}
