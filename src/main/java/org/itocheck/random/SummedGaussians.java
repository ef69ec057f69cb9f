package org.itocheck.random;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Gaussian rows for one long step and for the short steps that it consists of: the long step gets the sums of what the short ones drew, over
 * the square root of their number, which is again N(0, 1). So both see one Wiener process. Draw number i of the long step is made from draw
 * number i of each short step; all steps must draw equally often.
 * <p>Laws other than the Gaussian are refused: sums of theirs have another law. One instance a thread; allocates in its first steps only.
 * <pre>{@code
 * SummedGaussians noise = new SummedGaussians(256);
 * noise.begin();
 * for (int s = 0; s < 2; s++) { noise.shortStep(source); fine.step(x, noise); }
 * noise.longStep(); coarse.step(y, noise);
 * }</pre>
 */
public final class SummedGaussians implements NoiseRows {
    private final int lanes;
    private final List<double[]> sums = new ArrayList<>();
    private final SummedGaussians[] single;
    private final @Nullable RandomStream[] streams;
    private @Nullable NoiseRows source;
    private int shortSteps;
    private int drawn;
    private int next;

    /**
     * Rows for blocks of the given length.
     *
     * @param lanes the number of trajectories in a block, at least 1
     */
    public SummedGaussians(int lanes) {
        if (lanes < 1) {
            throw new IllegalArgumentException("lanes is " + lanes + ", expected at least 1");
        }
        this.lanes = lanes;
        this.single = new SummedGaussians[lanes];
        this.streams = new RandomStream[lanes];
    }

    /** Forgets all sums: the next steps belong to a new long step. */
    public void begin() {
        shortSteps = 0;
        source = null;
        for (int j = 0; j < lanes; j++) {
            if (streams[j] != null) {
                single[j].begin();
            }
        }
    }

    /**
     * The next short step draws from a source, and what it draws is added up.
     *
     * @param newSource rows of the same number of lanes
     */
    public void shortStep(NoiseRows newSource) {
        end();
        source = newSource;
        shortSteps++;
        for (int j = 0; j < lanes; j++) {
            if (streams[j] != null) {
                single[j].shortStep(newSource.lane(j).rows());
            }
        }
    }

    /** The long step gets the sums. */
    public void longStep() {
        end();
        if (shortSteps == 0) {
            throw new IllegalStateException("there is no short step to sum over; call shortStep(source) first");
        }
        source = null;
        for (int j = 0; j < lanes; j++) {
            if (streams[j] != null) {
                single[j].longStep();
            }
        }
    }

    private void end() {
        if (shortSteps == 1) {
            drawn = next;
        } else if (shortSteps > 1 && next != drawn) {
            throw differs();
        }
        next = 0;
    }

    @Override
    public int lanes() {
        return lanes;
    }

    @Override
    public void gaussian(double[] row) {
        if (source == null) {
            give(row);
            return;
        }
        source.gaussian(row);
        if (next == sums.size()) {
            sums.add(new double[lanes]);
        }
        if (shortSteps == 1) {
            System.arraycopy(row, 0, sums.get(next), 0, lanes);
        } else {
            add(row, sums.get(next), lanes);
        }
        next++;
    }

    private void give(double[] row) {
        if (next >= drawn) {
            throw differs();
        }
        double[] sum = sums.get(next++);
        double scale = 1 / Math.sqrt(shortSteps);
        for (int j = 0; j < lanes; j++) {
            row[j] = scale * sum[j];
        }
    }

    private static void add(double[] row, double[] sum, int lanes) {
        for (int j = 0; j < lanes; j++) {
            sum[j] += row[j];
        }
    }

    @Override
    public RandomStream lane(int lane) {
        RandomStream stream = streams[lane];
        if (stream == null) {
            if (source == null || shortSteps > 1) {
                throw differs();
            }
            single[lane] = new SummedGaussians(1);
            stream = new RandomStream(single[lane]);
            streams[lane] = stream;
            single[lane].begin();
            single[lane].shortStep(source.lane(lane).rows());
        }
        return stream;
    }

    private static IllegalStateException differs() {
        return new IllegalStateException("the steps of two levels draw differently often, so that their noise cannot be"
                + " coupled; draw as many Gaussian numbers in every step");
    }

    private static IllegalStateException refused(String law) {
        return new IllegalStateException("the step draws " + law + ", whose sums have another law; two levels can be"
                + " coupled where all noise is Gaussian: EulerMaruyama or NGD");
    }

    @Override
    public void rademacher(double[] row) {
        throw refused("signs");
    }

    @Override
    public void skewTwoPoint(double[] row) {
        throw refused("two-point noise");
    }

    @Override
    public void uniform(double[] row) {
        throw refused("uniform noise");
    }

    @Override
    public void poisson(double[] row) {
        throw refused("Poisson noise");
    }

    @Override
    public void exponential(double[] row) {
        throw refused("exponential noise");
    }

    @Override
    public void threePoint(double[] row) {
        throw refused("three-point noise");
    }

    @Override
    public void studentT(int degrees, double[] row) {
        throw refused("Student noise");
    }

    @Override
    public void stable(double[] row) {
        throw refused("stable noise");
    }

    @Override
    public void index(int bound, int[] row) {
        throw refused("mini-batches");
    }
}
