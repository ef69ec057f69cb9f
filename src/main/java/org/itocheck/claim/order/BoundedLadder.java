package org.itocheck.claim.order;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.itocheck.claim.Cell;
import org.itocheck.claim.Claim;
import org.itocheck.claim.Laboratory;
import org.itocheck.claim.Numbers;
import org.itocheck.claim.Outcome;
import org.itocheck.claim.OutcomeBuilder;
import org.itocheck.claim.Setting;
import org.itocheck.dynamics.sde.Limit;
import org.itocheck.observable.Observable;
import org.itocheck.truth.Expectation;
import org.itocheck.truth.Truth;
import org.itocheck.truth.Truths;

/**
 * Theorem 4.1 on exact numbers: the errors e(l) = E g(x_lk) - E g(X_t) of a family tend to 0, and l |e(l)| stays bounded, for every
 * observable and at every checkpoint (the maximum over k is attained at interior times). Nothing is random: both expectations are known.
 * The errors may be 0, change their sign or be of order 2; only a limit that is not 0, or an order below 1, fails (THEORY 5.1, part 1).
 *
 * @param setting a built-in family on a problem of the catalogue; levels that double, at least five
 * @param limit what the family is compared with
 * @see <a href="https://arxiv.org/abs/2102.12470">Li, Malladi, Arora (2021), Theorem 4.1</a>
 */
public record BoundedLadder(Setting setting, Limit limit) implements Claim {
    /** The digits that the truths have, relative to max(1, |E g|). */
    static final double ROUNDING = 2e-12;
    /** What Neville's tableau of degree 3 makes of an error of 1 in each value, at most. */
    static final double AMPLIFIED = 7;

    /** Checks the ladder. */
    public BoundedLadder {
        Halving.check("levels", setting.levels());
    }

    @Override
    public int cells() {
        return 1;
    }

    @Override
    public Outcome evaluate(Laboratory laboratory) {
        OutcomeBuilder builder = builder();
        List<Optional<Truth>> truths = new ArrayList<>();
        for (int level : setting.levels()) {
            truths.add(Truths.of(setting.family().at(level, setting.problem().objective()), setting.problem()));
        }
        Optional<Truth> reference = Truths.of(limit, setting.problem());
        List<Cell> cells = new ArrayList<>();
        Worst worst = new Worst();
        for (int k : setting.checkpoints()) {
            for (Observable g : setting.observables()) {
                judge(g, k, truths, reference, cells, worst);
            }
        }
        return builder.passes("sup l |e| = " + worst).build(cells, laboratory);
    }

    private void judge(
            Observable g,
            int k,
            List<Optional<Truth>> truths,
            Optional<Truth> reference,
            List<Cell> cells,
            Worst worst) {
        int finest = setting.finest();
        double step = setting.problem().learningRate() / finest;
        Optional<Expectation> truth = reference.flatMap(t -> t.of(g, k));
        double[] errors = new double[truths.size()];
        for (int i = 0; i < errors.length; i++) {
            Optional<Expectation> mean = truths.get(i).flatMap(t -> t.of(g, k));
            if (mean.isEmpty() || truth.isEmpty()) {
                String which = truth.isEmpty()
                        ? "of " + limit.name()
                        : "at l = " + setting.levels().get(i);
                cells.add(Cell.open(g.name(), finest, step, k, "no exact value " + which + " is known"));
                return;
            }
            errors[i] = mean.get().mean() - truth.get().mean();
        }
        double rounding = ROUNDING * Math.max(1, Math.abs(truth.get().mean()));
        Halving e = new Halving(errors);
        double allowed = e.uncertainty() + AMPLIFIED * rounding;
        cells.add(Cell.exact("lim e of " + g.name(), finest, step, k, e.limit(), 0, allowed));
        Halving scaled = e.times(setting.levels().get(0), 2);
        cells.add(Cell.exact(
                "l e of " + g.name(),
                finest,
                step,
                k,
                scaled.last(),
                scaled.lastButOne(),
                scaled.allowedStep() + finest * rounding));
        worst.see(scaled.values(), g.name() + " at k = " + k);
    }

    private OutcomeBuilder builder() {
        return new OutcomeBuilder(
                        "BoundedLadder",
                        "errors of " + setting.family().name() + " on "
                                + setting.problem().name() + " against " + limit.name() + " are O(1/l)")
                .formula("max over k of |E g(x_lk) - E g(X_k)| <= C / l, every l and g")
                .source("Li, Malladi, Arora 2021, arXiv:2102.12470, Theorem 4.1; THEORY 5.1")
                .truth("exact means of both")
                .setting(setting.describe())
                .fails(BoundedLadder::failure)
                .diagnosis(BoundedLadder::diagnosis)
                .power("no randomness: exact errors, extrapolated")
                .remedies(List.of("observe polynomials, or use WeakErrorBelow, which estimates what is not known"))
                .levels(setting.levels());
    }

    private static String failure(Cell worst) {
        String where = worst.observable() + " at k = " + worst.checkpoint();
        return worst.truth() == 0
                ? where + " is " + Numbers.brief(worst.estimate()) + ", expected 0 within "
                        + Numbers.brief(worst.allowed())
                : where + " goes from " + Numbers.brief(worst.truth()) + " to " + Numbers.brief(worst.estimate())
                        + " at l = " + worst.level() + ", a step above " + Numbers.brief(worst.allowed());
    }

    private static String diagnosis(Cell worst) {
        return worst.observable().startsWith("lim")
                ? "the errors do not tend to 0 like 1/l: the limit is another process, or the order is below 1"
                : "l |e(l)| does not settle: the order is below 1";
    }

    /** The largest number seen, and where. */
    static final class Worst {
        private double value;
        private String where = "";

        void see(double[] values, String newWhere) {
            for (double v : values) {
                if (Math.abs(v) > value) {
                    value = Math.abs(v);
                    where = newWhere;
                }
            }
        }

        double value() {
            return value;
        }

        @Override
        public String toString() {
            return where.isEmpty() ? "0" : Numbers.brief(value) + " (" + where + ")";
        }
    }
}
