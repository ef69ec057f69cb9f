package org.itocheck.claim;

import java.util.ArrayList;
import java.util.List;
import org.itocheck.ensemble.CellTests;
import org.itocheck.ensemble.Estimates;
import org.itocheck.objective.Objective;
import org.itocheck.stats.Power;

/**
 * One step of the family has the moments of one step of another, to order three, by Monte Carlo: Lemma 4.5 where that other is SVAG,
 * Lemma 4.4 where it is Euler-Maruyama, whose mean and covariance are the leading terms of the SDE's and whose third moments are of the next
 * order. For dynamics whose paths cannot be enumerated as {@link OneStepMoments} does.
 * <p>The step is centred at its exact mean: {@code c = Delta + (eta/l) grad L'}. One e-test for each independent entry (THEORY 5.7) of
 * E c = 0, E c c' = (eta/l) eta S, and E c^(x3), which is {@code -(eta/l)^3 (3l - 1)/2 Lambda} or, for Gaussian noise, 0. A test needs the
 * variance of its values: half as much again as that of the law, from its moments of order six where these are known, and of what a pilot
 * ensemble shows, whichever is larger. Where values spread more than that, a cell is INCONCLUSIVE.
 *
 * @param setting family, problem and levels; its observables and checkpoints play no part
 * @param law whose moments are expected
 * @param points where the step is looked at, each of shape [d]
 * @param order 1 for the mean, 2 for the covariance too, 3 for all
 * @param discrepancy the error that is found with the stated power, relative to the natural size {@code ((eta/l)(|grad L'| + sqrt(l tr
 *     S)))^m} of a moment of order m, for example 0.05
 * @param directions 0 for the coordinates of the step; else how many random orthonormal directions u it is looked at along, 1 to 128: the
 *     entries are then those of the numbers u . Delta, and so is the natural size. For finite sums of many dimensions, such as networks, whose
 *     moments along u come from the gradients of all samples
 * @see <a href="https://arxiv.org/abs/2102.12470">Li, Malladi, Arora (2021), Lemmas 4.4 and 4.5</a>
 */
