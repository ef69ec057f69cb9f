package org.itocheck.objective.catalogue;

import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.itocheck.objective.Divisible;
import org.itocheck.objective.Evaluator;
import org.itocheck.objective.GradientMoments;
import org.itocheck.objective.Objective;
import org.itocheck.objective.Regularity;
import org.itocheck.random.DividedRows;
import org.itocheck.random.NoiseLaw;
import org.itocheck.random.NoiseParts;
import org.itocheck.random.NoiseRows;

/**
 * A loss of the catalogue with mini-batches m times smaller: its gradient is linear in independent draws of infinitely divisible laws, and
 * each draw is replaced by m times its m-th convolution root, centred. So S becomes m S, Lambda m^2 Lambda (THEORY 1.2).
 *
 * @param whole the loss with whole mini-batches
 * @param parts m, at least 1
 */
public record DividedNoise(Objective whole, int parts) implements Divisible {
    private static final ConcurrentMap<Integer, NoiseParts> TABLES = new ConcurrentHashMap<>();

    /**
     * The part of a loss.
     *
     * @param laws the laws of its draws
     * @throws IllegalArgumentException if one of them cannot be divided
     */
    static Objective of(Objective whole, int parts, NoiseLaw... laws) {
        for (NoiseLaw law : laws) {
            if (!NoiseParts.divisible(law)) {
                throw new IllegalArgumentException("noise of " + whole.name() + " is " + law.label()
                        + ", which has no " + parts + " equal independent parts; use gaussian, poisson1 or exp1 noise,"
                        + " or a finite sum with batches of " + parts);
            }
        }
        return parts == 1 ? whole : new DividedNoise(whole, parts);
    }

    @Override
    public String name() {
        return whole.name();
    }

    @Override
    public String formula() {
        return whole.formula() + "; batches " + parts + " times smaller";
    }

    @Override
    public int dimension() {
        return whole.dimension();
    }

    @Override
    public Objective part(int more) {
        return Divisible.part(whole, parts * more);
    }

    @Override
    public boolean infinitelyDivisible() {
        return true;
    }

    @Override
    public Regularity regularity() {
        return whole.regularity();
    }

    @Override
    public Optional<GradientMoments> gradientMoments(double[] x) {
        return whole.gradientMoments(x).map(moments -> moments.scaled(parts));
    }

    @Override
    public Evaluator evaluator(int lanes) {
        Evaluator undivided = whole.evaluator(lanes);
        DividedRows rows = new DividedRows(TABLES.computeIfAbsent(parts, NoiseParts::new), lanes);
        return new Evaluator() {
            @Override
            public void sampleGradient(double[][] x, NoiseRows noise, double[][] gradient) {
                undivided.sampleGradient(x, rows.over(noise), gradient);
            }

            @Override
            public void gradient(double[][] x, double[][] gradient) {
                undivided.gradient(x, gradient);
            }

            @Override
            public void sampleDiffusion(double[][] x, NoiseRows noise, double[][] out) {
                undivided.sampleDiffusion(x, rows.over(noise), out);
            }

            @Override
            public void value(double[][] x, double[] out) {
                undivided.value(x, out);
            }
        };
    }
}
