package org.itocheck.claim.equilibrium;

import java.util.List;
import java.util.Locale;
import org.itocheck.claim.Numbers;

/**
 * How far linear scaling can go, from runs at one or more batch sizes: above {@link Row#provableLimit} (C, k)-LSI from that base provably
 * fails. Nothing says that it holds below: that is an empirical remark of the paper's Figure 6, for which appendix E.2 uses
 * {@link Row#prediction}.
 *
 * @param c C
 * @param rows one for each base, in the order of their batch sizes; at least one
 */
public record LinearScalingCertificate(double c, List<Row> rows) {
    /** Copies the list. */
    public LinearScalingCertificate {
        Arguments.closeness(c);
        rows = List.copyOf(rows);
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("rows is empty, expected at least one base");
        }
    }

    /**
     * What one base says.
     *
     * @param batchSize B
     * @param learningRate eta at that batch size
     * @param noiseToGradient N/G, measured
     * @param limit the largest k by Theorem 6.6 as printed: C^2 (1 + N/G)
     * @param sharpLimit the largest k by the sharp form: C^2 + (C^2 - 1) N/G
     * @param predicted k of appendix E.2: C^2 N/G
     */
    public record Row(
            int batchSize, double learningRate, Range noiseToGradient, Range limit, Range sharpLimit, Range predicted) {
        /** The row of a base whose N/G is known. */
        static Row of(double c, int batchSize, double learningRate, Range noise) {
            return new Row(
                    batchSize,
                    learningRate,
                    noise,
                    noise.map(n -> LinearScaling.largestFactor(c, n)),
                    noise.map(n -> LinearScaling.sharpLargestFactor(c, n)),
                    noise.map(n -> LinearScaling.approximateFactor(c, n)));
        }

        /** The batch size above which (C, k)-LSI from this base provably fails, whatever N/G is within its range. */
        public double provableLimit() {
            return batchSize * sharpLimit.high();
        }

        /** The critical batch size that appendix E.2 predicts, B C^2 N/G. */
        public double prediction() {
            return batchSize * predicted.center();
        }
    }

    /** The least critical batch size that appendix E.2 predicts from these bases. */
    public double leastPrediction() {
        return rows.stream().mapToDouble(Row::prediction).min().orElseThrow();
    }

    /** The largest critical batch size that appendix E.2 predicts from these bases. */
    public double largestPrediction() {
        return rows.stream().mapToDouble(Row::prediction).max().orElseThrow();
    }

    /** The batch size above which (C, k)-LSI provably fails from the smallest batch size measured. */
    public double provableLimit() {
        return rows.get(0).provableLimit();
    }

    /** One line. */
    public String summary() {
        return "from B = " + rows.get(0).batchSize() + ", (" + Numbers.plain(c) + ", k)-LSI fails above B = "
                + Numbers.brief(provableLimit());
    }

    /** A table, one line for each base. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%9s %9s %22s %12s %12s %12s%n",
                "B",
                "eta",
                "N/G",
                "fails above",
                "(Thm 6.6)",
                "E.2 predicts"));
        for (Row row : rows) {
            text.append(String.format(
                    Locale.ROOT,
                    "%9d %9s %22s %12s %12s %12s%n",
                    row.batchSize(),
                    Numbers.brief(row.learningRate()),
                    row.noiseToGradient().halfWidth() > 0
                            ? Numbers.plusMinus(
                                    row.noiseToGradient().center(),
                                    row.noiseToGradient().halfWidth())
                            : Numbers.plain(row.noiseToGradient().center()),
                    Numbers.brief(row.provableLimit()),
                    Numbers.brief(row.batchSize() * row.limit().high()),
                    Numbers.brief(row.prediction())));
        }
        return text.append("C = ")
                .append(Numbers.plain(c))
                .append("; predictions from ")
                .append(Numbers.brief(leastPrediction()))
                .append(" to ")
                .append(Numbers.brief(largestPrediction()))
                .append(", an empirical remark and no theorem")
                .toString();
    }
}
