package org.itocheck.mutant;

import java.util.List;
import org.itocheck.claim.BatchSampling;
import org.itocheck.claim.Claim;
import org.itocheck.claim.ExactMean;
import org.itocheck.claim.LimitBias;
import org.itocheck.claim.OneStepMoments;
import org.itocheck.claim.SampledOneStepMoments;
import org.itocheck.claim.SampledOneStepMoments.Law;
import org.itocheck.claim.Setting;
import org.itocheck.claim.Tolerance;
import org.itocheck.claim.WeakErrorBelow;
import org.itocheck.claim.WeakOrder;
import org.itocheck.dynamics.Problem;
import org.itocheck.dynamics.sde.ItoSde;
import org.itocheck.observable.Observable;
import org.itocheck.truth.Expectation;
import org.itocheck.truth.Truth;
import org.itocheck.truth.Truths;

/** Every claim that takes a family, in the order of the columns of the matrix. */
final class MatrixClaims {
    static final List<String> NAMES = List.of(
            "ExactMean",
            "LimitBias",
            "WeakOrder",
            "WeakErrorBelow",
            "OneStepMoments",
            "SampledOneStepMoments",
            "BatchSampling");

    /** The column that needs no trajectories. */
    static final int ONE_STEP = 4;

    private static final List<Integer> LEVELS = List.of(1, 2, 4, 16);
    private static final List<Integer> LADDER = List.of(1, 2, 4, 8, 16);
    private static final List<Integer> COARSE = List.of(1, 2, 4);
    private static final double DEVIATIONS = 0.1;

    private MatrixClaims() {}

    static Claim of(MatrixRow row, int column) {
        ItoSde limit = ItoSde.of(row.problem());
        Tolerance tolerance = Tolerance.withinDeviations(DEVIATIONS);
        return switch (column) {
            case 0 -> new ExactMean(setting(row, LEVELS, 3), row.law(), ExactMean.DEFAULT_DISCREPANCY);
            case 1 -> new LimitBias(setting(row, LADDER.subList(1, 5), 2), limit, tolerance);
            case 2 -> new WeakOrder(setting(row, LADDER, 2), limit, 1, tolerance);
            case 3 -> new WeakErrorBelow(setting(row, COARSE, 2), limit, envelope(row));
            case ONE_STEP -> oneStep(row);
            case 5 -> sampled(row);
            default -> new BatchSampling(row.family(), COARSE, 5, 2, BatchSampling.DEFAULT_DISCREPANCY);
        };
    }

    /** To third order where SVAG is meant; Euler-Maruyama has the same moments to second order only. */
    private static Claim oneStep(MatrixRow row) {
        Setting setting = setting(row, COARSE, 2);
        List<double[]> points = points(row.problem());
        return new OneStepMoments(setting, points, row.scheme() ? 2 : 3, OneStepMoments.ROUNDING);
    }

    private static Claim sampled(MatrixRow row) {
        Law law = row.scheme() ? Law.EULER_MARUYAMA : Law.SVAG;
        return new SampledOneStepMoments(setting(row, COARSE, 2), law, points(row.problem()), 3, DEVIATIONS);
    }

    private static List<double[]> points(Problem problem) {
        return List.of(problem.start());
    }

    /** C = 1.5 times the largest l |e(l)| of what is right, in standard deviations. */
    private static Tolerance envelope(MatrixRow row) {
        Problem problem = row.problem();
        Truth limit = Truths.of(ItoSde.of(problem), problem).orElseThrow();
        double largest = 0;
        for (int level : COARSE) {
            Truth right =
                    Truths.of(row.law().at(level, problem.objective()), problem).orElseThrow();
            for (Observable g : observables(problem, 2)) {
                Expectation sde = limit.of(g, problem.steps()).orElseThrow();
                double error = right.of(g, problem.steps()).orElseThrow().mean() - sde.mean();
                largest = Math.max(largest, level * Math.abs(error) / Math.sqrt(sde.variance()));
            }
        }
        return Tolerance.withinDeviations(1.5 * largest);
    }

    private static Setting setting(MatrixRow row, List<Integer> levels, int degree) {
        List<Observable> observables = observables(row.problem(), degree);
        return new Setting(
                row.family(),
                row.problem(),
                levels,
                observables,
                List.of(row.problem().steps()));
    }

    private static List<Observable> observables(Problem problem, int degree) {
        return problem.objective().dimension() == 1 ? Trial.observables(problem) : Trial.observables(problem, degree);
    }
}
