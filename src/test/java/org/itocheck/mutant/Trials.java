package org.itocheck.mutant;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.itocheck.claim.Claim;
import org.itocheck.claim.ExactMean;
import org.itocheck.claim.LimitBias;
import org.itocheck.claim.Setting;
import org.itocheck.claim.Tolerance;
import org.itocheck.claim.Verdict;
import org.itocheck.claim.WeakErrorBelow;
import org.itocheck.claim.WeakOrder;
import org.itocheck.dynamics.Dynamics;
import org.itocheck.dynamics.Family;
import org.itocheck.dynamics.Problem;
import org.itocheck.dynamics.StepContext;
import org.itocheck.dynamics.optimizer.Svag;
import org.itocheck.dynamics.sde.EulerMaruyama;
import org.itocheck.dynamics.sde.ItoSde;
import org.itocheck.mutant.GoldenBiases.Bias;
import org.itocheck.observable.Observable;
import org.itocheck.truth.Truth;
import org.itocheck.truth.Truths;

/** Every mutant before the claim that must kill it, and everything right before the same claims. */
final class Trials {
    private static final Problem C2 = SvagMutants.PROBLEM;
    private static final Problem C3 = DecayMutants.PROBLEM;
    private static final Problem SKEWED = NoiseMutants.SKEWED;
    private static final List<Integer> LEVELS = List.of(1, 2, 4, 16);
    private static final Observable LOSS = Observable.loss(C2.objective());
    private static final long FEW = 1 << 14;
    private static final long MORE = 1 << 15;
    private static final long ENOUGH = 1 << 20;

    private Trials() {}

    static List<Trial> wrong() {
        List<Trial> all = new ArrayList<>();
        all.add(svag("c = sqrt(2l)", SvagMutants.m01(), LEVELS, FEW));
        all.add(svag("c = sqrt(l)", SvagMutants.m02(), LEVELS, FEW));
        all.add(svag("c = 2l - 1, square root forgotten", SvagMutants.m03(), List.of(1, 2), FEW));
        all.add(svag("c = sqrt(2l + 1)", SvagMutants.m04(), LEVELS, FEW));
        all.add(svag("same mini-batch for both gradients", SvagMutants.m05(), LEVELS, FEW));
        all.add(svag("step eta instead of eta/l", SvagMutants.m06(), List.of(1, 2), FEW));
        all.add(svag("step eta/sqrt(l)", SvagMutants.m07(), List.of(1, 2, 4), FEW));
        all.add(svag("K steps instead of l K", SvagMutants.m08(), LEVELS, FEW));
        all.add(svag("b = (c - 1)/2, sign", SvagMutants.m10(), LEVELS, FEW));
        all.add(svag("both coefficients (1 + c)/2", SvagMutants.m11(), LEVELS, FEW));
        all.add(svag("no replacement inside the mini-batch", SvagMutants.m12(), LEVELS, MORE));
        all.add(svag("second mini-batch disjoint from the first", BatchMutants.m13(), LEVELS, MORE));
        all.add(svag("sum over the mini-batch instead of mean", SvagMutants.m14(), LEVELS, FEW));
        all.add(svag("batch size 1 instead of 2", SvagMutants.m15(), LEVELS, FEW));
        all.add(svag("second gradient is the full gradient", SvagMutants.m16(), LEVELS, MORE));
        all.add(svag("last sample never drawn", BatchMutants.m17(), LEVELS, FEW));
        all.add(svag("second gradient where the first has led", SvagMutants.m18(), LEVELS, FEW));
        all.add(svag("one step too few in the whole run", SvagMutants.m19(), LEVELS, FEW));
        all.add(svag("SGD for SVAG: the level ignored", SvagMutants.m20(), LEVELS, FEW));
        all.add(svag("SGD with eta/l, no amplification", SvagMutants.m21(), LEVELS, FEW));
        all.add(fourthPower("Gaussian noise of the right covariance", GaussianMutants.m22(), 4 * MORE));
        all.add(svag("NGD without the factor eta/l of its noise", GaussianMutants.m23(), List.of(1, 2), FEW));
        all.add(svag("NGD with independent coordinates", GaussianMutants.m24(), LEVELS, FEW));
        all.add(svag("NGD with covariance over n - 1", GaussianMutants.m25(), LEVELS, FEW));
        all.add(svag("NGD with covariance not divided by B", GaussianMutants.m26(), LEVELS, FEW));
        all.add(svag("NGD with covariance divided by B^2", GaussianMutants.m27(), LEVELS, FEW));
        all.add(noise("second mini-batch used again as the next first", NoiseMutants.a1(), SKEWED, FEW));
        all.add(noise("first mini-batch used again as the next second", NoiseMutants.a2(), SKEWED, FEW));
        all.add(noise("noise drawn once a trajectory", NoiseMutants.a3(), SKEWED, FEW));
        all.add(noise("Gaussian noise of the right covariance", NoiseMutants.a4(), SKEWED, MORE));
        all.add(noise("one mini-batch, its noise times sqrt(l)", NoiseMutants.a5(), SKEWED, 4 * MORE));
        all.add(noise("random sign of the noise", NoiseMutants.a6(), SKEWED, 4 * MORE));
        all.add(noise("batches l times smaller instead of SVAG", NoiseMutants.a7(), NoiseMutants.COUNTS, 2 * MORE));
        all.add(noise("gradient where the step before began", NoiseMutants.a8(), SKEWED, FEW));
        all.add(noise("every gradient 0.01 too large", NoiseMutants.a9(), SKEWED, ENOUGH));
        for (SdeMutants mutant : SdeMutants.values()) {
            all.add(scheme(mutant));
        }
        all.add(scheme("E gg' in the place of Cov g", GaussianMutants.s6(), GoldenBiases.of("S6")));
        all.add(decay("decay eta lambda in a step of eta/l", DecayMutants.w1(), FEW));
        all.add(decay("decay beside the first gradient only", DecayMutants.w2(), FEW));
        all.add(decay("decay times abs(a) + abs(b)", DecayMutants.w3(), FEW));
        all.add(decay("decay omitted", DecayMutants.w4(), FEW));
        all.add(decay("decay doubled", DecayMutants.w5(), FEW));
        all.add(decay("decay before the gradients", DecayMutants.w6(), 2 * MORE));
        all.add(limit("c = sqrt(l): wrong limit", SvagMutants.m02(), Verdict.FAIL));
        all.add(limit("SGD with eta/l: limit without noise", SvagMutants.m21(), Verdict.FAIL));
        all.add(order("c = sqrt(l): does not converge", SvagMutants.m02(), C2, LOSS, 0.08, Verdict.FAIL));
        all.add(order(
                "eta/l (1 + 0.5/sqrt(l)): right limit, too slowly",
                OrderMutants.fadingWarmUp(),
                SKEWED,
                Observable.coordinate(0),
                0.02,
                Verdict.FAIL));
        all.add(envelope("C = 0.05, true sup l |e(l)| is 0.090", 0.05, Verdict.FAIL));
        return all;
    }

