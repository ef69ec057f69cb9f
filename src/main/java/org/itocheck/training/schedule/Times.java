package org.itocheck.training.schedule;

/** Checks that all schedules share. */
final class Times {
    private Times() {}

    static void within(double time, double length) {
        if (!(time >= 0 && time <= length)) {
            throw new IllegalArgumentException("time is " + time + ", the schedule goes from 0 to " + length);
        }
    }

    static void positive(String name, double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + " is " + value + ", expected a finite number above 0");
        }
    }
}
