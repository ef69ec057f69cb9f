package org.itocheck.claim;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a list of cells says together: the worst verdict, the cell that speaks for it, and a word on every observable. */
record Summary(Verdict verdict, Cell worst, String observed) {
    static Summary of(List<Cell> cells) {
        Verdict verdict = Verdict.PASS;
        for (Cell cell : cells) {
            verdict = verdict.and(cell.verdict());
        }
        Map<String, Cell> worst = new LinkedHashMap<>();
        for (Cell cell : cells) {
            worst.merge(cell.observable(), cell, Summary::worse);
        }
        Cell decisive = cells.get(0);
        for (Cell cell : worst.values()) {
            decisive = worse(decisive, cell);
        }
        return new Summary(verdict, decisive, observed(worst));
    }

    /** The cell with the worse verdict; of equal verdicts the more severe. */
    static Cell worse(Cell a, Cell b) {
        if (a.verdict() != b.verdict()) {
            return a.verdict().and(b.verdict()) == a.verdict() ? a : b;
        }
        return b.severity() > a.severity() ? b : a;
    }

    private static String observed(Map<String, Cell> worst) {
        List<String> failed = new ArrayList<>();
        List<String> open = new ArrayList<>();
        List<String> passed = new ArrayList<>();
        worst.forEach((name, cell) -> (switch (cell.verdict()) {
                    case FAIL -> failed;
                    case INCONCLUSIVE -> open;
                    case PASS -> passed;
                })
                .add(name));
        List<String> parts = new ArrayList<>();
        add(parts, failed, "failed");
        add(parts, open, "open");
        add(parts, passed, "passed");
        return String.join("; ", parts);
    }

    private static void add(List<String> parts, List<String> names, String word) {
        if (!names.isEmpty()) {
            parts.add(String.join(", ", names) + " " + word);
        }
    }
}
