package org.itocheck.assertion;

import java.util.List;
import java.util.stream.IntStream;
import org.itocheck.claim.BatchSampling;
import org.itocheck.claim.Claim;
import org.itocheck.claim.ErrorDecomposition;
import org.itocheck.claim.ExactMean;
import org.itocheck.claim.LimitBias;
import org.itocheck.claim.OneStepMoments;
import org.itocheck.claim.Outcome;
import org.itocheck.claim.SampledOneStepMoments;
import org.itocheck.claim.Setting;
import org.itocheck.claim.Tolerance;
import org.itocheck.claim.WeakErrorBelow;
import org.itocheck.claim.WeakOrder;
import org.itocheck.claim.equilibrium.Equilibrium;
import org.itocheck.claim.jump.BatchInvariance;
import org.itocheck.claim.jump.SkewnessGap;
import org.itocheck.claim.scale.NormDynamics;
import org.itocheck.dynamics.Family;
import org.itocheck.dynamics.Problem;
import org.itocheck.dynamics.optimizer.LinearScaling;
import org.itocheck.dynamics.sde.ItoSde;
import org.itocheck.dynamics.sde.Limit;
import org.itocheck.objective.Objective;
import org.itocheck.observable.Observable;
import org.itocheck.verify.Verifier;
import org.jspecify.annotations.Nullable;
import org.opentest4j.AssertionFailedError;

/**
 * Assertions on a family of optimisers: prepositions configure, verbs simulate and throw.
 * <p>A verb throws {@link AssertionFailedError} unless its claim passed. INCONCLUSIVE throws too, with the cheapest ways out in its message:
 * a claim that nobody tested must not look green. Verbs may follow each other; each gets its own share of the verifier's error budget.
 * <pre>{@code
 * assertThat(Svag.family(problem)).using(verifier).on(problem)
 *     .observing(Observable.coordinate(0), Observable.squaredNorm()).atLevels(1, 2, 4, 8)
 *     .hasExactMeans()                                                  // the implementation is right
 *     .hasLimit(ItoSde.of(problem), within(0.05));                      // and so is its limit
 * }</pre>
 * Not for several threads.
 */
public final class FamilyAssert {
    private final Family family;
    private final Verification verification = new Verification("hasExactMeans()");
    private List<Observable> observables = List.of();
    private List<Integer> levels = List.of();
    private List<Integer> checkpoints = List.of();
    private List<Observable> controls = List.of();
    private @Nullable Problem problem;

    FamilyAssert(Family family) {
        this.family = family;
    }

    /** Who verifies: error rates, trajectories, seed. */
    public FamilyAssert using(Verifier newVerifier) {
        verification.using(newVerifier);
        return this;
    }

    /** Where the motion starts, on which loss, and how long it lasts; brought to the learning rate of the family. */
    public FamilyAssert on(Problem newProblem) {
        problem = newProblem;
        return this;
    }

    /**
     * A loss without weight decay, with the learning rate of the family.
     *
     * @param objective the loss
     * @param start x_0, shape [d] with d = {@code objective.dimension()}; copied
     * @param steps K, the number of SGD steps, at least 1
     */
    public FamilyAssert on(Objective objective, double[] start, int steps) {
        return on(Problem.of(objective, start, family.learningRate(), steps));
    }

    /** What is measured: test functions g, at least one. */
    public FamilyAssert observing(Observable... newObservables) {
        observables = List.of(newObservables);
        return this;
    }

    /** The ladder of levels l, each at least 1, no two equal. */
    public FamilyAssert atLevels(int... newLevels) {
        levels = IntStream.of(newLevels).boxed().toList();
        return this;
    }

    /** The times k eta that count, in SGD steps k; without this call all of them. */
    public FamilyAssert atCheckpoints(int... newCheckpoints) {
        checkpoints = IntStream.of(newCheckpoints).boxed().toList();
        return this;
    }

    /** Control variates of claims on means and limits, used where their exact means are known; without this call none. */
    public FamilyAssert withControlVariates(Observable... newControls) {
        controls = List.of(newControls);
        return this;
    }

