package org.itocheck.objective;

/** Argument checks of finite sums. */
final class FiniteSumChecks {
    private FiniteSumChecks() {}

    static void data(double[][] features, int targets, int batchSize) {
        if (features.length == 0 || features[0].length == 0) {
            throw new IllegalArgumentException("features is empty, expected at least one sample with one feature");
        }
        if (features.length != targets) {
            throw new IllegalArgumentException("features has " + features.length + " samples, targets has " + targets
                    + "; give one target a sample");
        }
        for (int i = 0; i < features.length; i++) {
            if (features[i].length != features[0].length) {
                throw new IllegalArgumentException("features[" + i + "] has " + features[i].length
                        + " entries, features[0] has " + features[0].length + "; every sample needs the same number");
            }
        }
        batchSize(batchSize);
    }

    static void batchSize(int batchSize) {
        if (batchSize < 1) {
            throw new IllegalArgumentException("batchSize is " + batchSize + ", expected at least 1");
        }
    }
}
