package org.itocheck.claim.scale;

import java.util.ArrayList;
import java.util.List;
import org.itocheck.claim.Cell;
import org.itocheck.claim.Claim;
import org.itocheck.claim.Laboratory;
import org.itocheck.claim.Numbers;
import org.itocheck.claim.Outcome;
import org.itocheck.claim.OutcomeBuilder;
import org.itocheck.objective.FiniteSum;
import org.itocheck.objective.MissingCapabilityException;
import org.itocheck.objective.Objective;
import org.itocheck.random.Seed;

/**
 * Every mini-batch loss is scale invariant in each block of coordinates: L_gamma does not change when the block x_B is multiplied by
 * c &gt; 0 (Definition D.5). What follows is looked at too, with the same mini-batches on both sides: {@code <x_B, g> = 0} (Lemma D.6 (1));
 * the gradient of the block shrinks by c and all others stay (Lemma D.6 (2)); S x_B = 0 (Corollary D.7). No randomness but the choice of 16
 * mini-batches, and of three standard normal points where none are given; each number is a share of its natural size.
 * <p>Values are looked at where the loss gives them, sample by sample for a finite sum; S where it gives a covariance.
 *
 * @param objective the loss
 * @param blocks the blocks, at least one
 * @param points where, each of shape [d] and not 0 in any block; empty for three standard normal points
 * @param tolerance the largest violation allowed, relative; {@link #ROUNDING} for losses in double precision
 * @see <a href="https://arxiv.org/abs/2102.12470">Li, Malladi, Arora (2021), Definition D.5, Lemma D.6, Corollary D.7</a>
 */
