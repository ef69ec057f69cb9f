package org.itocheck.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleBiFunction;
import org.itocheck.claim.Cell;
import org.itocheck.claim.Outcome;
import org.itocheck.claim.Verdict;
import org.itocheck.random.Seed;

/** Studies as they come out of a verifier, made up without randomness. */
final class Samples {
    static final Seed SEED = Seed.parse("0x00005EED00000001");
    static final List<Integer> LEVELS = List.of(1, 2, 4, 8);
    private static final List<String> OBSERVABLES =
            List.of("|x|^2", "x[0]", "x[0]^2", "x[0] x[1]", "cos(<u,x>)", "exp(-|x|^2/2)");
    private static final String PAPER = "Li, Malladi, Arora 2021, arXiv:2102.12470, section 4";

    private Samples() {}

    /** Five claims: all that can happen to one. */
    static StudyResult study() {
        return new StudyResult(
                "svag on ornstein-uhlenbeck",
                List.of(weakOrder(), brokenLimit(), undecided(), enumerated(), scaleInvariance()),
                SEED,
                "mvn test -Dtest='SvagTest#svag_is_a_weak_approximation_of_the_ito_sde' -Ditocheck.seed=0x00005EED00000001",
                new Environment("0.1.0", "17.0.15", "Linux amd64", 2),
                83.217);
    }

    /** Errors of both signs that halve with l; two observables change their sign on the way. */
    static Outcome weakOrder() {
        List<Cell> cells = cells(
                (i, l) -> (i % 2 == 0 ? 1 : -1) * (0.031 / (i + 1) / l - (i == 3 ? 0.0031 : i == 2 ? 0.0011 : 0)),
                (i, l) -> 0.0009 / (1 + i) * Math.sqrt(l),
                0.05,
                Verdict.PASS);
        return outcome(
                "WeakOrder",
                "weak order of SVAG on C2 is 1",
                Verdict.PASS,
                "2 e(2l) - e(l) of |x|^2 is +0.0004 \u00B1 0.0021 (allowed \u00B1 0.0100)",
                "|x|^2",
                "",
                List.of(),
                cells,
                31.4);
    }

    /** The perfect failure: the error tends to a bias instead of zero. */
    static Outcome brokenLimit() {
        double[] errors = {0.00492, -0.02331, -0.03687, -0.04289};
        List<Cell> cells = cells(
                        (i, l) -> i == 0
                                ? errors[Integer.numberOfTrailingZeros(l)]
                                : 0.0018 / l / i * (i % 2 == 0 ? -1 : 1),
                        (i, l) -> (i == 0 ? 0.00144 : 0.0008) / Math.sqrt(l),
                        0.01,
                        Verdict.PASS)
                .stream()
                .map(cell -> Math.abs(cell.error()) > 0.0101 ? with(cell, Verdict.FAIL) : cell)
                .toList();
        return outcome(
                "LimitBias",
                "limit of BrokenSvag on ornstein-uhlenbeck is its SDE",
                Verdict.FAIL,
                "|x|^2 is off by -0.0493 \u00B1 0.0018 (allowed \u00B1 0.0100)",
                "|x|^2",
                "the error does not shrink with l; Var x_lK is 0.54 of the SDE's: one step has the wrong noise, see hasOneStepMoments",
                List.of(),
                cells,
                22.0);
    }

    /** Most intervals reach zero. */
    static Outcome undecided() {
        List<Cell> cells = cells(
                (i, l) -> (i % 3 == 0 ? -1 : 1) * 0.004 / l / (i + 1),
                (i, l) -> 0.0019 / (1 + i % 2),
                0.002,
                Verdict.INCONCLUSIVE);
        return outcome(
                "LimitBias",
                "limit of Adam on D1 is its SDE",
                Verdict.INCONCLUSIVE,
                "x[0]^2 at l = 8 is +0.0002 \u00B1 0.0019; needs about 1.5e8 paths, budget 4e5",
                "x[0]^2",
                "",
                List.of("drop l = 8", "observe x[0]", "couple the noise of neighbouring levels"),
                cells,
                18.9);
    }

