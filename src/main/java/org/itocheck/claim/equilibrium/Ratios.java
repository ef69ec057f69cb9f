package org.itocheck.claim.equilibrium;

import java.util.List;
import org.itocheck.claim.Cell;

/**
 * The three ratios of two equilibria.
 *
 * @param norm R/R'
 * @param gradient G/G'
 * @param noise N/(k N')
 */
record Ratios(Range norm, Range gradient, Range noise) {
    /** Between one equilibrium and another, whose N counts k times. */
    static Ratios of(EquilibriumEstimate one, EquilibriumEstimate other, double k) {
        return new Ratios(
                one.squaredNorm().over(other.squaredNorm()),
                one.squaredGradient().over(other.squaredGradient()),
                one.noiseTrace().over(other.noiseTrace().times(k)));
    }

    /** The least C for which they are C-close. */
    Range closeness() {
        return norm.awayFromOne().max(gradient.awayFromOne()).max(noise.awayFromOne());
    }

    /** Each ratio to lie between 1/C and C. */
    List<Cell> cells(RangeCells cells, double c, String suffix, String noiseName) {
        return List.of(
                cells.between("R/R'" + suffix, norm, 1, 1 / c, c),
                cells.between("G/G'" + suffix, gradient, 1, 1 / c, c),
                cells.between(noiseName + suffix, noise, 1, 1 / c, c));
    }
}
