package org.itocheck.claim.equilibrium;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.itocheck.claim.Cell;
import org.itocheck.claim.Claim;
import org.itocheck.claim.Laboratory;
import org.itocheck.claim.Numbers;
import org.itocheck.claim.Outcome;
import org.itocheck.claim.OutcomeBuilder;

/**
 * Where an approximation by the Ito SDE ends: equilibria that are C-close have a gradient that is small against the noise,
 * {@code Gbar/Nbar <= C^2 - 1} for SGD (Theorem 6.2) and {@code Gbar/Nbar <= C^2 (1 + eta lambda/2) - 1} for the second-order SDE (Theorem
 * D.3), with Gbar and Nbar of the Ito SDE in the one convention for N. C is the closeness that the two equilibria are found to have. The sharp
 * forms have the other process's own G: {@code G/Nbar <= C - 1/C} and {@code G'/Nbar <= C (1 + eta lambda/2) - 1/C}.
 * <p>These are theorems: a FAIL says that R, G and N are not those of such equilibria, for example because eta N was taken for N. What they
 * cannot see is a mistake that leaves their balances right.
 *
 * @param process SGD or the second-order SDE
 * @param sde the Ito SDE of the same eta and lambda
 * @param theorem which of the two
 * @param precision how well R and N are to be measured, as a share; G to four times that
 * @see <a href="https://arxiv.org/abs/2102.12470">Li, Malladi, Arora (2021), Theorems 6.2 and D.3</a>
 */
public record CurvatureBound(StationaryProcess process, StationaryProcess sde, Theorem theorem, double precision)
        implements Claim {
    /** What the Ito SDE is compared with. */
    public enum Theorem {
        /** Theorem 6.2: SGD. */
        SGD,
        /** Theorem D.3: the second-order SDE. */
        SECOND_ORDER_SDE
    }

    /** Checks that both processes have the same learning rate and weight decay. */
    public CurvatureBound {
        if (process.learningRate() != sde.learningRate() || process.weightDecay() != sde.weightDecay()) {
            throw new IllegalArgumentException(process.name() + " has learningRate " + process.learningRate()
                    + " and weightDecay " + process.weightDecay() + ", " + sde.name() + " has " + sde.learningRate()
                    + " and " + sde.weightDecay() + "; expected the SDE of the same");
        }
        Arguments.tolerance(precision);
    }

    @Override
    public int cells() {
        return 2 * Findings.RANGES;
    }

    @Override
    public Outcome evaluate(Laboratory laboratory) {
        String number = theorem == Theorem.SGD ? "6.2" : "D.3";
        OutcomeBuilder builder = new OutcomeBuilder(
                        "CurvatureBound",
                        "equilibria of " + process.name() + " and " + sde.name() + " obey Theorem " + number)
                .formula(
                        theorem == Theorem.SGD
                                ? "G/N of the SDE <= C^2 - 1, and G(SGD)/N(SDE) <= C - 1/C"
                                : "G/N of the SDE <= C^2 (1 + eta lambda/2) - 1, and G'/N <= C (1 + eta lambda/2) - 1/C")
                .source("Li, Malladi, Arora 2021, arXiv:2102.12470, Theorem " + number + "; THEORY 1.1, X27, X28")
                .truth("inequalities, C measured")
                .fails(worst -> worst.observable() + " is " + Numbers.brief(worst.estimate()) + ", above "
                        + Numbers.brief(worst.truth()))
                .diagnosis(
                        worst -> "R, G and N cannot belong to such equilibria: is N E tr S of one mini-batch, without"
                                + " a factor eta, and G of the full gradient?");
        Findings found =
                Findings.find(List.of(process, sde), laboratory, new Precision(precision, 4 * precision, precision));
        Range closeness = Ratios.of(found.of(0), found.of(1), 1).closeness();
        return found.describe(builder, laboratory)
                .passes("with C = " + Numbers.brief(closeness.center()) + " it allows a learning rate of up to "
                        + Numbers.brief(largestLearningRate(found.of(1), closeness.center())))
                .build(cells(found, closeness), laboratory);
    }

    private List<Cell> cells(Findings found, Range c) {
        Range noise = found.of(1).noiseTrace();
        RangeCells cells = found.cells(0);
        return List.of(
                cells.atMost("Gbar/Nbar", found.of(1).squaredGradient().over(noise), bound(c, this::printed)),
                cells.atMost("G/Nbar", found.of(0).squaredGradient().over(noise), bound(c, this::sharp)));
    }

    /** The paper reads its bound as one on eta, for which eta N of the SDE is given: eta Nbar/Gbar times the bound. */
    private double largestLearningRate(EquilibriumEstimate limit, double c) {
        return process.learningRate() * limit.noiseToGradient().center() * printed(c);
    }

    private double printed(double c) {
        return theorem == Theorem.SGD
                ? LinearScaling.largestGradientToNoise(c)
                : LinearScaling.largestGradientToNoise(c, process.learningRate(), process.weightDecay());
    }

    private double sharp(double c) {
        return theorem == Theorem.SGD
                ? LinearScaling.sharpLargestGradientToNoise(c)
                : LinearScaling.sharpLargestGradientToNoise(c, process.learningRate(), process.weightDecay());
    }

    private static Range bound(Range c, DoubleUnaryOperator increasing) {
        return new Range(
                Math.max(0, increasing.applyAsDouble(c.low())), Math.max(0, increasing.applyAsDouble(c.high())));
    }
}
