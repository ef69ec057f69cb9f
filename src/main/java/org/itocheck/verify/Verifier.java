package org.itocheck.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.itocheck.claim.Claim;
import org.itocheck.claim.Outcome;
import org.itocheck.ensemble.Engine;
import org.itocheck.ensemble.NonFiniteTrajectoryException;
import org.itocheck.ensemble.Progress;
import org.itocheck.random.Seed;
import org.itocheck.stats.ErrorBudget;
import org.jspecify.annotations.Nullable;

/**
 * Turns claims into outcomes within a budget of errors and of trajectories.
 * <p>All verdicts of one verifier together keep its false-fail rate: each call of {@code verify} gets the next of the shares 1/2, 1/6,
 * 1/12, ... of it, and a list of claims divides its share by the number of their tests. Verifiers made from this one with {@code with...}
 * take their shares from the same account, so the rate holds over all of them.
 * <p>What a claim gets depends on how many were verified before it: the same calls in the same order with the same seed give the same
 * outcomes, bit for bit.
 */
public final class Verifier {
    /** The probability that anything correct fails, by default. */
    public static final double DEFAULT_FALSE_FAIL_RATE = 1e-6;
    /** The probability that the stated discrepancy passes, by default. */
    public static final double DEFAULT_FALSE_PASS_RATE = 1e-3;
    /** The most trajectories of one level, by default. */
    public static final long DEFAULT_TRAJECTORIES = 4_000_000;

    private final Seed seed;
    private final String scope;
    private final ErrorBudget budget;
    private final long trajectories;
    private final int threads;
    private final Company company;
    private final AtomicInteger spent;

    /**
     * @param seed the root of all randomness
     * @param falseFailRate probability that a correct program fails, all verdicts together, in (0, 1)
     * @param falsePassRate probability that a program off by the stated discrepancy passes, in (0, 1/2]
     * @param trajectories the most trajectories of one level, at least 1
     * @param threads at least 1
     */
    public Verifier(Seed seed, double falseFailRate, double falsePassRate, long trajectories, int threads) {
        this(
                seed,
                "",
                new ErrorBudget(falseFailRate, falsePassRate),
                trajectories,
                threads,
                Company.NONE,
                new AtomicInteger());
    }

    private Verifier(
            Seed seed,
            String scope,
            ErrorBudget budget,
            long trajectories,
            int threads,
            Company company,
            AtomicInteger spent) {
        if (trajectories < 1) {
            throw new IllegalArgumentException("trajectories is " + trajectories + ", expected at least 1");
        }
        if (threads < 1) {
            throw new IllegalArgumentException("threads is " + threads + ", expected at least 1");
        }
        this.seed = seed;
        this.scope = scope;
        this.budget = budget;
        this.trajectories = trajectories;
        this.threads = threads;
        this.company = company;
        this.spent = spent;
    }

    /** Who goes along with a verifier without changing what it finds. */
    private record Company(
            Progress progress,
            OutcomeListener listener,
            String reproduce,
            @Nullable String report) {
        static final Company NONE = new Company(Progress.SILENT, OutcomeListener.NONE, "", null);
    }

    /** The default rates and budget on all processors. */
    public static Verifier withSeed(Seed seed) {
        return new Verifier(
                seed,
                DEFAULT_FALSE_FAIL_RATE,
                DEFAULT_FALSE_PASS_RATE,
                DEFAULT_TRAJECTORIES,
                Runtime.getRuntime().availableProcessors());
    }

    /** The same with a listener to its progress. */
    public Verifier withProgress(Progress newProgress) {
        return with(scope, new Company(newProgress, company.listener, company.reproduce, company.report));
    }

    /** The same with a listener to its outcomes; the listener before is told no more. */
    public Verifier withListener(OutcomeListener newListener) {
        return with(scope, new Company(company.progress, newListener, company.reproduce, company.report));
    }

    /**
     * The same with a word on where its outcomes come from.
     *
     * @param reproduce one line that runs the same claims with the same random numbers, for example a command
     * @param report the page that will show the outcomes, or null if none is written
     */
    public Verifier withReproduction(String reproduce, @Nullable String report) {
        return with(scope, new Company(company.progress, company.listener, reproduce, report));
    }

    /** The same for a part of the whole whose random numbers are its own, for example one test method. */
    public Verifier withScope(String newScope) {
        return with(newScope, company);
    }

    private Verifier with(String newScope, Company newCompany) {
        return new Verifier(seed, newScope, budget, trajectories, threads, newCompany, spent);
    }

    /** The root seed. */
    public Seed seed() {
        return seed;
    }

    /** The error rates of all verdicts together. */
    public ErrorBudget budget() {
        return budget;
    }

    /** The most trajectories of one level. */
    public long trajectories() {
        return trajectories;
    }

    /** The number of threads. */
    public int threads() {
        return threads;
    }

    /** How many shares of the error budget are spent: calls of {@code verify}, also those that ended with an exception. */
    public int spentShares() {
        return spent.get();
    }

    /** Verifies one claim with the next share of the error budget. */
    public Outcome verify(Claim claim) {
        int index = spent.getAndIncrement();
        return evaluate(claim, budget.share(index), "#" + index);
    }

    /** Verifies claims that belong together; they divide the next share of the error budget by the number of their tests. */
    public List<Outcome> verify(List<Claim> claims) {
        int index = spent.getAndIncrement();
        ErrorBudget share = budget.share(index);
        int total = claims.stream().mapToInt(Claim::cells).sum();
        List<Outcome> outcomes = new ArrayList<>();
        for (Claim claim : claims) {
            double rate = share.falseFailRate() * claim.cells() / total;
            String place = "#" + index + "." + outcomes.size();
            outcomes.add(evaluate(claim, new ErrorBudget(rate, share.falsePassRate()), place));
        }
        return outcomes;
    }

    /** The whole message of an outcome of this verifier: what was claimed, seen and known, and how to see it again. */
    public String explain(Outcome outcome) {
        String reproduce =
                company.reproduce.isEmpty() ? "the same claims in the same order with " + this : company.reproduce;
        return Explanation.of(outcome, new Provenance(reproduce, company.report, Provenance.environment(threads)));
    }

    /** The Java expression that makes a verifier with the same outcomes. */
    @Override
    public String toString() {
        return "new Verifier(Seed.parse(\"" + seed + "\"), " + budget.falseFailRate() + ", " + budget.falsePassRate()
                + ", " + trajectories + "L, " + threads + ")"
                + (scope.isEmpty() ? "" : ".withScope(\"" + scope + "\")");
    }

    private Outcome evaluate(Claim claim, ErrorBudget share, String place) {
        Seed own = seed.forPurpose(scope + place);
        try {
            Outcome outcome = claim.evaluate(new Bench(this, share, own, new Engine(threads), company.progress));
            company.listener.verified(outcome);
            return outcome;
        } catch (NonFiniteTrajectoryException e) {
            throw e.withSeed(seed);
        }
    }
}
