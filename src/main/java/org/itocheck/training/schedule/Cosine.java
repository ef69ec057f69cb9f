package org.itocheck.training.schedule;

import java.util.List;

/**
 * {@code lowest + (highest - lowest) (1 + cos(pi t / length)) / 2}.
 *
 * @param highest the learning rate at the beginning
 * @param lowest the learning rate at the end, above 0 and at most {@code highest}
 * @param length when training ends, above 0
 * @see <a href="https://arxiv.org/abs/1608.03983">Loshchilov and Hutter (2016), SGDR, equation (5)</a>
 */
public record Cosine(double highest, double lowest, double length) implements Schedule {
    /** Checks every argument. */
    public Cosine {
        Times.positive("highest", highest);
        Times.positive("lowest", lowest);
        Times.positive("length", length);
        if (lowest > highest) {
            throw new IllegalArgumentException(
                    "lowest is " + lowest + " and highest is " + highest + ", expected lowest <= highest; swap them");
        }
    }

    @Override
    public double at(double time) {
        Times.within(time, length);
        return lowest + (highest - lowest) * (1 + StrictMath.cos(Math.PI * time / length)) / 2;
    }

    @Override
    public List<Double> turns() {
        return List.of();
    }

    @Override
    public Schedule scaledBy(double by) {
        return new Cosine(highest * by, lowest * by, length);
    }

    @Override
    public Schedule stretchedTo(double newLength) {
        return new Cosine(highest, lowest, newLength);
    }
}