    /** What is right, before the same claims; a bias of {@code discrepancy} standard deviations would be found. */
    static List<Trial> right(double discrepancy) {
        return List.of(
                exact("a and b swapped: the same law", SvagMutants.m09(), Svag.family(C2), C2, discrepancy),
                exact("the mutants without a mistake", SvagMutants.rewritten(), Svag.family(C2), C2, discrepancy),
                exact("built in, C2", Svag.family(C2), Svag.family(C2), C2, discrepancy),
                exact("built in, A1/exp1", Svag.family(SKEWED), Svag.family(SKEWED), SKEWED, discrepancy),
                exact("built in, C3", Svag.family(C3), Svag.family(C3), C3, discrepancy),
                exact("written by a user", userSvag(C2), Svag.family(C2), C2, discrepancy),
                exact("built in, C2", EulerMaruyama.family(C2), EulerMaruyama.family(C2), C2, discrepancy),
                limit("built in, C2", Svag.family(C2), Verdict.PASS),
                limit("c = sqrt(2l): wrong at every l, right in the limit", SvagMutants.m01(), Verdict.PASS),
                order("built in, C2", Svag.family(C2), C2, LOSS, 0.08, Verdict.PASS),
                order("built in, A1/exp1", Svag.family(SKEWED), SKEWED, Observable.coordinate(0), 0.02, Verdict.PASS),
                envelope("C = 1.5 sup l |e(l)|", 0.135, Verdict.PASS));
    }

    /** SVAG through the easy door. */
    static Family userSvag(Problem problem) {
        return Family.of("SVAG of a user", problem.learningRate(), level -> Trials::step);
    }

    private static void step(double[] x, StepContext context) {
        double c = Math.sqrt(2.0 * context.level() - 1);
        double[] g1 = context.sampleGradient(x);
        double[] g2 = context.sampleGradient(x);
        for (int i = 0; i < x.length; i++) {
            x[i] -= context.learningRate() * ((1 + c) / 2 * g1[i] + (1 - c) / 2 * g2[i]);
        }
    }

