package org.itocheck.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.itocheck.network.architecture.Layout;
import org.itocheck.network.architecture.Parameter;
import org.itocheck.random.KeyedRows;
import org.itocheck.random.Seed;

/**
 * How much the loss of one mini-batch sees of the length of one part of the parameters; both are rounding where it is scale invariant.
 *
 * @param name of the tensor or group; {@code all} for the whole vector
 * @param from its first coordinate
 * @param to one past its last
 * @param radial |x_B . g_B| / (|x_B| |g|)
 * @param change the largest |L(c x_B) - L(x)| / L(x) over c = 0.3 and 7
 */
public record BlockInvariance(String name, int from, int to, double radial, double change) {
    /** What rounding may do in double precision. */
    public static final double ROUNDING = 1e-10;

    /** The most images of the mini-batch. */
    public static final int BATCH = 64;

    private static final double[] FACTORS = {0.3, 7};
    /** Large enough that no summand is 0, small enough that the network works as at the start. */
    private static final double STIR = 0.1;

    /** Whether both are below {@link #ROUNDING}. */
    public boolean invariant() {
        return radial < ROUNDING && change < ROUNDING;
    }

    /**
     * Measures every tensor, every group of several, and all parameters together, near initial values, on the first 64 images.
     *
     * @param loss of a network in double precision
     * @param seed the seed of the initial values; the purposes are added here
     */
    public static List<BlockInvariance> measure(NetworkLoss loss, Seed seed) {
        Layout layout = loss.network().layout();
        double[] x = stirred(layout, seed);
        Batch batch =
                loss.batch(IntStream.range(0, Math.min(BATCH, loss.samples())).toArray());
        double[] gradient = new double[x.length];
        double value = loss.network().gradient(x, batch, gradient);
        List<BlockInvariance> found = new ArrayList<>();
        for (Parameter part : parts(layout)) {
            double change = 0;
            for (double c : FACTORS) {
                double far = loss.network().value(scaled(x, part, c), batch);
                change = Math.max(change, Math.abs(far - value) / value);
            }
            found.add(new BlockInvariance(part.name(), part.from(), part.to(), radial(part, x, gradient), change));
        }
        return found;
    }

    /** What {@link #measure} looks at, in its order: every tensor, every group of several, {@code all}. */
    public static List<Parameter> parts(Layout layout) {
        List<Parameter> parts = new ArrayList<>(layout.parameters());
        layout.groups().stream()
                .filter(g -> layout.parameters().stream().noneMatch(p -> p.from() == g.from() && p.to() == g.to()))
                .forEach(parts::add);
        parts.add(new Parameter("all", "all", 0, List.of(layout.dimension()), 0, 0));
        return parts;
    }

    /** In one line: name, range, both numbers and the answer. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%-28s %8d %8d   %.1e   %.1e   %s",
                name,
                from,
                to,
                radial,
                change,
                invariant() ? "scale invariant" : "not");
    }

    private static double[] stirred(Layout layout, Seed seed) {
        double[] x = layout.initial(seed);
        KeyedRows rows = new KeyedRows(1);
        rows.start(seed.forPurpose("invariance"), 0);
        double[] one = new double[1];
        for (int i = 0; i < x.length; i++) {
            rows.gaussian(one);
            x[i] += STIR * one[0];
        }
        return x;
    }

    private static double[] scaled(double[] x, Parameter part, double factor) {
        double[] result = x.clone();
        for (int i = part.from(); i < part.to(); i++) {
            result[i] *= factor;
        }
        return result;
    }

    private static double radial(Parameter part, double[] x, double[] gradient) {
        double product = 0;
        double length = 0;
        double size = 0;
        for (int i = 0; i < x.length; i++) {
            size += gradient[i] * gradient[i];
        }
        for (int i = part.from(); i < part.to(); i++) {
            product += x[i] * gradient[i];
            length += x[i] * x[i];
        }
        return Math.abs(product) / Math.sqrt(length * size);
    }
}