public record SampledOneStepMoments(
        Setting setting, Law law, List<double[]> points, int order, double discrepancy, int directions)
        implements Claim {
    /** 5 % of the natural size of each moment. */
    public static final double DEFAULT_DISCREPANCY = 0.05;

    private static final int MOST_ENTRIES = 4096;
    private static final long PILOT = 1 << 14;
    /** Steps of many dimensions are dear, and the spread of the right law is known along directions. */
    private static final long PILOT_ALONG = 1 << 10;

    /** Whose step it should be. */
    public enum Law {
        /** SVAG with the noise of the mini-batches: Lemma 4.5. */
        SVAG,
        /** Euler-Maruyama, with Gaussian noise of the same covariance: Lemma 4.4. */
        EULER_MARUYAMA
    }

    /** Checks every argument. */
    public SampledOneStepMoments {
        points = points.stream().map(double[]::clone).toList();
        if (points.isEmpty()) {
            throw new IllegalArgumentException("points is empty, expected at least one point to step from");
        }
        for (double[] x : points) {
            setting.problem().withStart(x);
        }
        if (order < 1 || order > 3) {
            throw new IllegalArgumentException("order is " + order + ", expected 1, 2 or 3");
        }
        if (!(discrepancy > 0)) {
            throw new IllegalArgumentException("discrepancy is " + discrepancy
                    + " of the natural size, expected a positive number such as " + DEFAULT_DISCREPANCY);
        }
        StepPlace.check(setting, directions);
        int dimension = StepPlace.dimension(setting, directions);
        if (entries(setting, order, directions).size() > MOST_ENTRIES) {
            throw new IllegalArgumentException("order is " + order + " and the "
                    + (directions == 0 ? "dimension " + dimension : "number of directions " + dimension)
                    + ", which makes more than " + MOST_ENTRIES + " entries; use a lower order or "
                    + (directions == 0 ? "a few directions, for example 4" : "fewer directions"));
        }
    }

    /** In all coordinates. */
    public SampledOneStepMoments(Setting setting, Law law, List<double[]> points, int order, double discrepancy) {
        this(setting, law, points, order, discrepancy, 0);
    }

    /** To order three, at the start of the problem and at (2, 1, 1/2, ...). */
    public SampledOneStepMoments(Setting setting, Law law) {
        this(setting, law, OneStepMoments.defaultPoints(setting.problem()), 3, DEFAULT_DISCREPANCY);
    }

    @Override
    public int cells() {
        return entries().size() * points.size() * setting.levels().size();
    }

    @Override
    public Outcome evaluate(Laboratory laboratory) {
        OutcomeBuilder builder = builder(laboratory);
        Bill bill = new Bill();
        List<Cell> cells = new ArrayList<>();
        String obstacle = hypothesis();
        long needed = 1;
        if (!obstacle.isEmpty()) {
            return builder.obstacle(obstacle).build(cells, laboratory);
        }
        try {
            List<StepPlace> places = StepPlace.all(setting, points, directions, laboratory.seed());
            for (int level : setting.levels()) {
                for (StepPlace place : places) {
                    needed = Math.max(needed, compare(level, place, laboratory, bill, cells));
                }
            }
        } catch (UnsupportedOperationException e) {
            obstacle = String.valueOf(e.getMessage());
        }
        return builder.obstacle(obstacle)
                .passes("all " + cells.size() + " moments agree to " + Numbers.percent(discrepancy) + " of their size")
                .remedies(remedies(needed, laboratory.trajectoryBudget()))
                .trajectories(bill.trajectories())
                .build(cells, laboratory);
    }

    /** A mean of products of this order can only be tested if the products have a variance. */
    private String hypothesis() {
        Objective objective = setting.problem().objective();
        return law == Law.SVAG && objective.regularity().lacksMoment(2.0 * order)
                ? "moments of order " + order + " are tested with moments of order " + 2 * order
                        + ", which the gradients of " + objective.name() + " do not have: they are finite below order "
                        + Numbers.plain(objective.regularity().moments()) + " only"
                : "";
    }

    /** @return how many steps the power asks for */
    private long compare(int level, StepPlace place, Laboratory laboratory, Bill bill, List<Cell> cells) {
        StepTargets targets = StepTargets.of(place.problem(), law, level, place.point(), order);
        double alpha = laboratory.budget().perCell(cells());
        Setting one = new Setting(
                place.family(),
                place.problem(),
                List.of(level),
                StepEntry.centredAt(targets.expectedState(), entries()),
                List.of(1));
        double[] ceilings = ceilings(targets, place, one, laboratory, bill);
        long needed = 1;
        for (int g = 0; g < ceilings.length; g++) {
            double bias = discrepancy * targets.size(entries().get(g).order());
            if (ceilings[g] > 0) {
                double missRate = laboratory.budget().falsePassRate();
                needed = Math.max(needed, Power.minForAnyLaw(bias, Math.sqrt(ceilings[g]), alpha, missRate));
            }
        }
        long steps = Math.min(needed, laboratory.trajectoryBudget());
        StepCells judge = new StepCells(targets, ceilings, alpha, steps, discrepancy, entries(), place.at());
        Estimates seen = bill.add(laboratory.simulate(one, one.family(), level, "steps" + place.at(), steps, judge));
        for (int g = 0; g < entries().size(); g++) {
            cells.add(judge.cell(seen, g, steps >= needed));
        }
        return needed;
    }

    /** How widely the values of each entry may spread. */
    private double[] ceilings(StepTargets targets, StepPlace place, Setting one, Laboratory laboratory, Bill bill) {
        long wanted = place.seenAlongDirections() ? PILOT_ALONG : PILOT;
        long size = Math.max(2, Math.min(wanted, laboratory.trajectoryBudget()));
        String purpose = "pilot" + place.at();
        Estimates pilot =
                bill.add(laboratory.simulate(one, one.family(), targets.level(), purpose, size, CellTests.NONE));
        double[] ceilings = new double[entries().size()];
        for (int g = 0; g < ceilings.length; g++) {
            int[] indices = entries().get(g).array();
            double known =
                    targets.spread().map(s -> s.product(indices).variance()).orElse(0.0);
            ceilings[g] =
                    Expectations.CEILING * Math.max(known, pilot.moments(1, g).variance());
        }
        return ceilings;
    }

    private List<StepEntry> entries() {
        return entries(setting, order, directions);
    }

    private static List<StepEntry> entries(Setting setting, int order, int directions) {
        int dimension = StepPlace.dimension(setting, directions);
        return StepEntry.upTo(order, dimension, MOST_ENTRIES, StepPlace.variable(directions));
    }

    private static List<String> remedies(long needed, long budget) {
        return needed > budget
                ? List.of("raise the budget: -Ditocheck.trajectories=" + needed, "use a lower order, or allow more")
                : List.of("enumerate the paths with OneStepMoments, where they are finitely many");
    }

    private OutcomeBuilder builder(Laboratory laboratory) {
        String whose = law == Law.SVAG ? "SVAG" : "Euler-Maruyama";
        return new OutcomeBuilder(
                        "SampledOneStepMoments",
                        "one step of " + setting.family().name() + " on "
                                + setting.problem().name() + " has the moments of " + whose + " to order " + order
                                + StepPlace.along(directions))
                .formula("E c = 0" + (order > 1 ? ", E c c'" : "") + (order > 2 ? ", E c^(x3)" : "")
                        + " of the centred step c = dx + (eta/l) grad L")
                .source("Li, Malladi, Arora 2021, arXiv:2102.12470, Lemma " + (law == Law.SVAG ? "4.5" : "4.4")
                        + "; THEORY 1.3, 5.7")
                .truth("formula of one " + whose + " step")
                .setting(setting.describe())
                .diagnosis(OneStepMoments::diagnosis)
                .power("false alarm < " + Numbers.brief(laboratory.budget().falseFailRate()) + " over all " + cells()
                        + " moments; an error of " + Numbers.percent(discrepancy)
                        + " of the natural size is missed with probability < "
                        + Numbers.brief(laboratory.budget().falsePassRate()))
                .levels(setting.levels());
    }
}