    private static Trial svag(String mistake, Family family, List<Integer> levels, long trajectories) {
        List<Bias> biases = GoldenBiases.of(family.name());
        return Trial.ofMeans(mistake, family, Svag.family(C2), C2, levels, trajectories, biases);
    }

    private static Trial noise(String mistake, Family family, Problem problem, long trajectories) {
        List<Bias> biases = GoldenBiases.of(family.name());
        Family law = Svag.family(problem);
        return Trial.ofMeans(mistake, family, law, problem, LEVELS, trajectories, biases);
    }

    private static Trial decay(String mistake, Family family, long trajectories) {
        List<Bias> biases = GoldenBiases.of(family.name());
        return Trial.ofMeans(mistake, family, Svag.family(C3), C3, List.of(2, 4, 16), trajectories, biases);
    }

    /** With observables to degree four, the first that see a law of noise on C2 well, at l = 1. */
    private static Trial fourthPower(String mistake, Family family, long trajectories) {
        Setting setting = new Setting(family, C2, LEVELS, Trial.observables(C2, 4), List.of(C2.steps()));
        Claim claim = new ExactMean(setting, Svag.family(C2), ExactMean.DEFAULT_DISCREPANCY);
        List<Bias> biases = GoldenBiases.of(family.name());
        return new Trial(family.name(), mistake, claim, Verdict.FAIL, trajectories, biases);
    }

    private static Trial scheme(SdeMutants mutant) {
        List<Integer> levels = List.of(4, 16);
        List<Bias> biases = levels.stream().flatMap(l -> biases(mutant, l)).toList();
        return scheme(mutant.mistake(), mutant.family(), biases);
    }

    private static Trial scheme(String mistake, Family family, List<Bias> biases) {
        return Trial.ofMeans(mistake, family, EulerMaruyama.family(C2), C2, List.of(4, 16), FEW, biases);
    }

    private static Stream<Bias> biases(SdeMutants mutant, int level) {
        Dynamics right = EulerMaruyama.family(C2).at(level, C2.objective());
        Truth wrongTruth = Truths.of(mutant.equivalent(level), C2).orElseThrow();
        Truth rightTruth = Truths.of(right, C2).orElseThrow();
        return Stream.of(Observable.coordinate(0), Observable.power(0, 2), Observable.loss(C2.objective()))
                .map(g -> new Bias(
                        level,
                        g.name(),
                        wrongTruth.of(g, C2.steps()).orElseThrow().mean()
                                - rightTruth.of(g, C2.steps()).orElseThrow().mean()));
    }

    /**
     * In two dimensions to degree 2 only: third powers have tails so heavy there that a sample variance is soon half as large again as the
     * exact one, and then ExactMean leaves them open.
     */
    private static Trial exact(String words, Family family, Family law, Problem problem, double discrepancy) {
        List<Observable> observables =
                problem.objective().dimension() == 1 ? Trial.observables(problem) : Trial.observables(problem, 2);
        Setting setting = new Setting(family, problem, LEVELS, observables, List.of(problem.steps()));
        ExactMean claim = new ExactMean(setting, law, discrepancy);
        return new Trial(family.name(), words, claim, Verdict.PASS, ENOUGH, List.of());
    }

    private static Trial limit(String words, Family family, Verdict expected) {
        Setting setting = last(family, C2, List.of(2, 4, 8, 16), LOSS);
        LimitBias claim = new LimitBias(setting, ItoSde.of(C2), Tolerance.withinDeviations(0.1));
        return new Trial(family.name(), words, claim, expected, ENOUGH, List.of());
    }

    private static Trial order(
            String words, Family family, Problem problem, Observable g, double deviations, Verdict expected) {
        Setting setting = last(family, problem, List.of(1, 2, 4, 8, 16), g);
        WeakOrder claim = new WeakOrder(setting, ItoSde.of(problem), 1, Tolerance.withinDeviations(deviations));
        return new Trial(family.name(), words, claim, expected, ENOUGH, List.of());
    }

    private static Trial envelope(String words, double constant, Verdict expected) {
        Family family = Svag.family(C2);
        Setting setting = last(family, C2, List.of(1, 2, 4), Observable.coordinate(0));
        WeakErrorBelow claim = new WeakErrorBelow(setting, ItoSde.of(C2), Tolerance.within(constant));
        return new Trial(family.name(), words, claim, expected, ENOUGH, List.of());
    }

    private static Setting last(Family family, Problem problem, List<Integer> levels, Observable g) {
        return new Setting(family, problem, levels, List.of(g), List.of(problem.steps()));
    }
}
