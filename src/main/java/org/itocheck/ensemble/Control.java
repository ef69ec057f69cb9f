package org.itocheck.ensemble;

import java.util.List;
import org.itocheck.observable.Observable;

/**
 * A test function whose exact mean is known at every checkpoint, to be used as a control variate.
 *
 * @param observable c
 * @param means E c of the process that is simulated, at checkpoints 1 to K; finite
 */
public record Control(Observable observable, List<Double> means) {
    /** Copies the means and checks that they are finite. */
    public Control {
        means = List.copyOf(means);
        for (int k = 0; k < means.size(); k++) {
            if (!Double.isFinite(means.get(k))) {
                throw new IllegalArgumentException("mean of control " + observable.name() + " at checkpoint " + (k + 1)
                        + " is " + means.get(k) + ", expected the exact finite mean; leave out what has none");
            }
        }
    }

    /** E c at checkpoint k, 1 to K. */
    public double mean(int checkpoint) {
        return means.get(checkpoint - 1);
    }
}
