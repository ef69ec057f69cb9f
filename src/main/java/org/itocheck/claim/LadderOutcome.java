package org.itocheck.claim;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.itocheck.observable.Polynomial;
import org.itocheck.stats.SkewAllowance;

/** Puts the judged contrasts of a ladder into an outcome. */
final class LadderOutcome {
    private final Setting setting;
    private final Ladder ladder;
    private final Contrast worst;
    private final long budget;
    /** Whether the bounds are those of the errors themselves, not of contrasts between levels. */
    private final boolean ofErrors;

    private LadderOutcome(LadderClaim claim, Ladder ladder, Contrast worst, long budget) {
        this.setting = claim.setting();
        this.ladder = ladder;
        this.worst = worst;
        this.budget = budget;
        this.ofErrors = claim instanceof WeakErrorBelow;
    }

    static Outcome of(
            LadderClaim claim,
            Laboratory laboratory,
            Ladder ladder,
            LadderPlan plan,
            List<Contrast> contrasts,
            double alpha,
            Bill bill,
            ControlVariates variates) {
        Contrast worst = contrasts.stream().reduce(Contrast::worse).orElseThrow();
        LadderOutcome words = new LadderOutcome(claim, ladder, worst, laboratory.trajectoryBudget());
        boolean open = worst.verdict() == Verdict.INCONCLUSIVE;
        return new Outcome(
                claim.getClass().getSimpleName(),
                claim.statement(),
                claim.formula(),
                claim.source(),
                worst.verdict(),
                words.finding(plan),
                words.observed(contrasts),
                words.truth(),
                words.setting.describe(),
                words.cells(contrasts, SkewAllowance.multiplier(alpha)),
                words.name(worst),
                worst.checkpoint(),
                worst.verdict() == Verdict.FAIL ? words.diagnosis(contrasts) : "",
                "false alarm < " + Numbers.brief(laboratory.budget().falseFailRate()) + " over all " + contrasts.size()
                        + " intervals and both looks; a breach of " + Numbers.brief(worst.allowed())
                        + " passes with probability < "
                        + Numbers.brief(Math.min(alpha, laboratory.budget().falsePassRate()))
                        + variates.describe(),
                open ? words.remedies(plan) : List.of(),
                words.setting.levels(),
                bill.trajectories(),
                bill.seconds(),
                laboratory.seed());
    }

    private String finding(LadderPlan plan) {
        String value =
                Numbers.plusMinus(worst.interval().center(), worst.interval().halfWidth());
        String allowed =
                "allowed ± " + Numbers.like(worst.allowed(), worst.interval().halfWidth());
        return switch (worst.verdict()) {
            case FAIL -> place(worst) + " is off by " + value + " (" + allowed + ")";
            case PASS -> "farthest " + place(worst) + ": " + value + " (" + allowed + ")";
            case INCONCLUSIVE ->
                place(worst) + " is " + value + " (" + allowed + "); "
                        + (worst.note().isEmpty() ? obstacle(plan) : worst.note());
        };
    }

    private String obstacle(LadderPlan plan) {
        return plan.paths() < plan.needed()
                ? "needs about " + Numbers.roughly(plan.needed()) + " paths, budget " + Numbers.roughly(budget)
                : "precise as planned, the error is too near its bound";
    }

    /** The observable with the level and the checkpoint where they are not the obvious ones. */
    private String place(Contrast contrast) {
        List<String> where = new ArrayList<>();
        if (contrast.level() > 0) {
            where.add("l = " + contrast.level());
        }
        if (contrast.checkpoint() != setting.problem().steps()) {
            where.add("k = " + contrast.checkpoint());
        }
        return name(contrast) + (where.isEmpty() ? "" : " at " + String.join(", ", where));
    }

    private String name(Contrast contrast) {
        return setting.observables().get(contrast.observable()).name();
    }

    private String observed(List<Contrast> contrasts) {
        Map<String, Contrast> byName = new LinkedHashMap<>();
        for (Contrast contrast : contrasts) {
            byName.merge(name(contrast), contrast, Contrast::worse);
        }
        List<String> failed = new ArrayList<>();
        List<String> rest = new ArrayList<>();
        byName.forEach((name, c) -> {
            if (c.verdict() == Verdict.FAIL) {
                failed.add(name + " failed");
            } else {
                rest.add(name + (c.verdict() == Verdict.PASS ? " passed (" : " open (")
                        + Numbers.plusMinus(c.interval().center(), c.interval().halfWidth()) + ")");
            }
        });
        failed.addAll(rest);
        return String.join("; ", failed);
    }

