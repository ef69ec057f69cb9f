package org.itocheck.network.architecture;

import java.util.List;

/**
 * A named part of the parameter vector: one tensor, or a group of tensors side by side.
 *
 * @param name for example {@code stage1.block0.conv1.weight}
 * @param group which tensors it lies side by side with; scaled together they may be scale invariant where each alone is not
 * @param from its first coordinate
 * @param shape the sizes of the tensor, row major
 * @param mean the mean of its initial values
 * @param deviation their standard deviation, 0 for a constant
 */
public record Parameter(String name, String group, int from, List<Integer> shape, double mean, double deviation) {
    /** Copies the shape. */
    public Parameter {
        shape = List.copyOf(shape);
    }

    /** The number of coordinates. */
    public int size() {
        return shape.stream().reduce(1, Math::multiplyExact);
    }

    /** One past its last coordinate. */
    public int to() {
        return from + size();
    }

    Parameter movedTo(int newFrom) {
        return new Parameter(name, group, newFrom, shape, mean, deviation);
    }

    @Override
    public String toString() {
        return name + " " + shape + " at " + from;
    }
}
