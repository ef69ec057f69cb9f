package org.itocheck.assertion;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.itocheck.claim.Claim;
import org.itocheck.claim.Outcome;
import org.itocheck.claim.jump.BatchDivisibility;
import org.itocheck.claim.scale.Block;
import org.itocheck.claim.scale.HessianIdentity;
import org.itocheck.claim.scale.ScaleInvariance;
import org.itocheck.claim.tail.Hypotheses;
import org.itocheck.claim.tail.MomentStability;
import org.itocheck.claim.tail.NoiseTail;
import org.itocheck.objective.Objective;
import org.itocheck.verify.Verifier;
import org.opentest4j.AssertionFailedError;

/**
 * Assertions on a loss: prepositions configure, verbs verify and throw.
 * <p>A verb throws {@link AssertionFailedError} unless its claim passed; INCONCLUSIVE throws too. Verbs may follow each other; each gets its
 * own share of the verifier's error budget.
 * <pre>{@code
 * assertThat(loss).using(verifier).at(new double[] {1, 0}).satisfies(MyClaim::new);
 * }</pre>
 * Not for several threads.
 */
public final class ObjectiveAssert {
    private final Objective objective;
    private final Verification verification = new Verification("satisfies(MyClaim::new)");
    private List<double[]> points = List.of();

    ObjectiveAssert(Objective objective) {
        this.objective = objective;
    }

    /** Who verifies: error rates, trajectories, seed. */
    public ObjectiveAssert using(Verifier newVerifier) {
        verification.using(newVerifier);
        return this;
    }

    /**
     * Where the loss is looked at.
     *
     * @param newPoints each of shape [d] with d = {@code objective.dimension()}; copied
     * @throws IllegalArgumentException if a point has another dimension
     */
    public ObjectiveAssert at(double[]... newPoints) {
        for (double[] point : newPoints) {
            if (point.length != objective.dimension()) {
                throw new IllegalArgumentException("point has " + point.length + " entries, objective "
                        + objective.name() + " has dimension " + objective.dimension());
            }
        }
        points = Stream.of(newPoints).map(double[]::clone).toList();
        return this;
    }

    /** A description that opens the message of a failure, in square brackets. */
    public ObjectiveAssert as(String newDescription) {
        verification.as(newDescription);
        return this;
    }

    /**
     * A claim of your own about this loss at these points.
     *
     * @param claim makes the claim from the loss and the points, each of shape [d]
     * @throws AssertionFailedError unless the claim passed
     */
    public ObjectiveAssert satisfies(BiFunction<Objective, List<double[]>, Claim> claim) {
        return verify("satisfies", claim);
    }

    /**
     * The hypotheses of Theorem 4.1 hold, around each of the points: smooth as declared, Lipschitz, with moments.
     *
     * @throws AssertionFailedError unless the claim passed; the message says which hypothesis
     * @see Hypotheses
     */
    public ObjectiveAssert satisfiesTheHypotheses() {
        return verifyEach("satisfiesTheHypotheses", point -> new Hypotheses(objective, point));
    }

    /**
     * The empirical moments of the gradient noise of these orders stabilise as the sample grows, at each of the points.
     *
     * @param orders for example 4 and 8
     * @throws AssertionFailedError unless the claim passed
     * @see MomentStability
     */
    public ObjectiveAssert hasStableMoments(int... orders) {
        List<Integer> list = IntStream.of(orders).boxed().toList();
        return verifyEach(
                "hasStableMoments", point -> new MomentStability(objective, point, list, MomentStability.RARITY));
    }

    /**
     * The gradient noise has this tail index, at each of the points; no test of Gaussianity unless entries are independent with one law.
     *
     * @param index alpha, above 0, at most 2
     * @throws AssertionFailedError unless the claim passed
     * @see NoiseTail
     */
    public ObjectiveAssert hasTailIndex(double index) {
        return verifyEach("hasTailIndex", point -> new NoiseTail(objective, point, index));
    }

    /**
     * Every mini-batch loss is scale invariant in the whole vector, to rounding; at three standard normal points where none are given.
     *
     * @throws AssertionFailedError unless the claim passed
     * @see ScaleInvariance
     */
    public ObjectiveAssert isScaleInvariant() {
        return isScaleInvariantIn(0, objective.dimension());
    }

    /**
     * Every mini-batch loss is scale invariant in the coordinates {@code from} to {@code to - 1}, to rounding; at three standard normal
     * points where none are given.
     *
     * @throws AssertionFailedError unless the claim passed
     * @see ScaleInvariance
     */
    public ObjectiveAssert isScaleInvariantIn(int from, int to) {
        verification.requireVerifier("isScaleInvariantIn");
        List<Block> blocks = List.of(new Block(from, to));
        verification.verify(new ScaleInvariance(objective, blocks, points, ScaleInvariance.ROUNDING));
        return this;
    }

    /**
     * The Hessian takes x to -grad L, Lemma D.1; at three standard normal points where none are given.
     *
     * @throws AssertionFailedError unless the claim passed
     * @see HessianIdentity
     */
    public ObjectiveAssert hasHessianOfScaleInvariantLoss() {
        verification.requireVerifier("hasHessianOfScaleInvariantLoss");
        verification.verify(new HessianIdentity(objective, points));
        return this;
    }

    /**
     * A mini-batch gradient has the law of the mean of m independent gradients of mini-batches m times smaller, at these points: equation
     * (7), without which there is no linear scaling rule. No randomness.
     *
     * @param parts the numbers m, each at least 2
     * @throws AssertionFailedError unless the claim passed
     * @see BatchDivisibility
     */
    public ObjectiveAssert hasBatchesDivisibleInto(int... parts) {
        List<Integer> list = IntStream.of(parts).boxed().toList();
        return verify("hasBatchesDivisibleInto", (loss, at) -> new BatchDivisibility(loss, list, at));
    }

    /** The outcome of the latest verb. @throws IllegalStateException before the first */
    public Outcome outcome() {
        return verification.outcome();
    }

    /** The outcomes of all verbs, in their order. */
    public List<Outcome> outcomes() {
        return verification.outcomes();
    }

    private ObjectiveAssert verifyEach(String verb, Function<double[], Claim> claim) {
        verification.requireVerifier(verb);
        Missing.requireAny(points, verb, "a point", ".at(new double[] {...})");
        points.forEach(point -> verification.verify(claim.apply(point)));
        return this;
    }

    /** Verifies a claim about this loss at these points; the verb is for the message where a piece is missing. */
    private ObjectiveAssert verify(String verb, BiFunction<Objective, List<double[]>, Claim> claim) {
        verification.requireVerifier(verb);
        Missing.requireAny(points, verb, "a point", ".at(new double[] {...})");
        verification.verify(claim.apply(objective, points));
        return this;
    }
}
