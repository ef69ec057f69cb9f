package org.itocheck.network.data;

/**
 * What a network learns from and what it is judged on.
 *
 * @param train the images it sees
 * @param test the images it does not see, of the same shape and classes
 */
public record TrainTest(ImageSet train, ImageSet test) {
    /** Checks that both have one shape and one number of classes. */
    public TrainTest {
        if (!train.shape().equals(test.shape()) || train.classes() != test.classes()) {
            throw new IllegalArgumentException("the parts do not fit: " + train + "; " + test
                    + "; give images of one shape and one number of classes");
        }
    }
}
