package org.itocheck.claim.equilibrium;

import java.util.ArrayList;
import java.util.List;
import org.itocheck.claim.Cell;
import org.itocheck.claim.Claim;
import org.itocheck.claim.Laboratory;
import org.itocheck.claim.Numbers;
import org.itocheck.claim.Outcome;
import org.itocheck.claim.OutcomeBuilder;
import org.itocheck.dynamics.Family;
import org.itocheck.dynamics.Problem;
import org.itocheck.truth.NormBalance;

/**
 * A process on a scale-invariant loss with weight decay has an equilibrium, and there its squared norm is in balance: the residual
 * {@code 1 - R predicted / R} lies within a tolerance, where R predicted comes from G and N by {@link BalanceLaw}. Where R, G and N are known,
 * each must be within the same tolerance of its value.
 * <p>The balance sees the decay, the size of the noise and, at small l, G; it cannot see a mistake that moves R, G and N together, as another
 * covariance of the same loss does, which only known values can. Hypotheses are checked first: lambda above 0, every gradient orthogonal to x,
 * and two over-dispersed starts that agree; else INCONCLUSIVE.
 *
 * @param processes one for each level
 * @param law the balance
 * @param tolerance largest residual, as a share of R; 0.05 is 5 %
 * @see <a href="https://arxiv.org/abs/2102.12470">Li, Malladi, Arora (2021), (14), (15), (31)</a>
 */
public record Equilibrium(List<StationaryProcess> processes, BalanceLaw law, double tolerance) implements Claim {
    private static final String BALANCE = "balance of |x|^2";

    /** Checks every argument. */
    public Equilibrium {
        processes = List.copyOf(processes);
        if (processes.isEmpty()) {
            throw new IllegalArgumentException("processes is empty, expected at least one, for example"
                    + " EquilibriumChains.of(Sgd.family(problem), problem, 1)");
        }
        Arguments.tolerance(tolerance);
    }

    /** A family at several levels, in the balance of SVAG. */
    public static Equilibrium of(Family family, Problem problem, List<Integer> levels, double tolerance) {
        List<StationaryProcess> chains = new ArrayList<>();
        levels.forEach(level -> chains.add(EquilibriumChains.of(family, problem, level)));
        return new Equilibrium(chains, BalanceLaw.SVAG, tolerance);
    }

    @Override
    public int cells() {
        return processes.size() * Findings.RANGES;
    }

    @Override
    public Outcome evaluate(Laboratory laboratory) {
        OutcomeBuilder builder = builder();
        Findings found = Findings.find(processes, laboratory, Precision.ofBalance(tolerance))
                .lookUp();
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            if (found.of(i).obstacle().isEmpty()) {
                cells.add(balance(found, i, law.balance(found.process(i)), BALANCE, tolerance));
                cells.addAll(found.expected(i, tolerance));
            }
        }
        return found.describe(builder, laboratory)
                .truth("0, from the orthogonality of x and its gradients"
                        + (found.anyKnown() ? "; R, G and N known" : ""))
                .passes("the residual is at most " + Numbers.percent(tolerance) + " of R at "
                        + (processes.size() == 1 ? "the one level" : "all " + processes.size() + " levels"))
                .build(cells, laboratory);
    }

    /** One minus what G and N say R should be, as a share of R. */
    static Cell balance(Findings found, int i, NormBalance balance, String name, double tolerance) {
        EquilibriumEstimate e = found.of(i);
        Range predicted = e.squaredGradient()
                .times(balance.gradient() / balance.norm())
                .plus(e.noiseTrace().times(balance.noise() / balance.norm()));
        Range share = predicted.over(e.squaredNorm());
        return found.cells(i).nearZero(name, 1 - share.high(), 1 - share.low(), tolerance);
    }

    private OutcomeBuilder builder() {
        return new OutcomeBuilder(
                        "Equilibrium", Arguments.together(processes) + " in equilibrium keeps its norm in balance")
                .formula(law.formula())
                .source("Li, Malladi, Arora 2021, arXiv:2102.12470, " + law.equation() + "; THEORY 1.1")
                .fails(Equilibrium::finding)
                .diagnosis(Equilibrium::diagnosis);
    }

    private static String finding(Cell worst) {
        String where = worst.level() > 1 ? " at l = " + worst.level() : "";
        return worst.truth() == 0
                ? "what the decay takes from |x|^2" + where + " differs from what the gradients give by "
                        + (worst.halfWidth() > 0
                                ? Numbers.plusMinus(worst.error(), worst.halfWidth())
                                : Numbers.brief(worst.error()))
                        + " of R"
                : worst.observable() + where + " is off by " + Numbers.plusMinus(worst.error(), worst.halfWidth());
    }

    private static String diagnosis(Cell worst) {
        return worst.truth() == 0
                ? worst.error() < 0
                        ? "|x|^2 is smaller than G and N ask for: look for decay at each small step that belongs to a whole one, for"
                                + " noise that is not amplified, and at N (of one mini-batch? divided by n?)"
                        : "|x|^2 is larger than G and N ask for: look for too large a noise amplitude, and at G (is it in the balance?)"
                : "R is the sensitive one: its error in the direction of the noise means a wrong amplitude, G hardly sees it";
    }
}
