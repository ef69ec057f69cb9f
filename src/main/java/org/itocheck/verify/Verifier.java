package org.itocheck.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.itocheck.claim.Claim;
import org.itocheck.claim.Outcome;
import org.itocheck.ensemble.Engine;
import org.itocheck.ensemble.Progress;
import org.itocheck.random.Seed;
import org.itocheck.stats.ErrorBudget;

/**
 * Turns claims into outcomes within a budget of errors and of trajectories.
 * <p>All verdicts of one verifier together keep its false-fail rate: a list of claims shares it by the number of their tests; claims
 * verified one after the other get 1/2, 1/6, 1/12, ... of it.
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
    private final Progress progress;
    private final AtomicInteger verified = new AtomicInteger();

    /**
     * @param seed the root of all randomness
     * @param falseFailRate probability that a correct program fails, all verdicts together, in (0, 1)
     * @param falsePassRate probability that a program off by the stated discrepancy passes, in (0, 1/2]
     * @param trajectories the most trajectories of one level, at least 1
     * @param threads at least 1
     */
    public Verifier(Seed seed, double falseFailRate, double falsePassRate, long trajectories, int threads) {
        this(seed, "", new ErrorBudget(falseFailRate, falsePassRate), trajectories, threads, Progress.SILENT);
    }

    private Verifier(Seed seed, String scope, ErrorBudget budget, long trajectories, int threads, Progress progress) {
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
        this.progress = progress;
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
        return new Verifier(seed, scope, budget, trajectories, threads, newProgress);
    }

    /** The same for a part of the whole whose random numbers are its own, for example one test method. */
    public Verifier withScope(String newScope) {
        return new Verifier(seed, newScope, budget, trajectories, threads, progress);
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

    /** Verifies one claim with the next share of the error budget. */
    public Outcome verify(Claim claim) {
        int index = verified.getAndIncrement();
        return evaluate(claim, budget.share(index), index);
    }

    /** Verifies claims that belong together; they share the error budget by the number of their tests. */
    public List<Outcome> verify(List<Claim> claims) {
        int total = claims.stream().mapToInt(Claim::cells).sum();
        List<Outcome> outcomes = new ArrayList<>();
        for (Claim claim : claims) {
            double rate = budget.falseFailRate() * claim.cells() / total;
            outcomes.add(evaluate(claim, new ErrorBudget(rate, budget.falsePassRate()), outcomes.size()));
        }
        return outcomes;
    }

    private Outcome evaluate(Claim claim, ErrorBudget share, int index) {
        Seed own = seed.forPurpose(scope + "#" + index);
        return claim.evaluate(new Bench(this, share, own, new Engine(threads), progress));
    }
}
