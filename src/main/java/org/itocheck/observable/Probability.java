package org.itocheck.observable;

import org.itocheck.network.NetworkLoss;

/**
 * The mean over the images of the probability that a network gives to their class: the smooth relative of {@link Accuracy}.
 *
 * @param loss network and images
 */
record Probability(NetworkLoss loss) implements Observable {
    @Override
    public String name() {
        return "probability";
    }

    @Override
    public double growth() {
        return 0;
    }

    @Override
    public Measure measure(int lanes) {
        return new PointwiseObservable(name(), loss::probability).measure(lanes);
    }
}
