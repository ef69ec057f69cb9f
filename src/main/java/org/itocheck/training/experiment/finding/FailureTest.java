package org.itocheck.training.experiment.finding;

import java.util.ArrayList;
import java.util.List;
import org.itocheck.claim.Cell;
import org.itocheck.claim.Numbers;
import org.itocheck.claim.Verdict;
import org.itocheck.stats.StudentMean;

/**
 * Whether the test error of one batch size exceeds the lowest of all by a factor, from paired replicates. It does as soon as it exceeds
 * that of SOME other batch size by that factor, so this is tried with every other at a share of its error rate; it does not only if it
 * exceeds that of NO other, which takes a proof against each, at the full rate.
 *
 * @param row the batch size
 * @param others all others, at least one
 * @param falseFailure probability that it is proven to fail and does not
 * @param falseSuccess probability that it is proven not to fail and does
 */
record FailureTest(BatchSizeRow row, List<BatchSizeRow> others, double falseFailure, double falseSuccess) {
    /** Excess over one other batch size. */
    private record Excess(StudentMean mean, double bound, double least, double most) {}

    /** PASS: it is proven to fail. FAIL: it is proven not to. */
    Cell cell() {
        Excess telling = telling();
        StudentMean mean = telling.mean();
        Verdict verdict = verdict();
        double end = verdict == Verdict.FAIL ? telling.most() : telling.least();
        return new Cell(
                "test error at B = " + row.batchSize(),
                1,
                row.learningRate(),
                1,
                telling.bound() + mean.mean(),
                telling.bound(),
                mean.mean(),
                Math.abs(mean.mean() - end),
                Double.NaN,
                mean.standardDeviation(),
                mean.count(),
                verdict,
                verdict == Verdict.INCONCLUSIVE
                        ? "above 1.2 times another by " + Numbers.plusMinus(mean.mean(), Math.abs(mean.mean() - end))
                        : "");
    }

    /** How many replicates, scattered as these are, would prove it one way or the other. */
    int needed() {
        StudentMean mean = telling().mean();
        double margin = Math.max(Math.abs(mean.mean()), mean.standardDeviation() / 100);
        return margin > 0 ? Math.max(mean.count() + 1, mean.countFor(2 * share(), margin)) : mean.count() + 1;
    }

    private Verdict verdict() {
        List<Excess> all = excesses();
        if (all.stream().anyMatch(one -> one.mean().standardDeviation() > 0 && one.least() > 0)) {
            return Verdict.PASS;
        }
        return all.stream().allMatch(one -> one.mean().standardDeviation() > 0 && one.most() < 0)
                ? Verdict.FAIL
                : Verdict.INCONCLUSIVE;
    }

    /** The other that it exceeds most surely. */
    private Excess telling() {
        return excesses().stream()
                .reduce((a, b) -> b.least() > a.least() ? b : a)
                .orElseThrow();
    }

    private List<Excess> excesses() {
        List<Excess> excesses = new ArrayList<>();
        for (BatchSizeRow other : others) {
            double[] pairs = new double
                    [Math.min(row.testErrors().size(), other.testErrors().size())];
            for (int i = 0; i < pairs.length; i++) {
                pairs[i] = row.testErrors().get(i)
                        - BatchSizeTable.FAILURE * other.testErrors().get(i);
            }
            StudentMean mean = StudentMean.of(pairs);
            excesses.add(new Excess(
                    mean,
                    BatchSizeTable.FAILURE * other.testError().orElseThrow(),
                    mean.low(share()),
                    mean.high(falseSuccess)));
        }
        return excesses;
    }

    private double share() {
        return falseFailure / others.size();
    }
}
