package org.itocheck.claim.equilibrium;

import java.util.ArrayList;
import java.util.List;
import org.itocheck.claim.Cell;
import org.itocheck.claim.Claim;
import org.itocheck.claim.Laboratory;
import org.itocheck.claim.Numbers;
import org.itocheck.claim.Outcome;
import org.itocheck.claim.OutcomeBuilder;
import org.itocheck.truth.NormBalance;

/**
 * Runs at one or more batch sizes certify how far linear scaling can go: each is in equilibrium and in balance (14), its N/G is measured, and
 * for each pair of them Theorem 6.6 holds with the closeness that the pair has, {@code k <= C^2 + (C^2 - 1) N/G}. The outcome of a PASS
 * becomes a {@link LinearScalingCertificate}. That LSI holds below its limit is not claimed; {@link LinearScalingInvariance} tests it.
 *
 * @param runs bases, the smallest first, each with its learning rate in proportion
 * @param c C of the certificate, at least 1; the paper takes C^2 = 2
 * @param tolerance of the balance, and of N/G, as a share
 * @see <a href="https://arxiv.org/abs/2102.12470">Li, Malladi, Arora (2021), Theorem 6.6 and appendix E.2</a>
 */
public record CriticalBatchSize(List<BatchRun> runs, double c, double tolerance) implements Claim {
    private static final String RATIO = "N/G at B = ";

    /** Checks every argument. */
    public CriticalBatchSize {
        runs = BatchRuns.check(runs);
        Arguments.closeness(c);
        Arguments.tolerance(tolerance);
    }

    @Override
    public int cells() {
        return runs.size() * Findings.RANGES;
    }

    @Override
    public Outcome evaluate(Laboratory laboratory) {
        OutcomeBuilder builder = new OutcomeBuilder(
                        "CriticalBatchSize",
                        "runs of " + runs.get(0).process().name() + " at " + BatchRuns.sizes(runs)
                                + " certify the limit of linear scaling")
                .formula("k <= C^2 + (C^2 - 1) N/G <= C^2 (1 + N/G)")
                .source("Li, Malladi, Arora 2021, arXiv:2102.12470, Theorem 6.6, appendix E.2; THEORY 1.1, X33, X34")
                .truth("the balance (14), and inequalities");
        Findings found = Findings.find(BatchRuns.processes(runs), laboratory, Precision.ofBalance(tolerance));
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            if (found.of(i).obstacle().isEmpty()) {
                cells.add(balance(found, i));
                cells.add(ratio(found, i));
                for (int j = 0; j < i; j++) {
                    if (found.of(j).obstacle().isEmpty()) {
                        cells.add(pair(found, j, i));
                    }
                }
            }
        }
        return found.describe(builder, laboratory)
                .passes(cells.isEmpty() ? "" : certificate(cells).summary())
                .build(cells, laboratory);
    }

    /**
     * The certificate that an outcome of this claim carries.
     *
     * @throws IllegalArgumentException if the outcome did not pass or belongs to another claim
     */
    public LinearScalingCertificate certificate(Outcome outcome) {
        if (!outcome.passed() || !outcome.claim().equals("CriticalBatchSize")) {
            throw new IllegalArgumentException("outcome is '" + outcome.headline()
                    + "', expected a PASS of CriticalBatchSize: what did not pass certifies nothing");
        }
        return certificate(outcome.cells());
    }

    private LinearScalingCertificate certificate(List<Cell> cells) {
        List<LinearScalingCertificate.Row> rows = new ArrayList<>();
        for (BatchRun run : runs) {
            for (Cell cell : cells) {
                if (cell.observable().equals(RATIO + run.batchSize())) {
                    Range noise = new Range(
                            Math.max(0, cell.estimate() - cell.halfWidth()), cell.estimate() + cell.halfWidth());
                    rows.add(LinearScalingCertificate.Row.of(
                            c, run.batchSize(), run.process().learningRate(), noise));
                }
            }
        }
        return new LinearScalingCertificate(c, rows);
    }

    private Cell balance(Findings found, int i) {
        NormBalance balance = BalanceLaw.SVAG.balance(found.process(i));
        return Equilibrium.balance(
                found, i, balance, "balance of |x|^2 at B = " + runs.get(i).batchSize(), tolerance);
    }

    /** Open while its range is wider than twice the tolerance. */
    private Cell ratio(Findings found, int i) {
        Range noise = found.of(i).noiseToGradient();
        double center = noise.center();
        double allowed = 2 * tolerance * center;
        return found.cells(i)
                .between(RATIO + runs.get(i).batchSize(), noise, center, center - allowed, center + allowed);
    }

    private Cell pair(Findings found, int base, int larger) {
        double k = (double) runs.get(larger).batchSize() / runs.get(base).batchSize();
        Range closeness = Ratios.of(found.of(base), found.of(larger), k).closeness();
        Range noise = found.of(base).noiseToGradient();
        Range bound = new Range(
                LinearScaling.sharpLargestFactor(closeness.low(), noise.low()),
                LinearScaling.sharpLargestFactor(closeness.high(), noise.high()));
        return found.cells(larger)
                .atMost(
                        "k from B = " + runs.get(base).batchSize() + " to "
                                + runs.get(larger).batchSize() + ", C = " + Numbers.brief(closeness.center()),
                        Range.exactly(k),
                        bound);
    }
}
