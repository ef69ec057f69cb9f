package org.itocheck.objective;

/** Argument checks of finite sums. */
final class FiniteSumChecks {
    private static final int MOST_SAMPLES = 1 << 24;

    private FiniteSumChecks() {}

    static void data(double[][] features, int targets, int batchSize) {
        if (features.length == 0 || features[0].length == 0) {
            throw new IllegalArgumentException("features is empty, expected at least one sample with one feature");
        }
        if (features.length > MOST_SAMPLES) {
            throw new IllegalArgumentException("features has " + features.length + " samples, expected at most "
                    + MOST_SAMPLES + ", the most that a mini-batch is drawn from; take a part of them");
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
            for (int k = 0; k < features[i].length; k++) {
                if (!Double.isFinite(features[i][k])) {
                    finite("features[" + i + "][" + k + "]", features[i][k]);
                }
            }
        }
        batchSize(batchSize);
    }

    static void finite(String what, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(
                    what + " is " + value + ", expected a finite number; check where it was computed");
        }
    }

    static void labels(int[] labels, int classes) {
        if (classes < 2) {
            throw new IllegalArgumentException("classes is " + classes + ", expected at least 2");
        }
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] < 0 || labels[i] >= classes) {
                throw new IllegalArgumentException("labels[" + i + "] is " + labels[i] + ", expected 0 to "
                        + (classes - 1) + "; count the classes from 0");
            }
        }
    }

    static void batchSize(int batchSize) {
        if (batchSize < 1) {
            throw new IllegalArgumentException("batchSize is " + batchSize + ", expected at least 1");
        }
    }

    static void point(Objective objective, double[] x) {
        if (x.length != objective.dimension()) {
            throw new IllegalArgumentException("x has " + x.length + " entries, objective " + objective.name()
                    + " has dimension " + objective.dimension());
        }
    }
}
