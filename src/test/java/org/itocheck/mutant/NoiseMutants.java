package org.itocheck.mutant;

import org.itocheck.dynamics.Family;
import org.itocheck.dynamics.Problem;
import org.itocheck.dynamics.Problems;
import org.itocheck.dynamics.Stepper;
import org.itocheck.dynamics.optimizer.Svag;
import org.itocheck.random.NoiseLaw;
import org.itocheck.random.NoiseRows;

/** Wrong use of randomness on problem A1: x - (eta/l) (x + a xi1 + b xi2) with noise that is not fresh or not of the law (THEORY 4.2). */
final class NoiseMutants {
    static final Problem SKEWED = Problems.a1(NoiseLaw.EXPONENTIAL);
    static final Problem COUNTS = Problems.a1(NoiseLaw.POISSON);
    private static final double ETA = SKEWED.learningRate();

    private NoiseMutants() {}

    /** The second mini-batch of a step is the first of the next. */
    static Family a1() {
        return new StepFamily("A1", ETA, (objective, l, lanes) -> new Scalar(l, lanes) {
            private boolean begun;

            @Override
            public void start() {
                begun = false;
            }

            @Override
            void draw(NoiseRows noise, double[] xi1, double[] xi2) {
                if (begun) {
                    System.arraycopy(xi2, 0, xi1, 0, xi2.length);
                } else {
                    noise.exponential(xi1);
                }
                noise.exponential(xi2);
                begun = true;
            }
        });
    }

    /** The first mini-batch of a step is the second of the next. */
    static Family a2() {
        return new StepFamily("A2", ETA, (objective, l, lanes) -> new Scalar(l, lanes) {
            private boolean begun;

            @Override
            public void start() {
                begun = false;
            }

            @Override
            void draw(NoiseRows noise, double[] xi1, double[] xi2) {
                if (begun) {
                    System.arraycopy(xi1, 0, xi2, 0, xi1.length);
                } else {
                    noise.exponential(xi2);
                }
                noise.exponential(xi1);
                begun = true;
            }
        });
    }

    /** The noise is drawn once a trajectory. */
    static Family a3() {
        return new StepFamily("A3", ETA, (objective, l, lanes) -> new Scalar(l, lanes) {
            private boolean begun;

            @Override
            public void start() {
                begun = false;
            }

            @Override
            void draw(NoiseRows noise, double[] xi1, double[] xi2) {
                if (!begun) {
                    noise.exponential(xi1);
                    noise.exponential(xi2);
                }
                begun = true;
            }
        });
    }

    /** Gaussian noise of the same covariance: NGD passed off as SVAG. */
    static Family a4() {
        return new StepFamily("A4", ETA, (objective, l, lanes) -> new Scalar(l, lanes) {
            @Override
            void draw(NoiseRows noise, double[] xi1, double[] xi2) {
                noise.gaussian(xi1);
                noise.gaussian(xi2);
            }
        });
    }

    /** One mini-batch whose centred noise is multiplied by sqrt(l): a + b = 1 leaves it as it is. */
    static Family a5() {
        return new StepFamily("A5", ETA, (objective, l, lanes) -> new Scalar(l, lanes) {
            @Override
            void draw(NoiseRows noise, double[] xi1, double[] xi2) {
                noise.exponential(xi1);
                for (int j = 0; j < lanes; j++) {
                    xi1[j] *= Math.sqrt(l);
                    xi2[j] = xi1[j];
                }
            }
        });
    }

    /** The noise with a random sign: same mean and covariance, no skewness. */
    static Family a6() {
        return new StepFamily("A6", ETA, (objective, l, lanes) -> new Scalar(l, lanes) {
            private final double[] sign = new double[lanes];

            @Override
            void draw(NoiseRows noise, double[] xi1, double[] xi2) {
                signed(noise, xi1);
                signed(noise, xi2);
            }

            private void signed(NoiseRows noise, double[] xi) {
                noise.exponential(xi);
                noise.rademacher(sign);
                for (int j = 0; j < xi.length; j++) {
                    xi[j] *= sign[j];
                }
            }
        });
    }

    /** The linear scaling rule for SVAG: batches l times smaller, so noise l (Poisson(1/l) - 1/l). */
    static Family a7() {
        return new StepFamily("A7", ETA, (objective, l, lanes) -> new Scalar(l, lanes) {
            @Override
            void draw(NoiseRows noise, double[] xi1, double[] xi2) {
                noise.uniform(xi1);
                for (int j = 0; j < xi1.length; j++) {
                    double u = 0.5 + xi1[j] / Math.sqrt(12);
                    double gradient = l * (poisson(u, 1.0 / l) - 1.0 / l);
                    xi1[j] = gradient;
                    xi2[j] = gradient;
                }
            }
        });
    }

    /** The gradient where the step before began. */
    static Family a8() {
        return new StepFamily("A8", ETA, (objective, l, lanes) -> new Scalar(l, lanes) {
            private final double[] before = new double[lanes];
            private final double[] now = new double[lanes];
            private boolean begun;

            @Override
            public void start() {
                begun = false;
            }

            @Override
            void draw(NoiseRows noise, double[] xi1, double[] xi2) {
                noise.exponential(xi1);
                noise.exponential(xi2);
            }

            @Override
            public void step(double[][] x, NoiseRows noise) {
                if (!begun) {
                    System.arraycopy(x[0], 0, before, 0, lanes);
                }
                begun = true;
                System.arraycopy(x[0], 0, now, 0, lanes);
                super.step(x, noise);
                for (int j = 0; j < lanes; j++) {
                    x[0][j] += ETA / l * (now[j] - before[j]);
                    before[j] = now[j];
                }
            }
        });
    }

    /** Every gradient 0.01 too large. */
    static Family a9() {
        return new StepFamily("A9", ETA, (objective, l, lanes) -> new Scalar(l, lanes) {
            @Override
            void draw(NoiseRows noise, double[] xi1, double[] xi2) {
                noise.exponential(xi1);
                noise.exponential(xi2);
                for (int j = 0; j < lanes; j++) {
                    xi1[j] += 0.01;
                    xi2[j] += 0.01;
                }
            }
        });
    }

    /** Inversion of the distribution function of Poisson(rate). */
    private static int poisson(double u, double rate) {
        int k = 0;
        double mass = Math.exp(-rate);
        for (double below = mass; u > below && mass > 0; below += mass) {
            mass *= rate / ++k;
        }
        return k;
    }

    /** SVAG on A1, where the gradient is x + xi; right for {@code a xi1 + b xi2} of two fresh draws. */
    private abstract static class Scalar implements Stepper {
        private final double[] xi1;
        private final double[] xi2;
        private final double step;
        private final double a;
        private final double b;

        Scalar(int level, int lanes) {
            this.xi1 = new double[lanes];
            this.xi2 = new double[lanes];
            this.step = ETA / level;
            this.a = Svag.first(level);
            this.b = Svag.second(level);
        }

        abstract void draw(NoiseRows noise, double[] first, double[] second);

        @Override
        public void step(double[][] x, NoiseRows noise) {
            draw(noise, xi1, xi2);
            for (int j = 0; j < xi1.length; j++) {
                x[0][j] -= step * (x[0][j] + a * xi1[j] + b * xi2[j]);
            }
        }
    }
}
