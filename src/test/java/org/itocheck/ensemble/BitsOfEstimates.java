package org.itocheck.ensemble;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.itocheck.dynamics.Family;
import org.itocheck.dynamics.Problem;
import org.itocheck.dynamics.Problems;
import org.itocheck.dynamics.optimizer.Svag;
import org.itocheck.dynamics.sde.EulerMaruyama;
import org.itocheck.math.Kernels;
import org.itocheck.observable.Observables;
import org.itocheck.random.Seed;
import org.itocheck.stats.MeanTest;

/** A program that prints the SHA-256 of all estimates of many ensembles, one line for each number of threads and lanes. */
final class BitsOfEstimates {
    private static final List<String> PROBLEMS = List.of(
            "A1/gaussian",
            "A1/skew2pt",
            "A1/rademacher",
            "A1/uniform",
            "A1/exp1",
            "A1/poisson1",
            "B2",
            "C3",
            "D1/skew2pt",
            "D3",
            "E4",
            "digits/least-squares");
    private static final int[] THREADS = {1, 2, 3, 7};
    private static final int[] LANES = {16, 64, 256};
    private static final int TRAJECTORIES = 1500;
    private static final CellTests TESTS = (k, g) -> new MeanTest(0.1, 2, 1e-6, 5000);

    private BitsOfEstimates() {}

    public static void main(String[] args) {
        System.out.println("doubles in a vector: " + Kernels.doubles());
        hashes().forEach(System.out::println);
    }

    /** The different hashes that this JVM gives: one, if threads and lanes do not matter. */
    static Set<String> hashes() {
        Set<String> all = new TreeSet<>();
        for (int threads : THREADS) {
            for (int lanes : LANES) {
                all.add(hash(new Engine(threads, lanes)));
            }
        }
        return all;
    }

    private static String hash(Engine engine) {
        MessageDigest digest = sha256();
        for (String name : PROBLEMS) {
            Problem problem = Problems.named(name);
            for (Family family : List.of(Svag.family(problem), EulerMaruyama.family(problem))) {
                if (!name.startsWith("digits") || family.name().equals("SVAG")) {
                    digest.update(bits(engine, family, problem).getBytes(StandardCharsets.UTF_8));
                }
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static String bits(Engine engine, Family family, Problem problem) {
        int level = 2;
        Ensemble ensemble = new Ensemble(
                family.at(level, problem.objective()),
                problem,
                level,
                family.stepsPerCheckpoint(level),
                Observables.standard(problem.objective()),
                new Seed(7),
                TRAJECTORIES);
        Estimates estimates = engine.run(ensemble, TESTS, Progress.SILENT);
        StringBuilder bits = new StringBuilder();
        for (int k = 1; k <= ensemble.checkpoints(); k++) {
            for (int g = 0; g < ensemble.observables().size(); g++) {
                bits.append(estimates.moments(k, g)).append(estimates.evidence(k, g));
            }
        }
        return bits.toString();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
