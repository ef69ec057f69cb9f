package org.itocheck.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.apache.commons.statistics.distribution.TDistribution;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The e-test alarms falsely as rarely as it says, where the usual tests do not. */
class MeanTestRatesTest {
    private static final int COUNT = 2000;

    @ParameterizedTest
    @EnumSource
    void a_true_mean_is_rarely_rejected_even_for_skewed_data(Law law) {
        Alarms alarms = alarms(law, 2000, 1e-3, 11);
        Rates.assertAtMost(alarms.eTest, 2000, 1e-3);
    }

    @Test
    void a_t_test_rejects_true_means_of_skewed_data_thirty_times_too_often() {
        Alarms alarms = alarms(Law.EXPONENTIAL_FOURTH, 4000, 1e-3, 12);
        Rates.assertProvenAbove(alarms.tTest, 4000, 20e-3);
        Rates.assertProvenAbove(alarms.zTest, 4000, 3e-3);
        Rates.assertAtMost(alarms.eTest, 4000, 1e-3);
    }

    @Test
    void a_t_test_rejects_true_means_of_cubes_too_often() {
        Alarms alarms = alarms(Law.EXPONENTIAL_CUBED, 6000, 1e-3, 13);
        Rates.assertProvenAbove(alarms.tTest, 6000, 4e-3);
        Rates.assertAtMost(alarms.eTest, 6000, 1e-3);
    }

    @Test
    void a_hundred_looks_ruin_a_z_test_but_not_the_e_test() {
        Looks looks = looks(Law.GAUSSIAN, 4000, 100, 14);
        Rates.assertProvenAbove(looks.zTest, 4000, 0.3);
        Rates.assertAtMost(looks.eTest, 4000, 0.05);
        assertThat(looks.eTest).as("a level of 0.05 that is not used at all").isGreaterThan(40);
    }

    @Test
    void looking_on_to_five_times_the_planned_count_stays_within_the_level() {
        Looks looks = looks(Law.EXPONENTIAL, 1500, 500, 15);
        Rates.assertAtMost(looks.eTest, 1500, 0.05);
    }

    /** A variance below the stated one only makes alarms rarer: the hypothesis is "at most". */
    @Test
    void a_smaller_variance_than_stated_is_within_the_hypothesis() {
        SplittableRandom random = new SplittableRandom(16);
        MeanTest test = new MeanTest(0, 4, 0.05, 400);
        int alarms = 0;
        for (int r = 0; r < 4000; r++) {
            alarms += alarm(test, Law.GAUSSIAN.fill(new double[400], 0, random)) ? 1 : 0;
        }
        Rates.assertAtMost(alarms, 4000, 0.05);
    }

    @Test
    void the_mean_e_value_of_true_means_is_at_most_one() {
        SplittableRandom random = new SplittableRandom(17);
        MeanTest test = new MeanTest(1, 1, 0.2, 100);
        double[] evalues = new double[20_000];
        for (int r = 0; r < evalues.length; r++) {
            double[] values = Law.EXPONENTIAL.fill(new double[100], 0, random);
            Evidence evidence = test.accumulate(Evidence.NONE, test.influence(values, 100, new double[100]), 100);
            evalues[r] = Math.exp(test.logEValue(evidence));
        }
        Moments moments = Moments.of(evalues, evalues.length, new double[evalues.length]);
        assertThat(moments.mean() - 6 * moments.standardError()).isLessThan(1);
        assertThat(moments.mean()).isGreaterThan(0.5);
    }

    @Tag("slow")
    @ParameterizedTest
    @EnumSource
    void the_level_holds_for_a_hundred_thousand_repetitions(Law law) {
        Alarms alarms = alarms(law, 100_000, 1e-3, 18);
        Rates.assertAtMost(alarms.eTest, 100_000, 1e-3);
    }

    private record Alarms(int eTest, int zTest, int tTest) {}

    private static Alarms alarms(Law law, int repetitions, double alpha, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        MeanTest test = new MeanTest(law.mean, law.sigma * law.sigma, alpha, COUNT);
        double z = Interval.normalMultiplier(alpha);
        double t = TDistribution.of(COUNT - 1).inverseSurvivalProbability(alpha / 2);
        double[] values = new double[COUNT];
        double[] scratch = new double[COUNT];
        int[] hits = new int[3];
        for (int r = 0; r < repetitions; r++) {
            law.fill(values, 0, random);
            Moments moments = Moments.of(values, COUNT, scratch);
            double deviation = Math.abs(moments.mean() - law.mean);
            hits[0] += alarm(test, values) ? 1 : 0;
            hits[1] += deviation > z * law.sigma / Math.sqrt(COUNT) ? 1 : 0;
            hits[2] += deviation > t * moments.standardError() ? 1 : 0;
        }
        return new Alarms(hits[0], hits[1], hits[2]);
    }

    private record Looks(int eTest, int zTest) {}

    /** Ever-alarms at level 0.05 with a look after every 20 values; planned for 100 looks. */
    private static Looks looks(Law law, int repetitions, int looks, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        MeanTest test = new MeanTest(law.mean, law.sigma * law.sigma, 0.05, COUNT);
        double z = Interval.normalMultiplier(0.05);
        double[] chunk = new double[20];
        double[] scratch = new double[20];
        int[] hits = new int[2];
        for (int r = 0; r < repetitions; r++) {
            Evidence evidence = Evidence.NONE;
            Moments moments = Moments.EMPTY;
            boolean zAlarm = false;
            for (int look = 0; look < looks; look++) {
                law.fill(chunk, 0, random);
                evidence = test.accumulate(evidence, test.influence(chunk, 20, scratch), 20);
                moments = moments.merge(Moments.of(chunk, 20, scratch));
                zAlarm |= Math.abs(moments.mean() - law.mean) > z * law.sigma / Math.sqrt((double) moments.count());
            }
            hits[0] += test.alarm(evidence) ? 1 : 0;
            hits[1] += zAlarm ? 1 : 0;
        }
        return new Looks(hits[0], hits[1]);
    }

    private static boolean alarm(MeanTest test, double[] values) {
        double influence = test.influence(values, values.length, new double[values.length]);
        return test.alarm(test.accumulate(Evidence.NONE, influence, values.length));
    }
}
