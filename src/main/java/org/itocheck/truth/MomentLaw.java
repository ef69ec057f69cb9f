package org.itocheck.truth;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.itocheck.observable.Exponents;
import org.itocheck.observable.Observable;

/**
 * The moments of the state up to the degree of a basis.
 *
 * @param basis the monomials
 * @param moments their expectations
 */
record MomentLaw(MonomialBasis basis, double[] moments) implements StateLaw {
    @Override
    public Optional<Expectation> of(Observable g) {
        return Terms.of(g, basis.dimension())
                .filter(terms -> terms.degree() <= basis.degree())
                .map(terms -> 2 * terms.degree() <= basis.degree()
                        ? Expectation.ofSquare(mean(terms), mean(terms.squared()))
                        : new Expectation(mean(terms), Double.NaN));
    }

    /** The moments after each checkpoint of a discrete motion. */
    static List<StateLaw> discrete(AffineModel model, Motion.Discrete motion) {
        double[][] map = model.map(motion.step());
        List<StateLaw> laws = new ArrayList<>();
        double[] moments = model.basis().at(motion.start());
        for (int k = 0; k < motion.checkpoints(); k++) {
            for (int j = 0; j < motion.stepsPerCheckpoint(); j++) {
                double[] next = new double[moments.length];
                LinearFlow.multiply(map, moments, next);
                moments = next;
            }
            laws.add(new MomentLaw(model.basis(), moments));
        }
        return laws;
    }

    /** The moments after each checkpoint of the SDE. */
    static List<StateLaw> continuous(AffineModel model, Motion.Continuous motion) {
        LinearFlow flow = LinearFlow.of(model.generator(motion));
        List<StateLaw> laws = new ArrayList<>();
        double[] moments = model.basis().at(motion.start());
        for (int k = 0; k < motion.checkpoints(); k++) {
            moments = flow.after(motion.duration(), moments);
            laws.add(new MomentLaw(model.basis(), moments));
        }
        return laws;
    }

    private double mean(Terms terms) {
        double sum = 0;
        for (Map.Entry<Exponents, Double> term : terms.map().entrySet()) {
            sum += term.getValue() * moments[basis.indexOf(term.getKey())];
        }
        return sum;
    }
}
