package org.itocheck.mutant;

import java.util.Arrays;
import org.itocheck.dynamics.Family;
import org.itocheck.dynamics.Stepper;
import org.itocheck.objective.FiniteSum;
import org.itocheck.random.NoiseRows;

/** SVAG on finite sums with mini-batches drawn in the wrong way (THEORY 4.1, 4.2, 4.6). */
final class BatchMutants {
    private static final double ETA = SvagMutants.PROBLEM.learningRate();
    private static final int[][] NOTHING = {};

    private BatchMutants() {}

    /** Without a mistake. */
    static Family right() {
        return family("indices drawn openly", BatchStep::new);
    }

    /** All 2B indices of a step different: the second mini-batch from what the first has left. */
    static Family m13() {
        return family("M13", (sum, l, eta, lanes) -> new BatchStep(sum, l, eta, lanes) {
            private final Decks decks = new Decks(n, lanes);

            @Override
            void draw(NoiseRows noise, int[][] first, int[][] second) {
                decks.shuffle();
                decks.deal(noise, first);
                decks.deal(noise, second);
            }
        });
    }

    /** The last sample is never drawn. */
    static Family m17() {
        return family("M17", (sum, l, eta, lanes) -> new BatchStep(sum, l, eta, lanes) {
            @Override
            void draw(NoiseRows noise, int[][] first, int[][] second) {
                drawFrom(n - 1, noise, first);
                drawFrom(n - 1, noise, second);
            }
        });
    }

    /** The second mini-batch of a step is the first of the next. */
    static Family reuse() {
        return family("A1 on batches", (sum, l, eta, lanes) -> new BatchStep(sum, l, eta, lanes) {
            private boolean begun;

            @Override
            public void start() {
                begun = false;
            }

            @Override
            void draw(NoiseRows noise, int[][] first, int[][] second) {
                copy(begun ? second : NOTHING, first);
                drawFrom(n, noise, begun ? NOTHING : first);
                drawFrom(n, noise, second);
                begun = true;
            }
        });
    }

    /** The first mini-batch of a step is the second of the next. */
    static Family reuseOfTheFirst() {
        return family("A2 on batches", (sum, l, eta, lanes) -> new BatchStep(sum, l, eta, lanes) {
            private boolean begun;

            @Override
            public void start() {
                begun = false;
            }

            @Override
            void draw(NoiseRows noise, int[][] first, int[][] second) {
                copy(begun ? first : NOTHING, second);
                drawFrom(n, noise, begun ? NOTHING : second);
                drawFrom(n, noise, first);
                begun = true;
            }
        });
    }

    /** So many neighbouring trajectories take the draws of the first of them: no mean is wrong, and they are not independent. */
    static Family shared(int group) {
        return family("shared", (sum, l, eta, lanes) -> new BatchStep(sum, l, eta, lanes) {
            @Override
            void draw(NoiseRows noise, int[][] first, int[][] second) {
                super.draw(noise, first, second);
                for (int[][] batch : new int[][][] {first, second}) {
                    for (int[] row : batch) {
                        for (int j = 0; j < row.length; j++) {
                            row[j] = row[j - j % group];
                        }
                    }
                }
            }
        });
    }

    /** Mini-batches dealt from a deck that is shuffled when it is used up; at level 1 one a step. */
    static Family shuffled() {
        return family("epochs", (sum, l, eta, lanes) -> new BatchStep(sum, l, eta, lanes) {
            private final Decks decks = new Decks(n, lanes);

            @Override
            public void start() {
                decks.shuffle();
            }

            @Override
            void draw(NoiseRows noise, int[][] first, int[][] second) {
                decks.deal(noise, first);
                decks.deal(noise, l > 1 ? second : NOTHING);
            }
        });
    }

    /** A deck of n indices for each lane, dealt from the top without putting back. */
    private static final class Decks {
        private final int[][] decks;
        private final int[] place;
        private int used;

        Decks(int n, int lanes) {
            this.decks = new int[lanes][n];
            this.place = new int[lanes];
        }

        void shuffle() {
            for (int[] deck : decks) {
                Arrays.setAll(deck, i -> i);
            }
            used = 0;
        }

        void deal(NoiseRows noise, int[][] batch) {
            for (int[] row : batch) {
                if (used == decks[0].length) {
                    shuffle();
                }
                noise.index(decks[0].length - used, place);
                for (int j = 0; j < row.length; j++) {
                    int at = used + place[j];
                    row[j] = decks[j][at];
                    decks[j][at] = decks[j][used];
                }
                used++;
            }
        }
    }

    private interface Recipe {
        Stepper stepper(FiniteSum sum, int level, double learningRate, int lanes);
    }

    private static Family family(String name, Recipe recipe) {
        return new StepFamily(name, ETA, (objective, l, lanes) -> recipe.stepper((FiniteSum) objective, l, ETA, lanes));
    }
}
