package org.itocheck.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.itocheck.dynamics.Family;
import org.itocheck.ensemble.CellTests;
import org.itocheck.stats.Interval;
import org.itocheck.stats.Power;
import org.itocheck.stats.SkewAllowance;

/**
 * The three means that a weak error falls into at every level: of the family, of Euler-Maruyama, and of the SDE. What is not exact is
 * simulated with as many trajectories as the tightest tolerance asks for, planned from pilot ensembles that no verdict uses.
 */
final class ErrorParts {
    private static final long PILOT = 1 << 13;
    /** As for ladders, see {@link LadderPlan}. */
    private static final double FILL = 0.8;

    private static final long CAUTION = 2;

    private final ErrorDecomposition claim;
    private final Laboratory laboratory;
    private final Bill bill;
    private final double alpha;
    private final List<MeanSource> families = new ArrayList<>();
    private final List<MeanSource> schemes = new ArrayList<>();
    private LimitReference reference;
    private long paths;
    private long needed;

    private ErrorParts(ErrorDecomposition claim, double alpha, Laboratory laboratory, Bill bill) {
        this.claim = claim;
        this.alpha = alpha;
        this.laboratory = laboratory;
        this.bill = bill;
        long size = Math.max(2, Math.min(PILOT, laboratory.trajectoryBudget()));
        this.reference = reference("pilot", size);
        measure("pilot", size);
    }

    static ErrorParts of(ErrorDecomposition claim, double alpha, Laboratory laboratory, Bill bill) {
        ErrorParts parts = new ErrorParts(claim, alpha, laboratory, bill);
        if (parts.random()) {
            parts.plan();
            parts.reference = parts.reference("parts", parts.paths);
            parts.measure("parts", parts.paths);
        }
        return parts;
    }

    /** E g of the scheme at a level. */
    double schemeMean(int level, int k, int g) {
        return schemes.get(level).mean(k, g);
    }

    /** E g of the SDE. */
    double limitMean(int k, int g) {
        return reference.mean(k, g);
    }

    /** The standard deviation of g, in which tolerances may be counted. */
    double deviation(int k, int g) {
        return Math.sqrt(reference.variance(k, g));
    }

    /** Family minus scheme. */
    Interval noise(int level, int k, int g) {
        MeanSource family = families.get(level);
        MeanSource scheme = schemes.get(level);
        return interval(family.mean(k, g) - scheme.mean(k, g), family.standardError(k, g), scheme.standardError(k, g));
    }

    /** Scheme minus SDE. */
    Interval step(int level, int k, int g) {
        MeanSource scheme = schemes.get(level);
        return ofLimit(scheme.mean(k, g) - reference.mean(k, g), scheme.standardError(k, g), k, g);
    }

    /** Family minus SDE: the sum of the other two, with an interval of its own. */
    Interval whole(int level, int k, int g) {
        double sum = noise(level, k, g).center() + step(level, k, g).center();
        return ofLimit(sum, families.get(level).standardError(k, g), k, g);
    }

    private Interval ofLimit(double center, double standardError, int k, int g) {
        Interval random = interval(center, standardError, reference.standardError(k, g));
        return new Interval(center, random.halfWidth() + reference.modelError(k, g));
    }

    private Interval interval(double center, double one, double other) {
        return new Interval(center, SkewAllowance.multiplier(alpha) * Math.hypot(one, other));
    }

    String describe() {
        return "family " + families.get(0).describe() + ", Euler-Maruyama "
                + schemes.get(0).describe() + ", SDE " + reference.source();
    }

    /** How many trajectories each simulated level has; 0 if all is exact. */
    long paths() {
        return paths;
    }

    /** How many the plan asks for. */
    long needed() {
        return needed;
    }

    /** Why no interval of this cell may be trusted; empty if it may. */
    String doubt(int level, int k, int g) {
        if (!random()) {
            return "";
        }
        if (paths < LadderPlan.LEAST) {
            return "no normal interval is trusted below " + Numbers.count(LadderPlan.LEAST) + " paths";
        }
        long forSkewness = forSkewness(level, k, g);
        if (paths < forSkewness) {
            return "too skewed for normal intervals below " + Numbers.count(forSkewness) + " paths";
        }
        return reference.pValue(k, g) < alpha
                ? "the Euler-Maruyama reference is not c0 + c1/l + c2/l^2 yet: claim it at coarser tolerance"
                : "";
    }

    private boolean random() {
        return !reference.isExact()
                || families.stream().anyMatch(s -> !s.isExact())
                || schemes.stream().anyMatch(s -> !s.isExact());
    }

    private LimitReference reference(String look, long size) {
        return LimitReference.exact(claim.limit(), claim.setting())
                .orElseGet(() -> LimitReference.estimated(
                        claim.limit(), claim.setting(), laboratory, look, Math.max(2, size), bill));
    }

    private void measure(String purpose, long size) {
        families.clear();
        schemes.clear();
        for (int level : claim.setting().levels()) {
            families.add(source(claim.setting().family(), level, purpose + " family", size));
            schemes.add(source(claim.limit().scheme(), level, purpose + " scheme", size));
        }
    }

    private MeanSource source(Family family, int level, String purpose, long size) {
        Setting setting = claim.setting();
        Optional<MeanSource> exact = MeanSource.exact(family, setting, level);
        return exact.orElseGet(() -> MeanSource.simulated(
                setting, bill.add(laboratory.simulate(setting, family, level, purpose, size, CellTests.NONE))));
    }

    private void plan() {
        Setting setting = claim.setting();
        needed = LadderPlan.LEAST;
        for (int level = 0; level < families.size(); level++) {
            for (int k : setting.checkpoints()) {
                for (int g = 0; g < setting.observables().size(); g++) {
                    needed = Math.max(needed, CAUTION * forSkewness(level, k, g));
                    needed = Math.max(needed, forWidth(level, k, g));
                }
            }
        }
        paths = Math.max(2, Math.min(needed, laboratory.trajectoryBudget()));
    }

    private long forSkewness(int level, int k, int g) {
        long forFamily = SkewAllowance.minTrajectories(families.get(level).skewness(k, g), alpha);
        long forScheme = SkewAllowance.minTrajectories(schemes.get(level).skewness(k, g), alpha);
        return Math.max(Math.max(forFamily, forScheme), reference.neededForSkewness(k, g, alpha));
    }

    private long forWidth(int level, int k, int g) {
        double family = random(families.get(level), k, g);
        double scheme = random(schemes.get(level), k, g);
        double deviation = deviation(k, g);
        double limit = reference.isExact() ? 0 : LimitReference.estimatedFactor() * deviation;
        return Math.max(
                forWidth(claim.nonGaussian().absolute(deviation), Math.hypot(family, scheme)),
                forWidth(claim.discretisation().absolute(deviation), Math.hypot(scheme, limit)));
    }

    private long forWidth(double tolerance, double deviation) {
        double missRate = laboratory.budget().falsePassRate();
        return deviation == 0
                ? 1
                : Power.minForInterval(FILL * tolerance, deviation, SkewAllowance.rate(alpha), missRate);
    }

    private static double random(MeanSource source, int k, int g) {
        return source.isExact() ? 0 : source.deviation(k, g);
    }
}
