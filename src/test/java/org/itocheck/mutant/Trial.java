package org.itocheck.mutant;

import java.util.ArrayList;
import java.util.List;
import org.itocheck.claim.Claim;
import org.itocheck.claim.ExactMean;
import org.itocheck.claim.Setting;
import org.itocheck.claim.Verdict;
import org.itocheck.dynamics.Family;
import org.itocheck.dynamics.Problem;
import org.itocheck.mutant.GoldenBiases.Bias;
import org.itocheck.observable.Monomial;
import org.itocheck.observable.Observable;

/**
 * One implementation before one claim.
 *
 * @param id of the mutant, or the name of what is right
 * @param mistake in words
 * @param claim the claim that judges it
 * @param expected the verdict that it must get
 * @param trajectories the budget of one level
 * @param biases exact values that its errors must show
 */
record Trial(String id, String mistake, Claim claim, Verdict expected, long trajectories, List<Bias> biases) {
    /** A mistake before ExactMean: the means of a family against those of the right law after the last SGD step. */
    static Trial ofMeans(
            String mistake,
            Family family,
            Family law,
            Problem problem,
            List<Integer> levels,
            long trajectories,
            List<Bias> biases) {
        Setting setting = new Setting(family, problem, levels, observables(problem), List.of(problem.steps()));
        Claim claim = new ExactMean(setting, law, ExactMean.DEFAULT_DISCREPANCY);
        return new Trial(family.name(), mistake, claim, Verdict.FAIL, trajectories, biases);
    }

    /** The test functions of THEORY section 4: everything to degree 3 and the loss, or in one dimension also bounded functions. */
    static List<Observable> observables(Problem problem) {
        if (problem.objective().dimension() == 1) {
            return List.of(
                    Observable.coordinate(0),
                    Observable.power(0, 2),
                    Observable.power(0, 3),
                    Observable.cosine(0),
                    Observable.gaussianBump(0));
        }
        return observables(problem, 3);
    }

    /** All monomials to a degree, and the loss. */
    static List<Observable> observables(Problem problem, int degree) {
        List<Observable> all =
                new ArrayList<>(Monomial.upTo(degree, problem.objective().dimension()));
        all.add(Observable.loss(problem.objective()));
        return all;
    }

    @Override
    public String toString() {
        return id + " before " + claim.getClass().getSimpleName() + ": " + mistake;
    }
}
