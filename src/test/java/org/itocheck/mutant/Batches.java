package org.itocheck.mutant;

import java.util.Arrays;
import org.itocheck.objective.Evaluator;
import org.itocheck.objective.LeastSquares;
import org.itocheck.objective.Objective;
import org.itocheck.random.NoiseRows;

/** Losses whose mini-batches are drawn or added up in the wrong way. */
final class Batches {
    private Batches() {}

    /** The sum over the mini-batch where its mean is meant. */
    static Objective sum(LeastSquares loss) {
        return changed(loss, lanes -> {
            Evaluator mean = loss.evaluator(lanes);
            return (x, noise, gradient) -> {
                mean.sampleGradient(x, noise, gradient);
                for (double[] row : gradient) {
                    for (int j = 0; j < lanes; j++) {
                        row[j] *= loss.batchSize();
                    }
                }
            };
        });
    }

    /** Two different samples in every mini-batch, where each is to be drawn from all. */
    static Objective withoutReplacement(LeastSquares loss) {
        if (loss.batchSize() != 2) {
            throw new IllegalArgumentException("batchSize is " + loss.batchSize() + ", expected 2");
        }
        return changed(loss, lanes -> {
            int n = loss.samples();
            int[] first = new int[lanes];
            int[] others = new int[lanes];
            double[] point = new double[loss.dimension()];
            double[] g1 = new double[loss.dimension()];
            double[] g2 = new double[loss.dimension()];
            return (x, noise, gradient) -> {
                noise.index(n, first);
                noise.index(n - 1, others);
                for (int j = 0; j < lanes; j++) {
                    int lane = j;
                    Arrays.setAll(point, i -> x[i][lane]);
                    loss.sampleGradient(first[j], point, g1);
                    loss.sampleGradient((first[j] + 1 + others[j]) % n, point, g2);
                    for (int i = 0; i < point.length; i++) {
                        gradient[i][j] = (g1[i] + g2[i]) / 2;
                    }
                }
            };
        });
    }

    /** The draw of one mini-batch gradient. */
    private interface Draw {
        void sampleGradient(double[][] x, NoiseRows noise, double[][] gradient);
    }

    private interface Draws {
        Draw forLanes(int lanes);
    }

    private static Objective changed(LeastSquares loss, Draws draws) {
        return new Objective() {
            @Override
            public String name() {
                return loss.name();
            }

            @Override
            public int dimension() {
                return loss.dimension();
            }

            @Override
            public Evaluator evaluator(int lanes) {
                return draws.forLanes(lanes)::sampleGradient;
            }
        };
    }
}
