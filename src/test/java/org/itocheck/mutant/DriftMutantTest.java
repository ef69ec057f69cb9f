package org.itocheck.mutant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Locale;
import org.itocheck.claim.Cell;
import org.itocheck.claim.Claim;
import org.itocheck.claim.ExactMean;
import org.itocheck.claim.LimitBias;
import org.itocheck.claim.Outcome;
import org.itocheck.claim.Setting;
import org.itocheck.claim.Tolerance;
import org.itocheck.claim.Verdict;
import org.itocheck.claim.order.BoundedLadder;
import org.itocheck.dynamics.Dynamics;
import org.itocheck.dynamics.Family;
import org.itocheck.dynamics.Problem;
import org.itocheck.dynamics.optimizer.Svag;
import org.itocheck.dynamics.sde.EulerMaruyama;
import org.itocheck.dynamics.sde.ItoSde;
import org.itocheck.dynamics.sde.Limit;
import org.itocheck.dynamics.sde.ModifiedSde;
import org.itocheck.dynamics.sde.SecondOrderSde;
import org.itocheck.objective.catalogue.RandomCurvature;
import org.itocheck.observable.Observable;
import org.itocheck.random.NoiseLaw;
import org.itocheck.random.Seed;
import org.itocheck.truth.PathEnumeration;
import org.itocheck.truth.Truths;
import org.itocheck.verify.Verifier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Drifts of SDEs that are wrong, and the claims that find it; their exact biases are the golden ones. */
class DriftMutantTest {
    private static final Problem C2 = DriftMutants.C2;
    private static final Observable X = Observable.coordinate(0);
    private static final Observable SQUARE = Observable.power(0, 2);
    private static final Observable LOSS = Observable.loss(C2.objective());

    /** THEORY 4.3: S7 against the first-order SDE, S8 and S9 against the second-order one. */
    @Test
    void second_order_drifts_have_the_golden_biases() {
        ItoSde first = ItoSde.of(C2);
        SecondOrderSde second = SecondOrderSde.of(C2);
        assertThat(bias(DriftMutants.s7(), first, X, C2)).isCloseTo(7.139e-2, within(5e-6));
        assertThat(bias(DriftMutants.s7(), first, LOSS, C2)).isCloseTo(-4.546e-2, within(5e-6));
        assertThat(bias(DriftMutants.s8(), second, X, C2)).isCloseTo(-1.644e-1, within(5e-5));
        assertThat(bias(DriftMutants.s8(), second, LOSS, C2)).isCloseTo(1.164e-1, within(5e-5));
        assertThat(bias(DriftMutants.s9(), second, SQUARE, C2)).isCloseTo(2.118e-2, within(5e-6));
        assertThat(bias(DriftMutants.s9(), second, LOSS, C2)).isCloseTo(-3.142e-2, within(5e-6));
    }

