package org.itocheck.training.experiment.finding;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.itocheck.claim.equilibrium.LinearScaling;

/**
 * One batch size of a linear scaling experiment.
 *
 * @param setting its name
 * @param batchSize B
 * @param learningRate the first one
 * @param factor kappa: B over the smallest batch size of the panel
 * @param balance G and N, if they were measured
 * @param testErrors the final test error of each replicate; a run that diverged counts as guessing
 * @param diverged how many replicates diverged
 */
public record BatchSizeRow(
        String setting,
        int batchSize,
        double learningRate,
        double factor,
        Optional<NoiseBalance> balance,
        List<Double> testErrors,
        int diverged) {
    /** Copies the list. */
    public BatchSizeRow {
        testErrors = List.copyOf(testErrors);
    }

    /** The mean over replicates; empty as long as no run has ended. */
    public OptionalDouble testError() {
        return testErrors.stream().mapToDouble(Double::doubleValue).average();
    }

    /** Whether B* can be predicted from here: noise outweighs the gradient, G/N is below C^2 - 1, and G is seen to be above 0. */
    public boolean baseline() {
        return balance.filter(b -> b.gradient() > 0 && b.ratio() < BatchSizeTable.C_SQUARED - 1)
                .isPresent();
    }

    /** B* of appendix E.2: C^2 B N/G; empty if this is no baseline. */
    public OptionalDouble printedPrediction() {
        return baseline()
                ? OptionalDouble.of(batchSize * LinearScaling.approximateFactor(BatchSizeTable.C, noiseToGradient()))
                : OptionalDouble.empty();
    }

    /** B* of the sharp form of Theorem 6.6: B (C^2 + (C^2 - 1) N/G); empty if this is no baseline. */
    public OptionalDouble sharpPrediction() {
        return baseline()
                ? OptionalDouble.of(batchSize * LinearScaling.sharpLargestFactor(BatchSizeTable.C, noiseToGradient()))
                : OptionalDouble.empty();
    }

    private double noiseToGradient() {
        return 1 / balance.orElseThrow().ratio();
    }
}
