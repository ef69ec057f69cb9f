package org.itocheck.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.itocheck.dynamics.Dynamics;
import org.itocheck.dynamics.Family;
import org.itocheck.dynamics.Problem;
import org.itocheck.objective.Objective;
import org.itocheck.random.Seed;

/**
 * A point where one step is looked at, and the numbers it is looked at in: all coordinates, or a few directions.
 *
 * @param family makes the step; every step counts as a checkpoint
 * @param problem one SGD step from the point, in those numbers
 * @param variable what a number of the step is called: {@code dx[%d]} or {@code u[%d].dx}
 * @param at the point in names
 */
record StepPlace(Family family, Problem problem, String variable, String at) {
    /** More directions than this have too many moments. */
    static final int MOST_DIRECTIONS = 128;

    private static final String COORDINATE = "dx[%d]";
    private static final String DIRECTION = "u[%d].dx";

    /**
     * All points of a claim.
     *
     * @param directions how many; 0 for the coordinates
     * @param seed of the directions; the purpose is added here
     * @throws UnsupportedOperationException if there are directions and the loss is no finite sum
     */
    static List<StepPlace> all(Setting setting, List<double[]> points, int directions, Seed seed) {
        List<StepPlace> places = new ArrayList<>();
        for (double[] x : points) {
            Problem problem = setting.problem().withStart(x).withSteps(1);
            places.add(
                    directions == 0
                            ? new StepPlace(new SingleStep(setting.family()), problem, COORDINATE, OneStepMoments.at(x))
                            : along(
                                    Directions.of(directions, x.length, seed),
                                    setting.family(),
                                    problem,
                                    " at point " + (places.size() + 1)));
        }
        return places;
    }

    private static StepPlace along(Directions directions, Family family, Problem problem, String at) {
        double[] x = problem.start();
        Problem seen = new Problem(
                problem.name(),
                TangentSum.at(x, problem.objective(), directions),
                directions.along(x),
                problem.learningRate(),
                problem.weightDecay(),
                1);
        return new StepPlace(new StepAlong(family, problem, directions), seen, DIRECTION, at);
    }

    /** What the numbers of a claim are called. */
    static String variable(int directions) {
        return directions == 0 ? COORDINATE : DIRECTION;
    }

    /** What a statement on them ends with. */
    static String along(int directions) {
        return switch (directions) {
            case 0 -> "";
            case 1 -> " along a random direction";
            default -> " along " + directions + " random directions";
        };
    }

    /** How many numbers a step has. */
    static int dimension(Setting setting, int directions) {
        return directions == 0 ? setting.problem().objective().dimension() : directions;
    }

    /** @throws IllegalArgumentException if there cannot be so many directions */
    static void check(Setting setting, int directions) {
        int dimension = setting.problem().objective().dimension();
        if (directions < 0 || directions > Math.min(MOST_DIRECTIONS, dimension)) {
            throw new IllegalArgumentException("directions is " + directions + ", expected 1 to "
                    + Math.min(MOST_DIRECTIONS, dimension) + ", or 0 to look at all " + dimension + " coordinates of "
                    + setting.problem().objective().name());
        }
    }

    /** Whether it is looked at along directions. */
    boolean seenAlongDirections() {
        return variable.equals(DIRECTION);
    }

    /** x in those numbers. */
    double[] point() {
        return problem.start();
    }

    /** The product of numbers of a step in words: {@code dx[0] dx[1]}. */
    static String product(String variable, List<Integer> indices) {
        return indices.stream()
                .map(i -> variable.replace("%d", String.valueOf(i)))
                .collect(Collectors.joining(" "));
    }

    /** The same of this place. */
    String product(int... indices) {
        return product(variable, IntStream.of(indices).boxed().toList());
    }

    /** A family of which every step counts as a checkpoint. */
    private record SingleStep(Family family) implements Family {
        @Override
        public String name() {
            return family.name();
        }

        @Override
        public double learningRate() {
            return family.learningRate();
        }

        @Override
        public Dynamics at(int level, Objective objective) {
            return family.at(level, objective);
        }

        @Override
        public int stepsPerCheckpoint(int level) {
            return 1;
        }
    }
}