    /** A description that opens the message of a failure, in square brackets. */
    public FamilyAssert as(String newDescription) {
        verification.as(newDescription);
        return this;
    }

    /**
     * The family is a weak approximation of the SDE of this order or better: right limit and right order, at every level.
     *
     * @param tolerance for the bias of the limit and for what the order does not explain at each level
     * @throws AssertionFailedError unless the claim passed
     * @see WeakOrder
     */
    public FamilyAssert isWeakApproximationOf(Limit limit, Order order, Tolerance tolerance) {
        return verify(new WeakOrder(setting("isWeakApproximationOf"), limit, order.value(), tolerance));
    }

    /**
     * The errors of the family tend to zero as l grows: the SDE is its limit.
     *
     * @param tolerance for the bias of the limit
     * @throws AssertionFailedError unless the claim passed
     * @see LimitBias
     */
    public FamilyAssert hasLimit(Limit limit, Tolerance tolerance) {
        return verify(new LimitBias(setting("hasLimit"), limit, tolerance));
    }

    /**
     * One step has the mean and the covariance of the limit's step, {@code -(eta/l) (grad L + lambda x)} and {@code (eta/l) eta S}. No
     * randomness: every path of one step is run.
     *
     * @param limit the SDE; its learning rate and weight decay must be those of the family and the problem
     * @param tolerance relative to the natural size of each moment
     * @throws AssertionFailedError unless the claim passed
     * @see OneStepMoments
     */
    public FamilyAssert hasOneStepMomentsOf(ItoSde limit, Tolerance tolerance) {
        Setting setting = stepSetting("hasOneStepMomentsOf");
        requireSdeOf(setting.problem(), limit);
        return verify(new OneStepMoments(setting, tolerance.value()));
    }

    /**
     * One step has the moments of one step of Euler-Maruyama on the SDE, to order three, by simulation: the leading terms of Lemma 4.4. For
     * schemes whose paths cannot be enumerated.
     *
     * @param limit the SDE; its learning rate and weight decay must be those of the family and the problem
     * @throws AssertionFailedError unless the claim passed
     * @see SampledOneStepMoments
     */
    public FamilyAssert hasSampledOneStepMomentsOf(ItoSde limit) {
        Setting setting = stepSetting("hasSampledOneStepMomentsOf");
        requireSdeOf(setting.problem(), limit);
        return verify(new SampledOneStepMoments(setting, SampledOneStepMoments.Law.EULER_MARUYAMA));
    }

    /**
     * One step has the moments of SVAG to order three, Lemma 4.5, by simulation: for losses and optimisers whose paths cannot be enumerated.
     *
     * @throws AssertionFailedError unless the claim passed
     * @see SampledOneStepMoments
     */
    public FamilyAssert hasSampledOneStepMomentsOfSvag() {
        Setting setting = stepSetting("hasSampledOneStepMomentsOfSvag");
        return verify(new SampledOneStepMoments(setting, SampledOneStepMoments.Law.SVAG));
    }

    /**
     * Mini-batches are drawn uniformly with replacement, independently, afresh in every step and in every trajectory. Draws are read on a
     * probe of the size of the problem's loss, if that is a finite sum.
     *
     * @throws AssertionFailedError unless the claim passed
     * @see BatchSampling
     */
    public FamilyAssert drawsMiniBatchesUniformly() {
        return verify(BatchSampling.of(stepSetting("drawsMiniBatchesUniformly")));
    }

    /**
     * The weak error is made of a part of the noise that is not Gaussian and a part of the discretisation, each within its tolerance.
     *
     * @param limit the SDE of the problem
     * @param nonGaussian how large the first part may be: SVAG against Euler-Maruyama
     * @param discretisation how large the second part may be: Euler-Maruyama against the SDE
     * @throws AssertionFailedError unless the claim passed
     * @see ErrorDecomposition
     */
    public FamilyAssert hasErrorOfNoiseAndSteps(ItoSde limit, Tolerance nonGaussian, Tolerance discretisation) {
        Setting setting = setting("hasErrorOfNoiseAndSteps");
        return verify(new ErrorDecomposition(setting, limit, nonGaussian, discretisation));
    }