    private String truth() {
        double mean = ladder.reference().mean(worst.checkpoint(), worst.observable());
        double error = ladder.reference().standardError(worst.checkpoint(), worst.observable());
        String when = worst.checkpoint() == setting.problem().steps() ? "" : " at k = " + worst.checkpoint();
        return ladder.reference().source() + " E " + name(worst) + when + " = "
                + (error > 0 ? Numbers.plusMinus(mean, error) + " (one standard error)" : Numbers.plain(mean));
    }

    private List<Cell> cells(List<Contrast> contrasts, double multiplier) {
        List<Cell> cells = new ArrayList<>();
        for (int k : setting.checkpoints()) {
            for (int g = 0; g < setting.observables().size(); g++) {
                Verdict[] verdicts = new Verdict[setting.levels().size()];
                double[] allowed = new double[verdicts.length];
                String note = "";
                for (int i = 0; i < verdicts.length; i++) {
                    verdicts[i] = Verdict.PASS;
                    for (Contrast c : contrasts) {
                        if (c.checkpoint() == k
                                && c.observable() == g
                                && (c.level() == 0
                                        || c.level() == setting.levels().get(i))) {
                            verdicts[i] = verdicts[i].and(c.verdict());
                            allowed[i] = ofErrors ? c.allowed() : Double.NaN;
                            note = c.note().isEmpty() ? note : c.note();
                        }
                    }
                }
                cells.addAll(ladder.cells(k, g, multiplier, allowed, verdicts, note));
            }
        }
        return cells;
    }

    private String diagnosis(List<Contrast> contrasts) {
        if (worst.level() == 0) {
            return "the error tends to " + Numbers.brief(worst.interval().center()) + " as l grows, not to 0"
                    + firstWrongMoment(contrasts);
        }
        double[] errors = ladder.errors(worst.checkpoint(), worst.observable());
        boolean stuck = Math.abs(errors[errors.length - 1]) > 0.5 * Math.abs(errors[0]);
        String shape =
                stuck ? "the error does not shrink with l" : "the error shrinks with l, but not like c1/l + c2/l^2";
        return shape + firstWrongMoment(contrasts);
    }

    /** The mean of a coordinate, or its variance against the limit's, if one of them is telling. */
    private String firstWrongMoment(List<Contrast> contrasts) {
        for (int g = 0; g < setting.observables().size(); g++) {
            if (setting.observables().get(g) instanceof Polynomial p && p.degree() == 1) {
                int coordinate = g;
                if (contrasts.stream()
                        .anyMatch(c -> c.observable() == coordinate
                                && c.checkpoint() == worst.checkpoint()
                                && c.verdict() == Verdict.FAIL)) {
                    return "; E " + p.name()
                            + " itself is off: look at the drift, the number of steps and the weight decay";
                }
                int last = setting.levels().size() - 1;
                double ratio = ladder.plainMoments(last, worst.checkpoint(), g).variance()
                        / ladder.reference().variance(worst.checkpoint(), g);
                if (ratio < 0.9 || ratio > 1.1) {
                    return "; Var " + p.name() + " at l = " + setting.levels().get(last) + " is " + Numbers.brief(ratio)
                            + " of the SDE's: one step has the wrong noise, see OneStepMoments";
                }
            }
        }
        return "";
    }

    private List<String> remedies(LadderPlan plan) {
        List<String> remedies = new ArrayList<>();
        if (setting.levels().size() > 3) {
            remedies.add("drop l = " + setting.finest());
        }
        if (setting.observables().size() > 1) {
            remedies.add("observe something less noisy than " + name(worst));
        }
        if (setting.checkpoints().size() > 1) {
            remedies.add("look at the last checkpoint only");
        }
        // A plan that was carried out in full does not grow with the budget.
        if (plan.paths() < plan.needed()) {
            remedies.add("raise the budget: -Ditocheck.trajectories=" + plan.needed());
        } else if (worst.note().isEmpty()) {
            remedies.add("allow more than " + Numbers.brief(worst.allowed()) + ", several times the error you expect");
        }
        if (worst.note().startsWith(Contrast.SKEWED)) {
            remedies.addAll(MomentsNeeded.of(setting).remediesIfUndeclared());
        }
        return remedies;
    }
}