    @Test
    void the_second_order_sde_is_not_the_limit_of_svag() {
        List<Integer> levels = List.of(1, 2, 4, 8, 16, 32, 64);
        Setting setting = Setting.of(Svag.family(C2), C2, levels, List.of(X, SQUARE, LOSS));
        Outcome outcome = verify(new BoundedLadder(setting, SecondOrderSde.of(C2)), 1);
        assertThat(outcome.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(outcome.finding()).startsWith("lim e of x[0] at k = 1 is ");
    }

    @Test
    void s7_fails_before_exact_mean() {
        Family scheme = DriftMutants.s7().scheme();
        Setting setting = new Setting(scheme, C2, List.of(4, 16), List.of(X, SQUARE, LOSS), List.of(4));
        fails("S7", new ExactMean(setting, EulerMaruyama.family(C2), 0.02), 1 << 14, X);
    }

    @ParameterizedTest
    @CsvSource({"S8", "S9"})
    void wrong_second_order_terms_fail_before_limit_bias(String name) {
        ModifiedSde wrong = name.equals("S8") ? DriftMutants.s8() : DriftMutants.s9();
        Outcome outcome = fails(name, limit(wrong.scheme(), SecondOrderSde.of(C2), 0.1), 1 << 14, X);
        double exact = bias(wrong, SecondOrderSde.of(C2), X, C2);
        assertThat(outcome.cells())
                .anyMatch(cell -> cell.observable().equals(X.name())
                        && cell.verdict() == Verdict.FAIL
                        && Math.signum(cell.error()) == Math.signum(exact));
    }

    @Test
    @Tag("slow")
    void the_right_scheme_of_the_second_order_sde_passes() {
        SecondOrderSde right = SecondOrderSde.of(C2);
        Outcome outcome = verify(limit(right.scheme(), right, 0.1), 1 << 18);
        assertThat(outcome.verdict()).as(outcome.headline()).isEqualTo(Verdict.PASS);
    }

    /** On a line, where every path of the scheme itself can be run: x' = (1 - h (1 + eta/2)) x + sqrt(h eta) z. */
    @Test
    void the_scheme_of_the_second_order_sde_has_its_mean_and_variance() {
        Problem a1 = DriftMutants.A1.withWeightDecay(0.25);
        Dynamics scheme = SecondOrderSde.of(a1).scheme().at(2, a1.objective());
        double[] found = PathEnumeration.expectations(scheme, new double[] {1}, 4, List.of(X, SQUARE));
        double f = 1.25;
        double q = 1 - 0.25 * (f + 0.25 * f * f);
        double variance = 0;
        for (int k = 0; k < 4; k++) {
            variance = q * q * variance + 0.25 * 0.5;
        }
        assertThat(found[0]).isCloseTo(Math.pow(q, 4), within(1e-15));
        assertThat(found[1]).isCloseTo(Math.pow(q, 8) + variance, within(1e-15));
    }

    /** Stratonovich's sense adds eta tau^2 x / 2 to the drift of B1: E x is off by +1.802e-2, E x^2 by +1.085e-2. */
    @Test
    void the_sense_of_stratonovich_fails_on_multiplicative_noise() {
        Problem b1 = DriftMutants.B1;
        RandomCurvature drifted =
                new RandomCurvature("S", 0.9375, 0.5, 0.5, NoiseLaw.RADEMACHER, NoiseLaw.GAUSSIAN, false);
        ItoSde equivalent = new ItoSde(drifted, b1.learningRate(), 0);
        assertThat(bias(equivalent, ItoSde.of(b1), X, b1)).isCloseTo(1.802e-2, within(5e-6));
        assertThat(bias(equivalent, ItoSde.of(b1), SQUARE, b1)).isCloseTo(1.085e-2, within(5e-6));
        Setting setting = new Setting(DriftMutants.stratonovich(), b1, List.of(4, 16), List.of(X, SQUARE), List.of(4));
        fails("Stratonovich", new ExactMean(setting, EulerMaruyama.family(b1), 0.02), 1 << 17, X);
        BoundedLadder exact = new BoundedLadder(
                Setting.of(EulerMaruyama.family(b1), b1, List.of(1, 2, 4, 8, 16, 32, 64), List.of(X)), equivalent);
        assertThat(verify(exact, 1).verdict()).isEqualTo(Verdict.FAIL);
    }

    /** THEORY 4.3: Var x_T = .166, .0126 for 1 and 10 steps an SGD step, instead of .332 and .252. */
    @Test
    void noise_times_dt_fails() {
        Problem a1 = DriftMutants.A1;
        Dynamics coarse = DriftMutants.noiseTimesTime().at(1, a1.objective());
        double[] found = PathEnumeration.expectations(coarse, a1.start(), 4, List.of(X, SQUARE));
        assertThat(found[1] - found[0] * found[0]).isCloseTo(0.166, within(5e-4));
        Setting setting =
                new Setting(DriftMutants.noiseTimesTime(), a1, List.of(1, 10), List.of(X, SQUARE), List.of(4));
        fails("noise dt", new ExactMean(setting, EulerMaruyama.family(a1), 0.02), 1 << 14, SQUARE);
    }

    private static LimitBias limit(Family family, Limit limit, double deviations) {
        Setting setting = new Setting(family, C2, List.of(2, 4, 8, 16), List.of(X), List.of(4));
        return new LimitBias(setting, limit, Tolerance.withinDeviations(deviations));
    }

    private static double bias(Limit wrong, Limit right, Observable g, Problem problem) {
        int k = problem.steps();
        return Truths.of(wrong, problem).orElseThrow().of(g, k).orElseThrow().mean()
                - Truths.of(right, problem).orElseThrow().of(g, k).orElseThrow().mean();
    }

    private static Outcome fails(String id, Claim claim, long trajectories, Observable g) {
        Outcome outcome = verify(claim, trajectories);
        assertThat(outcome.verdict()).as(outcome.headline()).isEqualTo(Verdict.FAIL);
        Cell cell = outcome.cells().stream()
                .filter(c -> c.observable().equals(g.name()))
                .reduce((a, b) -> b)
                .orElseThrow();
        System.out.printf(
                Locale.ROOT,
                "| %s | %s %s | %s, l = %d: %.5f ± %.5f | %d | %.2f |%n",
                id,
                outcome.claim(),
                outcome.verdict(),
                g.name(),
                cell.level(),
                cell.error(),
                cell.halfWidth(),
                outcome.trajectories(),
                outcome.seconds());
        return outcome;
    }

    private static Outcome verify(Claim claim, long trajectories) {
        Verifier verifier = new Verifier(
                new Seed(0x5EED_0000_0001L),
                Verifier.DEFAULT_FALSE_FAIL_RATE,
                Verifier.DEFAULT_FALSE_PASS_RATE,
                Math.max(trajectories, 1024),
                2);
        return verifier.verify(claim);
    }
}
