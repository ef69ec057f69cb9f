package org.itocheck.benchmark;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.itocheck.dynamics.Dynamics;
import org.itocheck.dynamics.Problem;
import org.itocheck.dynamics.optimizer.Sgd;
import org.itocheck.dynamics.optimizer.Svag;
import org.itocheck.dynamics.sde.EulerMaruyama;
import org.itocheck.ensemble.Ensemble;
import org.itocheck.observable.Observable;
import org.itocheck.random.Seed;
import org.itocheck.truth.Expectation;
import org.itocheck.truth.Truths;

/**
 * The four processes on which ItoCheck is compared with programs in other languages: from (1, ..., 1), {@value #STEPS} steps, statistic
 * E|x|^2 after the last one.
 */
public enum PeerProblem {
    /** The Ornstein-Uhlenbeck process in one dimension by Euler-Maruyama, dt = 0.01. */
    P1(1, "Ornstein-Uhlenbeck, d = 1, Euler-Maruyama", 1 << 20, 1, 0.01),
    /** A quadratic with dense Hessian and Gaussian gradient noise, by SVAG at level 4. */
    P2(2, "quadratic, d = 10, SVAG(4)", 1 << 17, 4, 0.1),
    /** Least squares on 64 samples with batches of 4, by SVAG at level 4. */
    P3(3, "least squares, n = 64, d = 10, B = 4, SVAG(4)", 1 << 17, 4, 0.05),
    /** A noisy Rayleigh quotient with weight decay 0.1, by SGD. */
    P4(4, "Rayleigh quotient, d = 10, SGD, decay 0.1", 1 << 17, 1, 0.1);

    /** K, the steps of every trajectory. */
    public static final int STEPS = 100;

    /** No closed form is known for P4: 2^26 trajectories of the peers' C++ program, with the standard error of their mean. */
    private static final Reference SIMULATED = new Reference(1.459991, 2.4e-6);

    private final int number;
    private final String process;
    private final long trajectories;
    private final int level;
    private final double learningRate;

    PeerProblem(int number, String process, long trajectories, int level, double learningRate) {
        this.number = number;
        this.process = process;
        this.trajectories = trajectories;
        this.level = level;
        this.learningRate = learningRate;
    }

    /**
     * What E|x_K|^2 should be.
     *
     * @param mean E|x_K|^2
     * @param standardError of the mean; 0 if it is exact
     */
    public record Reference(double mean, double standardError) {
        /** How many standard errors an estimate is away. */
        public double deviations(double estimate, double itsError) {
            return (estimate - mean) / Math.hypot(itsError, standardError);
        }
    }

    /** The number in its name, which the peers' programs take. */
    public int number() {
        return number;
    }

    /** Loss, dimension and method in a few words. */
    public String process() {
        return process;
    }

    /** How many trajectories make a run of a few tenths of a second. */
    public long trajectories() {
        return trajectories;
    }

    /** What moves. */
    public Dynamics dynamics() {
        return switch (this) {
            case P1 -> new EulerMaruyama(PeerLosses.line(), level, learningRate, 0);
            case P2 -> new Svag(PeerLosses.quadratic(), level, learningRate, 0);
            case P3 -> new Svag(PeerLosses.leastSquares(), level, learningRate, 0);
            case P4 -> new Sgd(PeerLosses.rayleigh(), level, learningRate, 0.1);
        };
    }

    /** Where it starts; one checkpoint, which is the end. */
    public Problem problem() {
        return problem(dynamics(), 1);
    }

    /**
     * The ensemble that is timed: |x|^2 at the end of {@value #STEPS} steps.
     *
     * @param number of trajectories, at least 1
     */
    public Ensemble ensemble(long number) {
        Dynamics moving = dynamics();
        return new Ensemble(
                moving, problem(moving, 1), level, STEPS, List.of(Observable.squaredNorm()), new Seed(1), number);
    }

    /** E|x_K|^2: exact where a truth is known, else simulated by another program. */
    public Reference reference() {
        int checkpoints = STEPS / level;
        Dynamics moving = dynamics();
        Optional<Expectation> exact = Truths.of(moving, problem(moving, checkpoints))
                .flatMap(truth -> truth.of(Observable.squaredNorm(), checkpoints));
        return exact.map(e -> new Reference(e.mean(), 0)).orElse(SIMULATED);
    }

    private Problem problem(Dynamics moving, int checkpoints) {
        double[] ones = new double[moving.objective().dimension()];
        Arrays.fill(ones, 1);
        return Problem.of(moving.objective(), ones, learningRate, checkpoints);
    }
}
