package org.itocheck.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.itocheck.dynamics.Family;
import org.itocheck.dynamics.Problem;
import org.itocheck.dynamics.Problems;
import org.itocheck.dynamics.optimizer.Sgd;
import org.itocheck.dynamics.optimizer.Svag;
import org.itocheck.dynamics.sde.ItoSde;
import org.itocheck.observable.Observable;
import org.itocheck.random.NoiseLaw;
import org.itocheck.random.Seed;
import org.itocheck.verify.Verifier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A program that is wrong by exactly the stated discrepancy passes no more often than stated: the verdict PASS is counted over many seeds,
 * at rates large enough to count, and compared with the binomial law.
 */
class MissRatesTest {
    private static final double BOUND = 1e-6;
    private static final double MISS_RATE = 0.02;
    private static final double FALSE_FAIL_RATE = 0.02;
    /** Intervals are then a third as wide as the bound, so PASS is within reach, and open ladders are not looked at for ever. */
    private static final long BUDGET = 1 << 14;

    @ParameterizedTest
    @EnumSource(names = {"GAUSSIAN", "SKEW_TWO_POINT"})
    void a_bias_of_the_stated_discrepancy_is_rarely_missed_quick(NoiseLaw law) {
        count(exactMean(law), 200, MISS_RATE);
    }

    @ParameterizedTest
    @EnumSource(names = {"GAUSSIAN", "RADEMACHER", "SKEW_TWO_POINT", "UNIFORM", "POISSON", "EXPONENTIAL"})
    @Tag("slow")
    void a_bias_of_the_stated_discrepancy_is_rarely_missed(NoiseLaw law) {
        count(exactMean(law), 2000, MISS_RATE);
    }

    @Test
    @Tag("slow")
    void a_limit_that_is_off_by_the_tolerance_rarely_passes() {
        count(new LimitBias(drifting(2, 4, 8, 16), limit(), Tolerance.within(OFFSET)), 2000, FALSE_FAIL_RATE);
    }

    @Test
    @Tag("slow")
    void a_ladder_whose_limit_is_off_by_the_tolerance_rarely_passes() {
        count(new WeakOrder(drifting(1, 2, 4, 8), limit(), 1, Tolerance.within(OFFSET)), 2000, FALSE_FAIL_RATE);
    }

    /** On A1 l |e(l)| of x is largest at l = 1, where it is this number: the envelope touches the error. */
    @Test
    @Tag("slow")
    void an_envelope_that_the_error_touches_rarely_passes() {
        Setting setting = Settings.last(Svag.family(PROBLEM), PROBLEM, List.of(1, 2, 4), Observable.coordinate(0));
        double touching = StrictMath.exp(-2) - 1.0 / 16;

        count(new WeakErrorBelow(setting, limit(), Tolerance.within(touching)), 2000, FALSE_FAIL_RATE);
    }

    private static final Problem PROBLEM = Settings.GAUSSIAN;
    private static final double OFFSET = 0.05;

    private static ItoSde limit() {
        return ItoSde.of(PROBLEM);
    }

    /** SVAG with a constant added to the gradient: the limit of E x is off by exactly OFFSET. */
    private static Setting drifting(Integer... levels) {
        double constant = OFFSET / -StrictMath.expm1(-PROBLEM.horizon());
        return Settings.last(
                new Shifted(PROBLEM.learningRate(), -constant), PROBLEM, List.of(levels), Observable.coordinate(0));
    }

    /** One SGD step moves x by eta (x + xi): a gradient that is off by 0.1 shifts E x by 0.1 standard deviations. */
    private static ExactMean exactMean(NoiseLaw law) {
        double discrepancy = 0.1;
        Problem problem = Problems.a1(law).withSteps(1);
        Family family = new Shifted(problem.learningRate(), discrepancy);
        Setting setting = Settings.last(family, problem, List.of(1), Observable.coordinate(0));
        return new ExactMean(setting, Sgd.family(problem), discrepancy);
    }

    private static void count(Claim claim, int seeds, double stated) {
        Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
        String statement = "";
        for (int s = 0; s < seeds; s++) {
            Seed seed = Settings.SEED.forPurpose("misses " + s);
            // The first claim of a verifier gets half of its rate.
            Outcome outcome = new Verifier(seed, 2 * FALSE_FAIL_RATE, MISS_RATE, BUDGET, 2).verify(claim);
            verdicts.merge(outcome.verdict(), 1, Integer::sum);
            statement = outcome.statement();
        }
        int most = BinomialDistribution.of(seeds, stated).inverseSurvivalProbability(BOUND);
        System.out.printf(
                Locale.ROOT,
                "%s, off by what is allowed: %s over %d seeds, stated %.3f, PASS at most %d times%n",
                statement,
                verdicts,
                seeds,
                stated,
                most);
        assertThat(verdicts.getOrDefault(Verdict.PASS, 0)).isLessThanOrEqualTo(most);
    }
}
