package org.itocheck.claim.equilibrium;

import java.util.ArrayList;
import java.util.List;
import org.itocheck.claim.Cell;
import org.itocheck.claim.Claim;
import org.itocheck.claim.Laboratory;
import org.itocheck.claim.Numbers;
import org.itocheck.claim.Outcome;
import org.itocheck.claim.OutcomeBuilder;
import org.itocheck.claim.Verdict;

/**
 * (C, k)-linear scaling invariance of SGD (Definition 6.4): from batch size B and learning rate eta to kB and k eta,
 * {@code 1/C <= R/R', N/(k N'), G/G' <= C}, for every larger batch size given. Where that holds, Theorems 6.5 and 6.6 must too, as printed
 * and in their sharp forms; a FAIL of these alone says that R, G and N are not in balance.
 *
 * @param runs the base first, then larger batch sizes, each with its learning rate in proportion
 * @param c C with {@code 1 <= C < sqrt k} for the least k: below 1 it is infeasible, and from sqrt k on the theorems say nothing (THEORY X31)
 * @param precision how well R and N are to be measured, as a share; G to four times that
 * @see <a href="https://arxiv.org/abs/2102.12470">Li, Malladi, Arora (2021), Definition 6.4, Theorems 6.5 and 6.6</a>
 */
public record LinearScalingInvariance(List<BatchRun> runs, double c, double precision) implements Claim {
    /** Checks every argument. */
    public LinearScalingInvariance {
        runs = BatchRuns.check(runs);
        Arguments.tolerance(precision);
        Arguments.closeness(c);
        if (runs.size() < 2) {
            throw new IllegalArgumentException("runs has 1 batch size, expected a base and at least one larger");
        }
        double least =
                runs.stream().skip(1).mapToDouble(BatchRun::batchSize).min().orElseThrow()
                        / runs.get(0).batchSize();
        if (!(c < Math.sqrt(least))) {
            throw new IllegalArgumentException("c is " + c + " at k = " + least
                    + ", expected c < sqrt k: from there on invariance costs nothing and says nothing");
        }
    }

    @Override
    public int cells() {
        return runs.size() * Findings.RANGES;
    }

    @Override
    public Outcome evaluate(Laboratory laboratory) {
        BatchRun base = runs.get(0);
        OutcomeBuilder builder = new OutcomeBuilder(
                        "LinearScalingInvariance",
                        base.process().name() + " is (" + Numbers.plain(c) + ", k)-linear-scaling invariant from B = "
                                + base.batchSize())
                .formula("1/C <= R/R', N/(k N'), G/G' <= C, batch kB at learning rate k eta")
                .source(
                        "Li, Malladi, Arora 2021, arXiv:2102.12470, Definition 6.4, Theorems 6.5, 6.6; THEORY 1.1, X31-X33")
                .truth("1, for equilibria that scale")
                .fails(worst -> worst.observable() + " is " + Numbers.brief(worst.estimate()));
        Findings found = Findings.find(
                BatchRuns.processes(runs), laboratory, new Precision(precision, 4 * precision, precision));
        List<Cell> cells = new ArrayList<>();
        String provably = "";
        for (int i = 1; i < runs.size(); i++) {
            cells.addAll(pair(found, i));
            provably = provably.isEmpty() ? certainFailure(found, i) : provably;
        }
        String diagnosis = provably;
        return found.describe(builder, laboratory)
                .passes("at " + BatchRuns.sizes(runs))
                .diagnosis(worst -> diagnosis)
                .build(cells, laboratory);
    }

    private List<Cell> pair(Findings found, int i) {
        double k = factor(i);
        EquilibriumEstimate base = found.of(0);
        EquilibriumEstimate scaled = found.of(i);
        RangeCells at = found.cells(i);
        String suffix = " at k = " + Numbers.plain(k);
        Ratios ratios = Ratios.of(base, scaled, k);
        List<Cell> cells = new ArrayList<>(ratios.cells(at, c, suffix, "N/(k N')"));
        if (cells.stream().anyMatch(cell -> cell.verdict() == Verdict.FAIL)) {
            return cells;
        }
        Range noise = scaled.noiseToGradient();
        Range factor = Range.exactly(k);
        cells.add(at.atMost("Thm 6.5" + suffix, Range.exactly(LinearScaling.leastNoiseToGradient(c, k)), noise));
        Range before = base.noiseToGradient();
        cells.add(at.atMost("Thm 6.6" + suffix, factor, before.map(n -> LinearScaling.largestFactor(c, n))));
        if (c > 1) {
            double sharp = LinearScaling.sharpLeastNoiseToGradient(c, k);
            cells.add(at.atMost("Thm 6.5 sharp" + suffix, Range.exactly(sharp), noise));
            cells.add(at.atMost(
                    "Thm 6.6 sharp" + suffix, factor, before.map(n -> LinearScaling.sharpLargestFactor(c, n))));
        }
        return cells;
    }

    /** What Theorem 6.5 says of the larger batch alone, without its base; at C = 1 its bound is infinite. */
    private String certainFailure(Findings found, int i) {
        double k = factor(i);
        double noise = found.of(i).noiseToGradient().high();
        double bound = LinearScaling.sharpLeastNoiseToGradient(c, k);
        return noise < bound
                ? "N/G = " + Numbers.brief(noise) + " at B = " + runs.get(i).batchSize() + " is below "
                        + Numbers.brief(bound) + ": by Theorem 6.5, sharp, this fails from any base, without running it"
                : "";
    }

    private double factor(int i) {
        return (double) runs.get(i).batchSize() / runs.get(0).batchSize();
    }
}
