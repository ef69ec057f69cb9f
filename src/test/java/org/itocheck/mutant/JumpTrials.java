package org.itocheck.mutant;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.itocheck.claim.Claim;
import org.itocheck.claim.ExactMean;
import org.itocheck.claim.LimitBias;
import org.itocheck.claim.Setting;
import org.itocheck.claim.Tolerance;
import org.itocheck.claim.Verdict;
import org.itocheck.claim.jump.BatchInvariance;
import org.itocheck.claim.jump.SkewnessGap;
import org.itocheck.dynamics.Dynamics;
import org.itocheck.dynamics.Family;
import org.itocheck.dynamics.Problem;
import org.itocheck.dynamics.Problems;
import org.itocheck.dynamics.optimizer.LinearScaling;
import org.itocheck.dynamics.optimizer.Sgd;
import org.itocheck.dynamics.optimizer.Svag;
import org.itocheck.dynamics.sde.ItoSde;
import org.itocheck.dynamics.sde.LevySde;
import org.itocheck.dynamics.sde.Limit;
import org.itocheck.mutant.GoldenBiases.Bias;
import org.itocheck.objective.LeastSquares;
import org.itocheck.objective.catalogue.AdditiveQuadratic;
import org.itocheck.objective.catalogue.RandomCurvature;
import org.itocheck.observable.Observable;
import org.itocheck.random.NoiseLaw;
import org.itocheck.truth.Expectation;
import org.itocheck.truth.Truth;
import org.itocheck.truth.Truths;

/** Wrong linear scaling rules and wrong limits before the claims that must kill them, and what is right before the same claims. */
final class JumpTrials {
    private static final Problem COUNTS = JumpMutants.COUNTS;
    private static final Problem C2 = JumpMutants.C2;
    private static final Problem F1 = Problems.named("F1");
    private static final Problem STABLE = Problems.named("G/stable1.5");
    private static final Observable COSINE = Observable.cosine(0);
    private static final List<Integer> LEVELS = List.of(1, 2, 4, 16);
    private static final List<Integer> BATCHES = List.of(1, 2);
    private static final Observable CUBE = Observable.power(0, 3);
    private static final long FEW = 1 << 14;
    private static final long MORE = 1 << 17;
    private static final long ENOUGH = 1 << 20;

    private JumpTrials() {}

    static List<Trial> wrong() {
        double eta = COUNTS.learningRate();
        List<Trial> all = new ArrayList<>();
        all.add(means(
                "batch not made smaller",
                JumpMutants.l1(eta),
                LEVELS,
                COUNTS,
                FEW,
                m -> truth(new Sgd(COUNTS.objective(), m, eta, 0), COUNTS)));
        all.add(means(
                "sub-batch loss times m/B instead of 1/m",
                JumpMutants.l2(),
                BATCHES,
                C2,
                FEW,
                JumpTrials::timesMoverB));
        all.add(means(
                "sign of the jumps",
                JumpMutants.l3(eta),
                LEVELS,
                COUNTS,
                FEW,
                m -> truth(LinearScaling.family(eta).at(m, mirrored()), COUNTS)));
        all.add(means(
                "SVAG passed off as the rule",
                JumpMutants.l4(eta),
                LEVELS,
                COUNTS,
                MORE,
                m -> truth(Svag.family(eta).at(m, COUNTS.objective()), COUNTS)));
        all.add(skewness("batch not made smaller", JumpMutants.l1(C2.learningRate()), Verdict.FAIL));
        all.add(skewness("third moment + (eta^3/m) Lambda", JumpMutants.l3(C2.learningRate()), Verdict.FAIL));
        all.add(skewness("SVAG passed off as the rule", JumpMutants.l4(C2.learningRate()), Verdict.FAIL));
        all.add(invariance("batch not made smaller", JumpMutants.l1(0.1), F1, LEVELS, 0.05, Verdict.FAIL));
        all.add(invariance("SVAG passed off as the rule", JumpMutants.l4(0.1), F1, List.of(1, 16), 0.02, Verdict.FAIL));
        all.add(limit("sqrt(eta) dZ_t, as printed", rule(), JumpMutants.l5(NoiseLaw.POISSON), Verdict.FAIL, CUBE));
        all.add(limit("jumps of the wrong sign", rule(), JumpMutants.l6(NoiseLaw.POISSON), Verdict.FAIL, CUBE));
        all.add(limit(
                "jumps not centred", rule(), JumpMutants.l7(NoiseLaw.POISSON), Verdict.FAIL, Observable.coordinate(0)));
        all.add(limit("Ito SDE for the rule", rule(), ItoSde.of(COUNTS), Verdict.FAIL, CUBE));
        all.add(limit("Levy SDE for SVAG", svag(), LevySde.of(COUNTS), Verdict.FAIL, CUBE));
        return all;
    }