    /**
     * One step has all the moments of SVAG to rounding: Lemma 4.5.
     *
     * @throws AssertionFailedError unless the claim passed
     * @see OneStepMoments
     */
    public FamilyAssert hasOneStepMomentsOfSvag() {
        return verify(new OneStepMoments(stepSetting("hasOneStepMomentsOfSvag")));
    }

    /**
     * On a scale-invariant loss: the norm moves in every step as (12) and (13) say. No randomness but that of 32 paths.
     *
     * @throws AssertionFailedError unless the claim passed
     * @see NormDynamics
     */
    public FamilyAssert hasNormDynamics() {
        return verify(new NormDynamics(stepSetting("hasNormDynamics")));
    }

    /**
     * One step has all the moments of SVAG to rounding, the fourth ones too; the loss must know its fourth cumulant.
     *
     * @throws AssertionFailedError unless the claim passed
     * @see OneStepMoments#toFourthOrder
     */
    public FamilyAssert hasOneStepMomentsOfSvagToFourthOrder() {
        return verify(OneStepMoments.toFourthOrder(stepSetting("hasOneStepMomentsOfSvagToFourthOrder")));
    }

    /**
     * The weak error is at most {@code c / l} at every level.
     *
     * @param c in the unit of the observable
     * @throws AssertionFailedError unless the claim passed
     * @see WeakErrorBelow
     */
    public FamilyAssert hasWeakErrorBelow(double c, Limit limit) {
        return hasWeakErrorBelow(Tolerance.within(c), limit);
    }

    /**
     * The weak error is at most {@code c / l} at every level, c in the unit of the observable or in its standard deviations.
     *
     * @throws AssertionFailedError unless the claim passed
     * @see WeakErrorBelow
     */
    public FamilyAssert hasWeakErrorBelow(Tolerance c, Limit limit) {
        return verify(new WeakErrorBelow(setting("hasWeakErrorBelow"), limit, c));
    }

    /**
     * The means are those the theory knows for this built-in family, to 2 % of a standard deviation.
     *
     * @throws AssertionFailedError unless the claim passed
     * @see ExactMean
     */
    public FamilyAssert hasExactMeans() {
        return hasExactMeansOf(family);
    }

    /**
     * The means are those the theory knows for this built-in family.
     *
     * @param discrepancy the smallest bias that must be found, from {@link Tolerance#withinDeviations}
     * @throws AssertionFailedError unless the claim passed
     * @see ExactMean
     */
    public FamilyAssert hasExactMeans(Tolerance discrepancy) {
        return hasExactMeansOf(family, discrepancy);
    }

    /**
     * The means are those the theory knows for another family: your SGD against the built-in one.
     *
     * @throws AssertionFailedError unless the claim passed
     * @see ExactMean
     */
    public FamilyAssert hasExactMeansOf(Family law) {
        return hasExactMeansOf(law, Tolerance.withinDeviations(ExactMean.DEFAULT_DISCREPANCY));
    }

    /**
     * The means are those the theory knows for another family.
     *
     * @param discrepancy the smallest bias that must be found, from {@link Tolerance#withinDeviations}
     * @throws AssertionFailedError unless the claim passed
     * @see ExactMean
     */
    public FamilyAssert hasExactMeansOf(Family law, Tolerance discrepancy) {
        double deviations = Tolerances.deviations(discrepancy);
        return verify(new ExactMean(setting("hasExactMeans"), law, deviations));
    }

    /**
     * The law of the state at every checkpoint is the same for every batch size along the linear scaling rule, to 2 % of a standard
     * deviation: Example F.1.
     *
     * @throws AssertionFailedError unless the claim passed
     * @see BatchInvariance
     */
    public FamilyAssert isLinearScalingInvariantInLaw() {
        return isLinearScalingInvariantInLaw(Tolerance.withinDeviations(ExactMean.DEFAULT_DISCREPANCY));
    }

