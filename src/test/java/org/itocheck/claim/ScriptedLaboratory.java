package org.itocheck.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.itocheck.dynamics.Family;
import org.itocheck.ensemble.CellTests;
import org.itocheck.ensemble.Estimates;
import org.itocheck.ensemble.GivenEstimates;
import org.itocheck.random.Seed;
import org.itocheck.stats.ErrorBudget;
import org.itocheck.stats.Moments;

/** Simulates nothing: writes down what is asked for and answers with the laws of a script. */
public final class ScriptedLaboratory implements Laboratory {
    /** The rate of a false alarm, and of a miss. */
    public static final double RATE = 1e-3;

    private final long trajectories;
    private final Function<Look, List<Law>> script;
    private final List<Look> looks = new ArrayList<>();

    /**
     * A laboratory of so many trajectories.
     *
     * @param script the law of each observable, the same at every checkpoint
     */
    public ScriptedLaboratory(long trajectories, Function<Look, List<Law>> script) {
        this.trajectories = trajectories;
        this.script = script;
    }

    /** One ensemble that was asked for: so many chains, of so many steps between checkpoints. */
    public record Look(String purpose, int level, double[] start, int steps, long chains) {
        public boolean isPilot() {
            return purpose.endsWith("pilot");
        }

        public boolean isFar() {
            return purpose.endsWith("far");
        }
    }

    /** What a sample of any size is said to have. */
    public record Law(double mean, double deviation, double skewness) {
        public static Law exactly(double mean) {
            return new Law(mean, 0, 0);
        }

        Moments of(long count) {
            double square = deviation * deviation * (count - 1);
            double variance = square / count;
            return new Moments(count, mean, square, skewness * count * variance * Math.sqrt(variance));
        }
    }

    /** Every ensemble, in the order of the questions. */
    public List<Look> looks() {
        return List.copyOf(looks);
    }

    /** How many chains each ensemble had. */
    public List<Long> chains() {
        return looks.stream().map(Look::chains).toList();
    }

    @Override
    public ErrorBudget budget() {
        return new ErrorBudget(RATE, RATE);
    }

    @Override
    public long trajectoryBudget() {
        return trajectories;
    }

    @Override
    public Seed seed() {
        return new Seed(0x5EED_0000_0006L);
    }

    @Override
    public Estimates simulate(Setting setting, Family family, int level, String purpose, long count, CellTests tests) {
        looks.add(new Look(purpose, level, setting.problem().start(), family.stepsPerCheckpoint(level), count));
        Moments[] moments = script.apply(looks.get(looks.size() - 1)).stream()
                .map(law -> law.of(count))
                .toArray(Moments[]::new);
        return GivenEstimates.of(setting.ensemble(family, level, seed(), count), moments);
    }
}