    /** Nothing is random: no intervals, one error is exactly zero. */
    static Outcome enumerated() {
        List<Cell> cells = new ArrayList<>();
        for (int l : LEVELS) {
            cells.add(cell("x[0]^2", l, 2, l == 4 ? 0 : 3.1e-17 * l, 0, 1e-12, Verdict.PASS));
            cells.add(cell("x[0]", l, 2, -1.7e-16 / l, 0, 1e-12, Verdict.PASS));
        }
        return outcome(
                "OneStepMoments",
                "one-step moments of SVAG on A1 are those of the SDE to order 2",
                Verdict.PASS,
                "the largest of 8 differences is 2.5e-16 (allowed 1e-12)",
                "x[0]^2",
                "",
                List.of(),
                cells,
                0.04);
    }

    /** No ladder at all. */
    static Outcome scaleInvariance() {
        return outcome(
                "ScaleInvariance",
                "loss of VGG with BN is scale invariant in parameters 0 to 431",
                Verdict.PASS,
                "the largest of 64 relative differences is 3.1e-7 (allowed 1e-5)",
                "",
                "",
                List.of(),
                List.of(),
                9.3);
    }

    static Outcome outcome(
            String claim,
            String statement,
            Verdict verdict,
            String finding,
            String decisive,
            String diagnosis,
            List<String> remedies,
            List<Cell> cells,
            double seconds) {
        return new Outcome(
                claim,
                statement,
                "E g(x_lK) -> E g(X_T) as l -> infinity",
                PAPER,
                verdict,
                finding,
                verdict == Verdict.FAIL
                        ? decisive + " failed; all others passed"
                        : decisive.isEmpty() ? "" : "all observables",
                "closed form E|X_T|^2 = 0.11648",
                "T = 2, eta = 0.2, K = 10 steps",
                cells,
                decisive,
                diagnosis,
                "false alarm < 1e-6 over all 10 intervals; a bias of 0.0100 is missed with probability < 1e-3",
                remedies,
                cells.isEmpty() ? List.of() : LEVELS,
                cells.stream().mapToLong(Cell::trajectories).max().orElse(0) * LEVELS.size(),
                seconds,
                SEED);
    }

    /** Any claim about these cells; the first observable decides. */
    static Outcome of(Cell... cells) {
        return outcome(
                "LimitBias", "sample", Verdict.FAIL, "found", cells[0].observable(), "", List.of(), List.of(cells), 1);
    }

    static Cell cell(
            String observable,
            int level,
            int checkpoint,
            double error,
            double halfWidth,
            double allowed,
            Verdict verdict) {
        double truth = 0.11648;
        return new Cell(
                observable,
                level,
                0.2 / level,
                checkpoint,
                truth + error,
                truth,
                error,
                halfWidth,
                allowed,
                halfWidth > 0 ? 0.31 : 0,
                halfWidth > 0 ? 400_000 : 0,
                verdict,
                "");
    }

    static Cell with(Cell c, Verdict verdict) {
        return new Cell(
                c.observable(),
                c.level(),
                c.stepSize(),
                c.checkpoint(),
                c.estimate(),
                c.truth(),
                c.error(),
                c.halfWidth(),
                c.allowed(),
                c.standardDeviation(),
                c.trajectories(),
                verdict,
                c.note());
    }

    /** Six observables, four checkpoints, four levels; earlier checkpoints have smaller errors. */
    private static List<Cell> cells(
            ToDoubleBiFunction<Integer, Integer> error,
            ToDoubleBiFunction<Integer, Integer> halfWidth,
            double allowed,
            Verdict verdict) {
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < OBSERVABLES.size(); i++) {
            for (int checkpoint : List.of(1, 2, 5, 10)) {
                for (int level : LEVELS) {
                    cells.add(cell(
                            OBSERVABLES.get(i),
                            level,
                            checkpoint,
                            error.applyAsDouble(i, level) * checkpoint / 10,
                            halfWidth.applyAsDouble(i, level),
                            allowed,
                            verdict));
                }
            }
        }
        return cells;
    }
}
