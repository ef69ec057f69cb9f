package org.itocheck.truth;

import java.util.ArrayList;
import java.util.List;
import org.itocheck.random.NoiseRows;
import org.itocheck.random.RandomStream;

/**
 * Random rows that are not random: every lane follows a path of its own through all possible draws. Draw i of a path is digit i of its
 * number in the mixed radix of the atoms of the draws; the probability of the path is the product of those of its atoms.
 * <p>Laws of two or three points and indices have their atoms. Gaussian draws take the five nodes of Gauss-Hermite, uniform draws those of
 * Gauss-Legendre: exact for polynomials of degree at most 9 in each draw, an approximation for anything else.
 */
final class EnumeratedRows implements NoiseRows {
    private final int lanes;
    private final boolean recording;
    private final List<Atoms> draws;
    private final long[] rest;
    private final double[] weights;
    private final int[] position;
    private final RandomStream[] streams;

    private EnumeratedRows(int lanes, boolean recording, List<Atoms> draws) {
        this.lanes = lanes;
        this.recording = recording;
        this.draws = draws;
        this.rest = new long[lanes];
        this.weights = new double[lanes];
        this.position = new int[lanes];
        this.streams = new RandomStream[lanes];
    }

    /** One lane that always draws the first atom and writes down which draws are asked for. */
    static EnumeratedRows recording() {
        return new EnumeratedRows(1, true, new ArrayList<>());
    }

    /** Lanes that replay the given draws along paths to be set. */
    static EnumeratedRows replaying(int lanes, List<Atoms> draws) {
        return new EnumeratedRows(lanes, false, List.copyOf(draws));
    }

    /** The draws asked for, in order. */
    List<Atoms> draws() {
        return draws;
    }

    /** Puts lane j at the start of path {@code first + j}. */
    void start(long first) {
        for (int j = 0; j < lanes; j++) {
            rest[j] = first + j;
            weights[j] = 1;
            position[j] = 0;
        }
    }

    /** The probabilities of the paths, complete when every lane has made all its draws. */
    double[] weights() {
        for (int j = 0; j < lanes; j++) {
            if (position[j] != draws.size()) {
                throw changed("path made " + position[j] + " draws, the first path made " + draws.size());
            }
        }
        return weights;
    }

    @Override
    public int lanes() {
        return lanes;
    }

    @Override
    public void gaussian(double[] row) {
        draw(Atoms.GAUSSIAN, row);
    }

    @Override
    public void rademacher(double[] row) {
        draw(Atoms.RADEMACHER, row);
    }

    @Override
    public void skewTwoPoint(double[] row) {
        draw(Atoms.SKEW_TWO_POINT, row);
    }

    @Override
    public void uniform(double[] row) {
        draw(Atoms.UNIFORM, row);
    }

    @Override
    public void poisson(double[] row) {
        throw Atoms.unsupported("poisson1");
    }

    @Override
    public void exponential(double[] row) {
        throw Atoms.unsupported("exp1");
    }

    @Override
    public void threePoint(double[] row) {
        draw(Atoms.THREE_POINT, row);
    }

    @Override
    public void studentT(int degrees, double[] row) {
        throw Atoms.unsupported("t" + degrees);
    }

    @Override
    public void stable(double[] row) {
        throw Atoms.unsupported("stable1.5");
    }

    @Override
    public void index(int bound, int[] row) {
        Atoms atoms = Atoms.index(bound);
        for (int j = 0; j < lanes; j++) {
            row[j] = next(atoms, j);
        }
    }

    @Override
    public RandomStream lane(int lane) {
        if (streams[lane] == null) {
            streams[lane] = new RandomStream(new LaneRows(this, lane));
        }
        return streams[lane];
    }

    /** The value of the next draw of one lane. */
    double value(Atoms atoms, int lane) {
        return atoms.value(next(atoms, lane));
    }

    /** The number of the atom that the next draw of one lane takes. */
    int next(Atoms atoms, int lane) {
        if (recording) {
            draws.add(atoms);
        } else if (position[lane] >= draws.size()) {
            throw changed("path makes more than the " + draws.size() + " draws of the first path");
        } else if (!draws.get(position[lane]).equals(atoms)) {
            throw changed("draw " + position[lane] + " is " + atoms.name() + ", in the first path it was "
                    + draws.get(position[lane]).name());
        }
        position[lane]++;
        int atom = (int) (rest[lane] % atoms.count());
        rest[lane] /= atoms.count();
        weights[lane] *= atoms.probability(atom);
        return atom;
    }

    private void draw(Atoms atoms, double[] row) {
        for (int j = 0; j < lanes; j++) {
            row[j] = value(atoms, j);
        }
    }

    private static IllegalStateException changed(String what) {
        return new IllegalStateException(
                "the sequence of draws depends on the state, so its paths cannot be enumerated: " + what
                        + "; draw the same numbers in every step, whatever the state");
    }
}
