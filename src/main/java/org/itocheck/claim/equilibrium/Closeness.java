package org.itocheck.claim.equilibrium;

import java.util.List;
import org.itocheck.claim.Cell;
import org.itocheck.claim.Claim;
import org.itocheck.claim.Laboratory;
import org.itocheck.claim.Numbers;
import org.itocheck.claim.Outcome;
import org.itocheck.claim.OutcomeBuilder;

/**
 * Two equilibria are C-close: {@code 1/C <= R/R', G/G', N/N' <= C} (Definition 6.1, and D.2 for two SDEs), with one convention for N: both
 * are E tr S of ONE mini-batch, so that no factor eta is left (THEORY 1.1, X24). Ratios of intervals that hold together; PASS if all of each
 * lies between 1/C and C.
 *
 * @param process R, G and N: SGD, or the second-order SDE
 * @param reference R', G' and N': the Ito SDE
 * @param c C, at least 1
 * @param precision how well R and N are to be measured, as a share; G to four times that
 * @see <a href="https://arxiv.org/abs/2102.12470">Li, Malladi, Arora (2021), (11), (27)</a>
 */
public record Closeness(StationaryProcess process, StationaryProcess reference, double c, double precision)
        implements Claim {
    /** Checks every argument. */
    public Closeness {
        Arguments.closeness(c);
        Arguments.tolerance(precision);
    }

    @Override
    public int cells() {
        return 2 * Findings.RANGES;
    }

    @Override
    public Outcome evaluate(Laboratory laboratory) {
        OutcomeBuilder builder = new OutcomeBuilder(
                        "Closeness",
                        "equilibria of " + process.name() + " and " + reference.name() + " are " + Numbers.plain(c)
                                + "-close")
                .formula("1/C <= R/R', G/G', N/N' <= C")
                .source("Li, Malladi, Arora 2021, arXiv:2102.12470, Definition 6.1, (11); THEORY 1.1, X24")
                .truth("1, for equilibria that are the same")
                .fails(worst -> worst.observable() + " is " + Numbers.brief(worst.estimate()));
        Findings found = Findings.find(
                List.of(process, reference), laboratory, new Precision(precision, 4 * precision, precision));
        Ratios ratios = Ratios.of(found.of(0), found.of(1), 1);
        List<Cell> cells = ratios.cells(found.cells(0), c, "", "N/N'");
        Range closeness = ratios.closeness();
        return found.describe(builder, laboratory)
                .passes("they are " + Numbers.brief(closeness.high()) + "-close")
                .build(cells, laboratory);
    }
}
