package org.itocheck.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.itocheck.random.Seed;

/**
 * Makes the outcome of a claim from its cells: the worst verdict, the cell that speaks for it, and the words that go with it. What is not
 * said has a plain default.
 * <pre>{@code
 * return new OutcomeBuilder("SquaredNorms", "the norms of SGD on E1 obey (13)")
 *         .formula("|x'|^2 = (1 - eta lambda)^2 |x|^2 + eta^2 |g|^2").source("Li, Malladi, Arora 2021, (13); THEORY X25")
 *         .passes("all steps agree").build(cells, laboratory);
 * }</pre>
 */
public final class OutcomeBuilder {
    private static final int LONGEST_LIST = 200;

    private final long began = System.nanoTime();
    private final String claim;
    private final String statement;
    private String formula = "";
    private String source = "";
    private String truth = "";
    private String setting = "";
    private String passes = "";
    private Function<Cell, String> fails = OutcomeBuilder::failed;
    private Function<Cell, String> diagnosis = worst -> "";
    private String power = "no randomness";
    private List<String> remedies = List.of();
    private List<Integer> levels = List.of();
    private long trajectories;
    private OptionalDouble seconds = OptionalDouble.empty();
    private String obstacle = "";

    /**
     * Starts the clock of the outcome.
     *
     * @param claim the kind of claim: the simple name of its class
     * @param statement what is claimed of what, in words that a verdict can follow
     */
    public OutcomeBuilder(String claim, String statement) {
        this.claim = claim;
        this.statement = statement;
    }

    /** The claim as a formula. */
    public OutcomeBuilder formula(String newFormula) {
        formula = newFormula;
        return this;
    }

    /** Where the theory states it. */
    public OutcomeBuilder source(String newSource) {
        source = newSource;
        return this;
    }

    /** What the cells were compared with, and how that is known. */
    public OutcomeBuilder truth(String newTruth) {
        truth = newTruth;
        return this;
    }

    /** Time, learning rate, steps; see {@link Setting#describe}. */
    public OutcomeBuilder setting(String newSetting) {
        setting = newSetting;
        return this;
    }

    /** The finding of a PASS. */
    public OutcomeBuilder passes(String finding) {
        passes = finding;
        return this;
    }

    /** The finding of a FAIL, from the cell that speaks for it; by default that cell's value and what was expected. */
    public OutcomeBuilder fails(Function<Cell, String> finding) {
        fails = finding;
        return this;
    }

    /** What a FAIL points to, from the cell that speaks for it; nothing by default. */
    public OutcomeBuilder diagnosis(Function<Cell, String> newDiagnosis) {
        diagnosis = newDiagnosis;
        return this;
    }

    /** The error rates of the verdict; {@code no randomness} by default. */
    public OutcomeBuilder power(String newPower) {
        power = newPower;
        return this;
    }

    /** For INCONCLUSIVE: cheap ways out. */
    public OutcomeBuilder remedies(List<String> newRemedies) {
        remedies = newRemedies;
        return this;
    }

    /** The ladder; empty by default. */
    public OutcomeBuilder levels(List<Integer> newLevels) {
        levels = newLevels;
        return this;
    }

    /** How many trajectories were simulated in all; none by default. */
    public OutcomeBuilder trajectories(long newTrajectories) {
        trajectories = newTrajectories;
        return this;
    }

    /** How long it took to make what the claim looks at; by default the time since this builder was made. */
    public OutcomeBuilder seconds(double newSeconds) {
        seconds = OptionalDouble.of(newSeconds);
        return this;
    }

    /** Why the claim cannot be decided at all, such as a hypothesis that does not hold: the verdict is then never PASS. */
    public OutcomeBuilder obstacle(String newObstacle) {
        obstacle = newObstacle;
        return this;
    }

    /**
     * The outcome.
     *
     * @param given every number looked at; with an obstacle there may be none
     */
    public Outcome build(List<Cell> given, Laboratory laboratory) {
        return build(given, laboratory.seed());
    }

    /**
     * The outcome of a claim that simulates nothing by itself.
     *
     * @param given every number looked at; with an obstacle there may be none
     * @param seed of what it looked at
     */
    public Outcome build(List<Cell> given, Seed seed) {
        List<Cell> cells = new ArrayList<>(given);
        if (cells.isEmpty()) {
            cells.add(Cell.open("none", 1, Double.NaN, 1, obstacle));
        }
        Summary summary = Summary.of(cells);
        Verdict verdict =
                obstacle.isEmpty() ? summary.verdict() : summary.verdict().and(Verdict.INCONCLUSIVE);
        Cell worst = summary.worst();
        return new Outcome(
                claim,
                statement,
                formula,
                source,
                verdict,
                finding(verdict, worst),
                summary.observed().length() > LONGEST_LIST ? cells.size() + " numbers" : summary.observed(),
                truth,
                setting,
                cells,
                worst.observable(),
                verdict == Verdict.FAIL ? diagnosis.apply(worst) : "",
                power,
                verdict == Verdict.INCONCLUSIVE ? remedies : List.of(),
                levels,
                trajectories,
                seconds.orElseGet(() -> (System.nanoTime() - began) * 1e-9),
                seed);
    }

    private String finding(Verdict verdict, Cell worst) {
        return switch (verdict) {
            case PASS -> passes;
            case FAIL -> fails.apply(worst);
            case INCONCLUSIVE -> obstacle.isEmpty() ? open(worst) : obstacle;
        };
    }

    private static String failed(Cell worst) {
        String value = worst.halfWidth() > 0
                ? " is off by " + Numbers.plusMinus(worst.error(), worst.halfWidth())
                : " is " + Numbers.plain(worst.estimate()) + ", expected " + Numbers.plain(worst.truth());
        return worst.observable() + (worst.level() > 1 ? " at l = " + worst.level() : "") + value;
    }

    private static String open(Cell worst) {
        return worst.note().isEmpty()
                ? worst.observable() + " is off by " + Numbers.plusMinus(worst.error(), worst.halfWidth())
                        + " (allowed ± " + Numbers.like(worst.allowed(), worst.halfWidth()) + ")"
                : worst.observable() + ": " + worst.note();
    }
}
