package org.itocheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.itocheck.claim.Cell;
import org.itocheck.claim.Claim;
import org.itocheck.claim.ExactMean;
import org.itocheck.claim.LimitBias;
import org.itocheck.claim.OneStepMoments;
import org.itocheck.claim.Outcome;
import org.itocheck.claim.SdeOneStepMoments;
import org.itocheck.claim.Setting;
import org.itocheck.claim.Verdict;
import org.itocheck.claim.WeakOrder;
import org.itocheck.dynamics.Dynamics;
import org.itocheck.dynamics.Problem;
import org.itocheck.dynamics.sde.ItoSde;
import org.itocheck.observable.Observable;
import org.itocheck.random.Seed;
import org.itocheck.truth.Truth;
import org.itocheck.truth.Truths;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * How often do the claims of the default study fail programs that are right? Every cell runs at a false-alarm rate of 1 %, over many
 * seeds, and the alarms are counted. Exact means are evaluated level by level: the random numbers of a level depend on nothing else, and
 * so the rates of one evaluation sum to less than 1.
 * <p>The test of the tests: each count is refuted wrongly with probability 1e-9 at most, whatever the dependence of the cells.
 */
@Tag("slow")
class DefaultStudyAlarmRateTest {
    private static final double RATE = 1e-2;
    private static final double OWN_ERROR = 1e-9;

    @Test
    void claims_on_synthetic_losses_alarm_no_more_often_than_stated() {
        List<Claim> claims = DefaultStudy.claims().stream()
                .filter(claim -> !problem(claim).name().startsWith("digits"))
                .toList();

        check(count(claims, 2000, 1 << 12));
    }

    @Test
    void exact_means_on_handwritten_digits_alarm_no_more_often_than_stated() {
        check(count(onDigits(ExactMean.class), 2000, 1 << 10));
    }

    @Test
    void limits_on_handwritten_digits_alarm_no_more_often_than_stated() {
        check(count(onDigits(LimitBias.class), 20, 1 << 12));
    }

    private static List<Claim> onDigits(Class<? extends Claim> kind) {
        return DefaultStudy.claims().stream()
                .filter(claim -> kind.isInstance(claim) && problem(claim).name().startsWith("digits"))
                .toList();
    }

    private static void check(Map<String, AlarmTally> tallies) {
        assertThat(tallies).isNotEmpty();
        tallies.forEach((kind, tally) -> System.out.println(tally.describe(kind, stated(kind), OWN_ERROR)));
        assertThat(tallies)
                .allSatisfy((kind, tally) -> assertThat(tally.rate())
                        .as(tally.describe(kind, stated(kind), OWN_ERROR))
                        .isLessThanOrEqualTo(tally.bound(stated(kind), OWN_ERROR)));
    }

    /** A cell of WeakOrder carries two tests, its own residual and the intercept of its ladder; all others carry one at most. */
    private static double stated(String kind) {
        return kind.startsWith("WeakOrder, alarms") ? 2 * RATE : RATE;
    }

    private static Map<String, AlarmTally> count(List<Claim> claims, int seeds, long trajectories) {
        long began = System.nanoTime();
        Map<String, AlarmTally> total = new LinkedHashMap<>();
        IntStream.range(0, seeds)
                .parallel()
                .mapToObj(seed -> one(claims, new Seed(seed), trajectories))
                .toList()
                .forEach(map -> map.forEach((kind, tally) -> total.merge(kind, tally, AlarmTally::plus)));
        System.out.printf(
                "%d seeds, %d trajectories a level at most, %.0f s%n",
                seeds, trajectories, (System.nanoTime() - began) * 1e-9);
        return total;
    }

    private static Map<String, AlarmTally> one(List<Claim> claims, Seed root, long trajectories) {
        Map<String, AlarmTally> tallies = new LinkedHashMap<>();
        for (int i = 0; i < claims.size(); i++) {
            Seed seed = root.forPurpose("claim " + i);
            for (Claim piece : pieces(claims.get(i))) {
                Outcome outcome = piece.evaluate(RatedLaboratory.of(piece, RATE, trajectories, seed));
                Predicate<Cell> alarm = cell -> cell.verdict() == Verdict.FAIL;
                add(tallies, outcome.claim() + ", alarms", outcome.cells(), alarm);
                if (piece instanceof ExactMean mean) {
                    add(tallies, "  on " + mean.setting().problem().name(), outcome.cells(), alarm);
                }
                if (piece instanceof WeakOrder order) {
                    misses(tallies, order, outcome);
                }
            }
        }
        return tallies;
    }

    private static void add(Map<String, AlarmTally> tallies, String kind, List<Cell> cells, Predicate<Cell> alarm) {
        List<Cell> tested =
                cells.stream().filter(cell -> !Double.isNaN(cell.halfWidth())).toList();
        long alarms = tested.stream().filter(alarm).count();
        tallies.merge(kind, AlarmTally.unit(tested.size(), alarms), AlarmTally::plus);
    }

    /** The interval of each cell against the exact weak error; every level is a unit, since its trajectories are its own. */
    private static void misses(Map<String, AlarmTally> tallies, WeakOrder claim, Outcome outcome) {
        Setting setting = claim.setting();
        Problem problem = setting.problem();
        Truth limit = Truths.of(ItoSde.of(problem), problem).orElseThrow();
        for (int level : setting.levels()) {
            Dynamics dynamics = setting.family().at(level, problem.objective());
            Truth truth = Truths.of(dynamics, problem).orElseThrow();
            List<Cell> cells = outcome.cells().stream()
                    .filter(cell -> cell.level() == level)
                    .toList();
            add(tallies, "WeakOrder, intervals that miss e(l)", cells, cell -> {
                Observable g = setting.observables().stream()
                        .filter(o -> o.name().equals(cell.observable()))
                        .findFirst()
                        .orElseThrow();
                double error = truth.of(g, cell.checkpoint()).orElseThrow().mean()
                        - limit.of(g, cell.checkpoint()).orElseThrow().mean();
                return Math.abs(cell.error() - error) > cell.halfWidth();
            });
        }
    }

    /** Exact means level by level, everything else as it is. */
    private static List<Claim> pieces(Claim claim) {
        if (!(claim instanceof ExactMean mean)) {
            return List.of(claim);
        }
        List<Claim> pieces = new ArrayList<>();
        Setting s = mean.setting();
        for (int level : s.levels()) {
            Setting one = new Setting(s.family(), s.problem(), List.of(level), s.observables(), s.checkpoints());
            pieces.add(new ExactMean(one, mean.law(), mean.discrepancy()));
        }
        return pieces;
    }

    private static Problem problem(Claim claim) {
        if (claim instanceof ExactMean mean) {
            return mean.setting().problem();
        }
        if (claim instanceof OneStepMoments moments) {
            return moments.setting().problem();
        }
        if (claim instanceof SdeOneStepMoments moments) {
            return moments.problem();
        }
        if (claim instanceof WeakOrder order) {
            return order.setting().problem();
        }
        return ((LimitBias) claim).setting().problem();
    }
}