    static List<Trial> right() {
        return List.of(
                exact("A1/poisson1", LEVELS),
                exact("A1/exp1", LEVELS),
                exact("A1/gaussian", LEVELS),
                exact("C2", BATCHES),
                exact("B4", LEVELS),
                exact("F1/B16", LEVELS),
                skewness("C2", LinearScaling.family(C2), Verdict.PASS),
                invariance("F1", LinearScaling.family(F1), F1, LEVELS, 0.05, Verdict.PASS),
                limit("stable noise", LinearScaling.family(STABLE), LevySde.of(STABLE), Verdict.PASS, STABLE, COSINE),
                limit("the rule has its Levy SDE", rule(), LevySde.of(COUNTS), Verdict.PASS, CUBE),
                limit("SVAG has its SDE", svag(), ItoSde.of(COUNTS), Verdict.PASS, CUBE));
    }

    private static Family rule() {
        return LinearScaling.family(COUNTS);
    }

    private static Family svag() {
        return Svag.family(COUNTS);
    }

    private static AdditiveQuadratic mirrored() {
        return AdditiveQuadratic.scalar("mirrored", 1, -1, NoiseLaw.POISSON);
    }

    /** m K steps of eta m/B with batches of B/m. */
    private static Truth timesMoverB(int m) {
        LeastSquares part = ((LeastSquares) C2.objective()).withBatchSize(2 / m);
        double step = C2.learningRate() * m / 2;
        Problem run = new Problem("run", part, C2.start(), step, 0, m * C2.steps());
        Truth truth = truth(new Sgd(part, 1, step, 0), run);
        return new Truth() {
            @Override
            public String source() {
                return truth.source();
            }

            @Override
            public Optional<Expectation> of(Observable g, int checkpoint) {
                return truth.of(g, m * checkpoint);
            }
        };
    }

    /** The exact law of a mutant at a level. */
    private interface Law {
        Truth at(int level);
    }

    private static Trial means(
            String mistake, Family family, List<Integer> levels, Problem problem, long trajectories, Law law) {
        Family rule = LinearScaling.family(problem);
        List<Bias> biases = new ArrayList<>();
        List<Observable> observables = problem.objective().dimension() == 1
                ? List.of(Observable.power(0, 2), CUBE)
                : List.of(Observable.coordinate(0), Observable.power(0, 2));
        for (int level : levels) {
            Truth right = truth(rule.at(level, problem.objective()), problem);
            for (Observable g : observables) {
                double bias = mean(law.at(level), g, problem) - mean(right, g, problem);
                biases.add(new Bias(level, g.name(), bias));
            }
        }
        return Trial.ofMeans(mistake, family, rule, problem, levels, trajectories, biases);
    }

    private static Trial exact(String problemName, List<Integer> levels) {
        Problem problem = Problems.named(problemName);
        boolean powers = problem.objective() instanceof RandomCurvature
                || problem.objective().dimension() > 1;
        List<Observable> observables = powers ? Trial.observables(problem, 2) : Trial.observables(problem);
        Family rule = LinearScaling.family(problem);
        Setting setting = new Setting(rule, problem, levels, observables, List.of(problem.steps()));
        return trial("LSR", "built in, " + problemName, new ExactMean(setting, rule, 0.05), Verdict.PASS, ENOUGH);
    }

    private static Trial skewness(String words, Family family, Verdict expected) {
        Setting setting = new Setting(family, C2, BATCHES, List.of(CUBE), List.of(1));
        return trial(family.name(), words, new SkewnessGap(setting), expected, 1);
    }

    private static Trial invariance(
            String words, Family family, Problem problem, List<Integer> levels, double discrepancy, Verdict expected) {
        Setting setting = new Setting(
                family, problem, levels, Trial.observables(problem), List.of(problem.steps() / 2, problem.steps()));
        BatchInvariance claim = new BatchInvariance(setting, LinearScaling.family(problem), discrepancy);
        return trial(family.name(), words, claim, expected, ENOUGH);
    }

    private static Trial limit(String words, Family family, Limit limit, Verdict expected, Observable g) {
        return limit(words, family, limit, expected, COUNTS, g);
    }

    private static Trial limit(
            String words, Family family, Limit limit, Verdict expected, Problem problem, Observable g) {
        Setting setting = new Setting(family, problem, List.of(2, 4, 8, 16), List.of(g), List.of(problem.steps()));
        LimitBias claim = new LimitBias(setting, limit, Tolerance.withinDeviations(0.08));
        return trial(family.name(), words, claim, expected, ENOUGH);
    }

    private static Trial trial(String id, String words, Claim claim, Verdict expected, long trajectories) {
        return new Trial(id, words, claim, expected, trajectories, List.of());
    }

    private static Truth truth(Dynamics dynamics, Problem problem) {
        return Truths.of(dynamics, problem).orElseThrow();
    }

    private static double mean(Truth truth, Observable g, Problem problem) {
        return truth.of(g, problem.steps()).orElseThrow().mean();
    }
}
