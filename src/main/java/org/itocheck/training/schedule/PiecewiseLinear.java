package org.itocheck.training.schedule;

import java.util.List;

/**
 * Straight lines between corners.
 *
 * @param corners at least two, the first at time 0, at increasing times
 */
public record PiecewiseLinear(List<Corner> corners) implements Schedule {
    /**
     * A point of the polygon.
     *
     * @param time at least 0
     * @param rate the learning rate there, above 0
     */
    public record Corner(double time, double rate) {
        /** Checks the rate. */
        public Corner {
            Times.positive("rate", rate);
        }
    }

    /** Checks and copies. */
    public PiecewiseLinear {
        corners = List.copyOf(corners);
        if (corners.size() < 2 || corners.get(0).time() != 0) {
            throw new IllegalArgumentException("corners are " + corners + ", expected at least 2, the first at time 0");
        }
        for (int i = 1; i < corners.size(); i++) {
            if (!(corners.get(i).time() > corners.get(i - 1).time())) {
                throw new IllegalArgumentException(
                        "corner " + i + " is at time " + corners.get(i).time() + " and the one before at "
                                + corners.get(i - 1).time() + ", expected increasing times");
            }
        }
    }

    @Override
    public double length() {
        return corners.get(corners.size() - 1).time();
    }

    @Override
    public double at(double time) {
        Times.within(time, length());
        int i = 1;
        while (corners.get(i).time() < time) {
            i++;
        }
        Corner from = corners.get(i - 1);
        Corner to = corners.get(i);
        double share = (time - from.time()) / (to.time() - from.time());
        return from.rate() * (1 - share) + to.rate() * share;
    }

    @Override
    public List<Double> turns() {
        return corners.subList(1, corners.size() - 1).stream().map(Corner::time).toList();
    }

    @Override
    public Schedule scaledBy(double by) {
        return new PiecewiseLinear(
                corners.stream().map(c -> new Corner(c.time(), c.rate() * by)).toList());
    }

    @Override
    public Schedule stretchedTo(double newLength) {
        Times.positive("newLength", newLength);
        double length = length();
        return new PiecewiseLinear(corners.stream()
                .map(c -> new Corner(c.time() * newLength / length, c.rate()))
                .toList());
    }
}
