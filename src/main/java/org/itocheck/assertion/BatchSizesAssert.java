package org.itocheck.assertion;

import java.util.ArrayList;
import java.util.List;
import org.itocheck.claim.Outcome;
import org.itocheck.claim.Tolerance;
import org.itocheck.claim.equilibrium.BalanceLaw;
import org.itocheck.claim.equilibrium.BatchRun;
import org.itocheck.claim.equilibrium.CriticalBatchSize;
import org.itocheck.claim.equilibrium.Equilibrium;
import org.itocheck.claim.equilibrium.EquilibriumChains;
import org.itocheck.claim.equilibrium.LinearScalingCertificate;
import org.itocheck.claim.equilibrium.LinearScalingInvariance;
import org.itocheck.claim.equilibrium.StationaryProcess;
import org.itocheck.dynamics.Family;
import org.itocheck.dynamics.Problem;
import org.itocheck.objective.FiniteSum;
import org.opentest4j.AssertionFailedError;

/**
 * Assertions on SGD at several batch sizes, each with its learning rate in proportion.
 * <pre>{@code
 * LinearScalingCertificate certificate = assertThat(Sgd.family(problem)).using(verifier).on(problem).atBatchSizes(32, 64, 128)
 *     .reachesEquilibrium(within(0.05)).certifiesLinearScaling(1.1);
 * }</pre>
 * Not for several threads.
 */
public final class BatchSizesAssert {
    private static final double DEFAULT_TOLERANCE = 0.05;
    /** Ratios of G are measured to half of what C leaves, for a correct program to pass. */
    private static final double FINENESS = 16;

    private final List<BatchRun> runs;
    private final Verification verification;
    private double tolerance = DEFAULT_TOLERANCE;

    BatchSizesAssert(Family family, Problem problem, int[] batchSizes, Verification verification) {
        if (!(problem.objective() instanceof FiniteSum sum)) {
            throw new IllegalArgumentException(
                    "objective " + problem.objective().name()
                            + " has no batches, expected a FiniteSum; for another loss give the runs to CriticalBatchSize");
        }
        List<BatchRun> given = new ArrayList<>();
        for (int batchSize : batchSizes) {
            double learningRate = family.learningRate() * batchSize / sum.batchSize();
            Problem scaled = new Problem(
                    problem.name() + ", B = " + batchSize,
                    sum.withBatchSize(batchSize),
                    problem.start(),
                    learningRate,
                    problem.weightDecay(),
                    problem.steps());
            given.add(new BatchRun(batchSize, EquilibriumChains.of(family.withLearningRate(learningRate), scaled, 1)));
        }
        this.runs = given;
        this.verification = verification;
    }

    /**
     * At each batch size there is an equilibrium, where the squared norm is in balance.
     *
     * @param newTolerance as a share of R = E|x|^2: {@code within(0.05)} is 5 %
     * @throws AssertionFailedError unless the claim passed
     * @see Equilibrium
     */
    public BatchSizesAssert reachesEquilibrium(Tolerance newTolerance) {
        tolerance = share(newTolerance);
        List<StationaryProcess> processes = new ArrayList<>();
        runs.forEach(run -> processes.add(run.process()));
        verification.verify(new Equilibrium(processes, BalanceLaw.SGD, tolerance));
        return this;
    }

    /**
     * The equilibria are (c, k)-linear-scaling invariant from the first batch size to each of the others, and certify from which batch size
     * on they cannot be.
     *
     * @param c C, at least 1 and below the root of the least k
     * @return the certificate; see {@link LinearScalingCertificate#provableLimit()}
     * @throws AssertionFailedError unless both claims passed
     * @see LinearScalingInvariance
     * @see CriticalBatchSize
     */
    public LinearScalingCertificate certifiesLinearScaling(double c) {
        verification.verify(new LinearScalingInvariance(runs, c, Math.min(1, (c - 1) / FINENESS)));
        CriticalBatchSize critical = new CriticalBatchSize(runs, c, tolerance);
        verification.verify(critical);
        return critical.certificate(verification.outcome());
    }

    /** The outcomes of all verbs, in their order. */
    public List<Outcome> outcomes() {
        return verification.outcomes();
    }

    /** A tolerance that is a share. */
    static double share(Tolerance tolerance) {
        if (tolerance.unit() != Tolerance.Unit.ABSOLUTE) {
            throw new IllegalArgumentException("tolerance is withinDeviations(" + tolerance.value()
                    + "), in standard deviations; expected a share of R, for example within(0.05)");
        }
        return tolerance.value();
    }
}