    /**
     * The law of the state at every checkpoint is the same for every batch size along the linear scaling rule: Example F.1.
     *
     * @param discrepancy the smallest bias that must be found, from {@link Tolerance#withinDeviations}
     * @throws AssertionFailedError unless the claim passed
     * @see BatchInvariance
     */
    public FamilyAssert isLinearScalingInvariantInLaw(Tolerance discrepancy) {
        double deviations = Tolerances.deviations(discrepancy);
        Setting setting = setting("isLinearScalingInvariantInLaw");
        return verify(new BatchInvariance(setting, LinearScaling.family(setting.problem()), deviations));
    }

    /**
     * One step has the third cumulant {@code -(eta^3/m) Lambda} of the linear scaling rule, to rounding. No randomness.
     *
     * @throws AssertionFailedError unless the claim passed
     * @see SkewnessGap
     */
    public FamilyAssert isAsSkewAsLinearScaling() {
        return verify(new SkewnessGap(stepSetting("isAsSkewAsLinearScaling")));
    }

    /**
     * On this scale-invariant loss with weight decay the family has an equilibrium, where its squared norm is in balance; at level 1 unless
     * levels were named.
     *
     * @param tolerance as a share of R = E|x|^2: {@code within(0.05)} is 5 %
     * @throws AssertionFailedError unless the claim passed
     * @see Equilibrium
     */
    public FamilyAssert reachesEquilibrium(Tolerance tolerance) {
        verification.requireVerifier("reachesEquilibrium");
        Problem given = problem("reachesEquilibrium");
        return verify(Equilibrium.of(
                family, given, levels.isEmpty() ? List.of(1) : levels, BatchSizesAssert.share(tolerance)));
    }

    /**
     * SGD at several batch sizes, with learning rates in proportion.
     *
     * @param batchSizes growing; the learning rate of the family belongs to the batch size of the problem's loss
     * @throws IllegalArgumentException if the loss is no {@code FiniteSum}, which has batches
     */
    public BatchSizesAssert atBatchSizes(int... batchSizes) {
        verification.requireVerifier("atBatchSizes");
        return new BatchSizesAssert(family, problem("atBatchSizes"), batchSizes, verification);
    }

    private Problem problem(String verb) {
        return Missing.require(problem, verb, "a problem", ".on(Problems.named(\"E2\"))");
    }

    /** The outcome of the latest verb. @throws IllegalStateException before the first */
    public Outcome outcome() {
        return verification.outcome();
    }

    /** The outcomes of all verbs, in their order. */
    public List<Outcome> outcomes() {
        return verification.outcomes();
    }

    private Setting setting(String verb) {
        verification.requireVerifier(verb);
        Problem given = Missing.require(problem, verb, "a problem", ".on(Problems.named(\"C2\"))");
        Missing.requireAny(observables, verb, "an observable", ".observing(Observable.squaredNorm())");
        Missing.requireAny(levels, verb, "a level", ".atLevels(1, 2, 4, 8)");
        Setting all = Setting.of(family, given, levels, observables).withControls(controls);
        return checkpoints.isEmpty() ? all : all.withCheckpoints(checkpoints);
    }

    private static void requireSdeOf(Problem problem, ItoSde limit) {
        if (!limit.equals(ItoSde.of(problem))) {
            throw new IllegalArgumentException("limit has learningRate " + limit.learningRate() + " and weightDecay "
                    + limit.weightDecay() + ", the problem has " + problem.learningRate() + " and "
                    + problem.weightDecay() + "; use ItoSde.of(problem)");
        }
    }

    /** A setting for claims about one step, to which no observable matters. */
    private Setting stepSetting(String verb) {
        verification.requireVerifier(verb);
        Problem given = Missing.require(problem, verb, "a problem", ".on(Problems.named(\"C2\"))");
        Missing.requireAny(levels, verb, "a level", ".atLevels(1, 2, 4, 8)");
        return Setting.of(family, given, levels, List.of(Observable.squaredNorm()));
    }

    private FamilyAssert verify(Claim claim) {
        verification.verify(claim);
        return this;
    }
}
