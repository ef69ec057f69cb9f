package org.itocheck.claim.tail;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntFunction;
import org.itocheck.claim.Laboratory;
import org.itocheck.claim.Setting;
import org.itocheck.dynamics.Problem;
import org.itocheck.dynamics.optimizer.Sgd;
import org.itocheck.ensemble.CellTests;
import org.itocheck.ensemble.Estimates;
import org.itocheck.objective.Evaluator;
import org.itocheck.objective.Objective;
import org.itocheck.observable.Observable;
import org.itocheck.random.NoiseRows;
import org.itocheck.stats.Moments;

/**
 * Independent draws of several numbers at once, by the engine: one step of SGD from 0 on a loss whose "gradient" is minus the numbers.
 *
 * @param name for messages
 * @param size how many numbers one draw has
 * @param sampler makes the working memory of one thread for a number of lanes
 */
record Draws(String name, int size, IntFunction<Sampler> sampler) {
    /** Draws the numbers of every lane; a lane depends on itself alone. */
    @FunctionalInterface
    interface Sampler {
        /**
         * @param noise the only source of randomness
         * @param out shape [size][lanes], overwritten with finite numbers
         */
        void draw(NoiseRows noise, double[][] out);
    }

    /** The moments of each of the numbers over the given count of draws. */
    List<Moments> moments(Laboratory laboratory, String purpose, long count) {
        List<Observable> coordinates = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            coordinates.add(Observable.coordinate(i));
        }
        Problem problem = Problem.of(new Loss(this), new double[size], 1, 1);
        Setting setting = Setting.of(Sgd.family(problem), problem, List.of(1), coordinates);
        Estimates estimates = laboratory.simulate(setting, setting.family(), 1, purpose, count, CellTests.NONE);
        List<Moments> moments = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            moments.add(estimates.moments(1, i));
        }
        return Collections.unmodifiableList(moments);
    }

    private record Loss(Draws draws) implements Objective {
        @Override
        public String name() {
            return draws.name;
        }

        @Override
        public int dimension() {
            return draws.size;
        }

        @Override
        public Evaluator evaluator(int lanes) {
            Sampler sampler = draws.sampler.apply(lanes);
            return (x, noise, gradient) -> {
                sampler.draw(noise, gradient);
                for (double[] row : gradient) {
                    for (int j = 0; j < lanes; j++) {
                        row[j] = -row[j];
                    }
                }
            };
        }
    }
}