public record ScaleInvariance(Objective objective, List<Block> blocks, List<double[]> points, double tolerance)
        implements Claim {
    /** What rounding may do, as a share of the natural size. */
    public static final double ROUNDING = 1e-10;

    static final int BATCHES = 16;
    private static final double[] FACTORS = {0.3, 7};
    private static final int MOST_SAMPLES = 64;

    /** Checks blocks, points and tolerance. */
    public ScaleInvariance {
        blocks = List.copyOf(blocks);
        if (blocks.isEmpty()) {
            throw new IllegalArgumentException("blocks is empty, expected at least one, for example Block.whole(loss)");
        }
        points = Points.check(points, objective);
        for (Block block : blocks) {
            block.check(objective);
            for (double[] x : points) {
                if (block.norm(x) == 0) {
                    throw new IllegalArgumentException("point is 0 in " + block.name(x.length)
                            + ", where no scale-invariant loss has a gradient; choose another point");
                }
            }
        }
        if (!(tolerance > 0)) {
            throw new IllegalArgumentException("tolerance is " + tolerance + ", expected a positive number");
        }
    }

    /** The whole vector, to rounding. */
    public ScaleInvariance(Objective objective, List<double[]> points) {
        this(objective, List.of(Block.whole(objective)), points, ROUNDING);
    }

    @Override
    public int cells() {
        return 1;
    }

    @Override
    public Outcome evaluate(Laboratory laboratory) {
        OutcomeBuilder builder = builder();
        List<Cell> cells = new ArrayList<>();
        List<double[]> places = Points.orRandom(points, objective, laboratory.seed());
        for (int p = 0; p < places.size(); p++) {
            for (Block block : blocks) {
                new Look(block, places.get(p), laboratory.seed(), Points.at(places.get(p), p)).addTo(cells);
            }
        }
        boolean finite = cells.stream().allMatch(cell -> Double.isFinite(cell.estimate()));
        return builder.obstacle(finite ? "" : "the loss or a gradient is not a finite number: choose other points")
                .build(finite ? cells : List.of(), laboratory);
    }

    private OutcomeBuilder builder() {
        String which = blocks.stream().allMatch(block -> block.isAll(objective.dimension()))
                ? ""
                : " in "
                        + String.join(
                                ", ",
                                blocks.stream()
                                        .map(b -> b.name(objective.dimension()))
                                        .toList());
        return new OutcomeBuilder("ScaleInvariance", objective.name() + " is scale invariant" + which)
                .formula("L_g(cx) = L_g(x), <x, grad L_g> = 0, c grad L_g(cx) = grad L_g(x), S x = 0")
                .source("Li, Malladi, Arora 2021, arXiv:2102.12470, Definition D.5, Lemma D.6, Corollary D.7")
                .truth("0, as a share of the natural size of each number; the same mini-batches on both sides")
                .setting(BATCHES + " mini-batches, c = " + FACTORS[0] + " and " + FACTORS[1])
                .passes("every violation is below " + Numbers.brief(tolerance) + " of its size")
                .fails(worst -> worst.observable() + " is violated by " + Numbers.brief(Math.abs(worst.estimate()))
                        + " of its size")
                .diagnosis(worst -> "something in the loss sees the length of " + (which.isEmpty() ? "x" : "the block")
                        + ": a bias, an affine scale, an epsilon in a normaliser, or a term that is not normalised")
                .remedies(List.of("choose points where the loss is finite"));
    }

    /** One block at one point. */
    private final class Look {
        private final Block block;
        private final double[] x;
        private final String at;
        private final String name;
        private final BatchGradients batches;
        private final double[][] near;
        private final double size;

        Look(Block block, double[] x, Seed seed, String at) {
            this.block = block;
            this.x = x;
            this.at = at;
            this.name = block.name(x.length);
            this.batches = new BatchGradients(objective, seed, BATCHES);
            this.near = batches.at(x);
            this.size = BatchGradients.size(near);
        }

        void addTo(List<Cell> cells) {
            cells.add(cell("<" + name + ", g> = 0", BatchGradients.radial(block, x, near)));
            for (double c : FACTORS) {
                double[] far = block.scaled(x, c);
                cells.add(cell("c g(c" + name + ") = g(" + name + "), c = " + c, gradients(c, batches.at(far))));
                addValues(c, far, cells);
            }
            addNoise(cells);
        }

        /** The largest entry of c g(cx) - g(x); outside of the block c is 1. */
        private double gradients(double c, double[][] far) {
            double worst = 0;
            for (int i = 0; i < x.length; i++) {
                double factor = i >= block.from() && i < block.to() ? c : 1;
                for (int j = 0; j < BATCHES; j++) {
                    double difference = factor * far[i][j] - near[i][j];
                    worst = Math.abs(difference) <= Math.abs(worst) ? worst : difference;
                }
            }
            return BatchGradients.relative(worst, size);
        }

        private void addValues(double c, double[] far, List<Cell> cells) {
            try {
                double worst = difference(value(far), value(x));
                if (objective instanceof FiniteSum sum) {
                    int stride = Math.max(1, sum.samples() / MOST_SAMPLES);
                    for (int i = 0; i < sum.samples(); i += stride) {
                        double sample = difference(sum.sampleValue(i, far), sum.sampleValue(i, x));
                        worst = Math.abs(sample) <= Math.abs(worst) ? worst : sample;
                    }
                }
                cells.add(cell("L(c" + name + ") = L(" + name + "), c = " + c, worst));
            } catch (MissingCapabilityException e) {
                // the gradients decide alone: a loss whose gradients are orthogonal to x everywhere is scale invariant
            }
        }

        private double difference(double far, double near) {
            double scale = Math.max(Math.abs(near), block.norm(x) * size);
            return BatchGradients.relative(far - near, scale);
        }

        private double value(double[] point) {
            double[] out = new double[1];
            objective.evaluator(1).value(Points.rows(point, 1), out);
            return out[0];
        }

        private void addNoise(List<Cell> cells) {
            try {
                cells.add(cell("S " + name + " = 0", NoiseAlong.of(objective, block, x, batches)));
            } catch (MissingCapabilityException e) {
                // a loss without covariance has no S to look at; <x, g> = 0 implies S x = 0
            }
        }

        private Cell cell(String what, double violation) {
            return Cell.exact(what + at, 1, Double.NaN, 1, violation, 0, tolerance);
        }
    }
}
