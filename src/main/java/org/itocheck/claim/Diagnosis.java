package org.itocheck.claim;

import java.util.List;
import org.itocheck.observable.Observable;
import org.itocheck.observable.Polynomial;

/** Reads the pattern of failed cells: which moment of the state is the first to be wrong. */
final class Diagnosis {
    private Diagnosis() {}

    static String ofMeans(Setting setting, List<Cell> cells) {
        boolean coarsest = cells.stream().anyMatch(c -> c.level() == 1 && c.verdict() == Verdict.FAIL);
        String where = setting.levels().contains(1) && !coarsest ? "level 1 agrees, so SGD itself is right; " : "";
        if (failed(setting, cells, 1)) {
            return where + "the mean of x itself is off: look at the drift, the number of steps and the weight decay";
        }
        if (failed(setting, cells, 2)) {
            return where
                    + "E x agrees but second moments do not: one step has the wrong noise covariance, see OneStepMoments";
        }
        return where + "first and second moments agree: the covariance is right and the law of the noise is wrong";
    }

    private static boolean failed(Setting setting, List<Cell> cells, int degree) {
        for (Observable g : setting.observables()) {
            if (g instanceof Polynomial p && p.degree() == degree) {
                for (Cell cell : cells) {
                    if (cell.verdict() == Verdict.FAIL && cell.observable().equals(g.name())) {
                        return true;
                    }
                }
            }
        }
        return false;
    }
}
