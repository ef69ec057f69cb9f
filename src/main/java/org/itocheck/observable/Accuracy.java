package org.itocheck.observable;

import org.itocheck.network.NetworkLoss;

/**
 * The share of images whose largest logit is at their class. It jumps where two logits are equal, so that Theorem 4.1 says nothing of it
 * (THEORY X40).
 *
 * @param loss network and images
 */
record Accuracy(NetworkLoss loss) implements Observable {
    @Override
    public String name() {
        return "accuracy";
    }

    @Override
    public double growth() {
        return 0;
    }

    @Override
    public boolean smooth() {
        return false;
    }

    @Override
    public Measure measure(int lanes) {
        return new PointwiseObservable(name(), loss::accuracy).measure(lanes);
    }
}
