package org.itocheck.benchmark;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.itocheck.dynamics.Dynamics;
import org.itocheck.dynamics.Problem;
import org.itocheck.dynamics.optimizer.Svag;
import org.itocheck.dynamics.sde.EulerMaruyama;
import org.itocheck.ensemble.CellTests;
import org.itocheck.ensemble.Engine;
import org.itocheck.ensemble.Ensemble;
import org.itocheck.ensemble.Estimates;
import org.itocheck.ensemble.Progress;
import org.itocheck.objective.LeastSquares;
import org.itocheck.objective.Objective;
import org.itocheck.objective.catalogue.AdditiveQuadratic;
import org.itocheck.observable.Observable;
import org.itocheck.random.NoiseLaw;
import org.itocheck.random.Seed;

/**
 * CPU nanoseconds per trajectory-step of the four processes on which ItoCheck is compared with its peers: 100 steps, statistic
 * E|x_100|^2. Prints one line a problem. Usage: {@code PeerProblems [problem number]}.
 */
final class PeerProblems {
    private static final int STEPS = 100;
    private static final int DIMENSION = 10;

    private PeerProblems() {}

    public static void main(String[] args) {
        List<Ensemble> all = List.of(ornsteinUhlenbeck(), quadratic(), leastSquares());
        for (int p = 0; p < all.size(); p++) {
            if (args.length == 0 || Integer.parseInt(args[0]) == p + 1) {
                measure("P" + (p + 1), all.get(p));
            }
        }
    }

    private static void measure(String name, Ensemble ensemble) {
        Engine engine = new Engine(1);
        engine.run(ensemble, CellTests.NONE, Progress.SILENT);
        double[] times = new double[5];
        Estimates estimates = null;
        for (int r = 0; r < times.length; r++) {
            long began = cpu();
            estimates = engine.run(ensemble, CellTests.NONE, Progress.SILENT);
            times[r] = (double) (cpu() - began) / ensemble.totalSteps();
        }
        Arrays.sort(times);
        System.out.printf(
                Locale.ROOT,
                "ItoCheck %s  median %8.3f  min %8.3f  E=%.5f +- %.5f%n",
                name,
                times[times.length / 2],
                times[0],
                estimates.moments(1, 0).mean(),
                estimates.moments(1, 0).standardError());
    }

    private static long cpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    private static Ensemble ensemble(Dynamics dynamics, double learningRate, long trajectories) {
        double[] ones = new double[dynamics.objective().dimension()];
        Arrays.fill(ones, 1);
        Problem problem = Problem.of(dynamics.objective(), ones, learningRate, 1);
        return new Ensemble(dynamics, problem, 1, STEPS, List.of(Observable.squaredNorm()), new Seed(1), trajectories);
    }

    /** dX = -X dt + dW with dt = 0.01: noise of standard deviation 1/sqrt(dt) in one gradient. */
    private static Ensemble ornsteinUhlenbeck() {
        Objective loss = AdditiveQuadratic.scalar("P1", 1, 10, NoiseLaw.GAUSSIAN);
        return ensemble(new EulerMaruyama(loss, 1, 0.01, 0), 0.01, 1 << 20);
    }

    private static Ensemble quadratic() {
        double[][] hessian = new double[DIMENSION][DIMENSION];
        for (int i = 0; i < DIMENSION; i++) {
            Arrays.fill(hessian[i], 0.05);
            hessian[i][i] += 0.2 + 0.08 * i;
        }
        Objective loss = new AdditiveQuadratic("P2", hessian, 0.5, NoiseLaw.GAUSSIAN);
        return ensemble(new Svag(loss, 4, 0.1, 0), 0.1, 1 << 16);
    }

    private static Ensemble leastSquares() {
        double[][] features = new double[64][DIMENSION];
        double[] targets = new double[64];
        for (int i = 0; i < 64; i++) {
            for (int j = 0; j < DIMENSION; j++) {
                features[i][j] = Math.sqrt(3) * (2 * unit(1000 + 16L * i + j) - 1);
            }
            targets[i] = 2 * unit(5000 + i) - 1;
        }
        return ensemble(new Svag(new LeastSquares("P3", features, targets, 4), 4, 0.05, 0), 0.05, 1 << 16);
    }

    private static double unit(long i) {
        long z = (i ^ (i >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return ((z ^ (z >>> 31)) >>> 11) * 0x1p-53;
    }
}
