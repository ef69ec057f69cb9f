package org.itocheck.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.itocheck.dynamics.optimizer.LinearScaling;
import org.itocheck.dynamics.sde.LevySde;
import org.itocheck.dynamics.sde.Limit;
import org.itocheck.observable.Observable;

/**
 * How every ladder claim is evaluated: plan, simulate, judge; and where contrasts stay open that the budget can settle, once more with fresh
 * trajectories and a plan that knows the errors. Each of the two looks has half of the error rate.
 */
final class LadderEvaluation {
    private static final int LOOKS = 2;

    private LadderEvaluation() {}

    /** Turns a simulated ladder into judged contrasts. */
    @FunctionalInterface
    interface Judge {
        /**
         * @param alpha error rate of one interval
         * @param paths trajectories of each level
         */
        List<Contrast> judge(Ladder ladder, double alpha, long paths);
    }

    /**
     * @param powers those of the model whose intercept is judged; empty if only the levels are
     * @param tolerance the tightest bound of a contrast
     */
    static Outcome of(LadderClaim claim, Laboratory laboratory, int[] powers, Tolerance tolerance, Judge judge) {
        Optional<String> obstacle = MomentsNeeded.ofLadder(claim.setting(), claim.limit());
        if (obstacle.isPresent()) {
            return undecided(claim, laboratory, obstacle.get(), MomentsNeeded.remedies());
        }
        Optional<Observable> jumping =
                claim.setting().observables().stream().filter(g -> !g.smooth()).findFirst();
        if (jumping.isPresent()) {
            String name = jumping.get().name();
            return undecided(
                    claim,
                    laboratory,
                    name + " has jumps, and weak convergence is proved for smooth test functions alone (THEORY X40)",
                    List.of(
                            "observe something smooth in its place, such as the probability of the right class",
                            "look at the mean of " + name + " without a verdict: Setting.ensemble"));
        }
        if (circular(claim)) {
            String why =
                    "the Levy SDE of " + claim.setting().problem().objective().name()
                            + " is known through the linear scaling rule alone, which cannot be held against itself";
            return undecided(
                    claim, laboratory, why, List.of("take a problem whose Levy SDE is known, such as A1/poisson1"));
        }
        Bill bill = new Bill();
        Setting setting = claim.setting();
        Limit limit = claim.limit();
        double alpha = laboratory.budget().perCell(LOOKS * claim.cells());
        LadderPlan plan = LadderPlan.of(setting, limit, powers, tolerance, alpha, laboratory, bill);
        ControlVariates variates = new ControlVariates(setting);
        Setting used = plan.controlled() ? setting : setting.withControls(List.of());
        Ladder ladder = Ladder.climb(used, limit, laboratory, "first", plan.paths(), bill, variates);
        List<Contrast> contrasts = judge.judge(ladder, alpha, plan.paths());
        LadderPlan again = plan.again(contrasts, laboratory.trajectoryBudget());
        if (again.paths() > plan.paths()) {
            ladder = Ladder.climb(used, limit, laboratory, "second", again.paths(), bill, variates);
            contrasts = judge.judge(ladder, alpha, again.paths());
        }
        return LadderOutcome.of(claim, laboratory, ladder, again, contrasts, alpha, bill, variates);
    }

    /** A reference that would be extrapolated from the family under test. */
    private static boolean circular(LadderClaim claim) {
        Setting setting = claim.setting();
        return claim.limit() instanceof LevySde
                && setting.family().at(1, setting.problem().objective()) instanceof LinearScaling
                && LimitReference.exact(claim.limit(), setting).isEmpty();
    }

    private static Outcome undecided(LadderClaim claim, Laboratory laboratory, String obstacle, List<String> remedies) {
        Setting setting = claim.setting();
        double step = setting.problem().learningRate() / setting.finest();
        List<Cell> cells = new ArrayList<>();
        for (int k : setting.checkpoints()) {
            setting.observables().forEach(g -> cells.add(Cell.open(g.name(), setting.finest(), step, k, obstacle)));
        }
        return new OutcomeBuilder(claim.getClass().getSimpleName(), claim.statement())
                .formula(claim.formula())
                .source(claim.source())
                .setting(setting.describe())
                .obstacle(obstacle)
                .power("nothing was simulated")
                .remedies(remedies)
                .levels(setting.levels())
                .build(cells, laboratory);
    }
}
