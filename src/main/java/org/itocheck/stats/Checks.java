package org.itocheck.stats;

/** Argument checks whose messages name the argument, its value and what is expected. */
final class Checks {
    private Checks() {}

    static double rate(String name, double value) {
        if (!(value > 0 && value < 1)) {
            throw new IllegalArgumentException(
                    name + " is " + value + ", expected a probability strictly between 0 and 1, such as 1e-6");
        }
        return value;
    }

    static double positive(String name, double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + " is " + value + ", expected a finite number above 0");
        }
        return value;
    }

    static double notNegative(String name, double value) {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + " is " + value + ", expected a finite number, 0 or above");
        }
        return value;
    }

    static double finite(String name, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(name + " is " + value + ", expected a finite number");
        }
        return value;
    }

    static long atLeast(String name, long value, long minimum) {
        if (value < minimum) {
            throw new IllegalArgumentException(name + " is " + value + ", expected " + minimum + " or more");
        }
        return value;
    }

    static void sameLength(String name, int length, String otherName, int otherLength) {
        if (length != otherLength) {
            throw new IllegalArgumentException(name + " has " + length + " entries, " + otherName + " has "
                    + otherLength + "; give one entry per level to both");
        }
    }

    /** The contract of every kernel here: the first n values count, and scratch has room for n. */
    static void chunk(double[] values, int n, double[] scratch) {
        if (n < 0 || n > values.length) {
            throw new IllegalArgumentException("n is " + n + ", expected 0 to values.length = " + values.length);
        }
        if (scratch.length < n) {
            throw new IllegalArgumentException(
                    "scratch has " + scratch.length + " entries, n = " + n + " needs as many; give a longer scratch");
        }
    }
}
