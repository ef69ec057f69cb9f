package org.itocheck.observable;

import java.util.HashMap;
import java.util.Map;

/** |x|^2. */
record SquaredNorm() implements Polynomial {
    @Override
    public String name() {
        return "|x|^2";
    }

    @Override
    public int degree() {
        return 2;
    }

    @Override
    public Map<Exponents, Double> terms(int dimension) {
        Map<Exponents, Double> terms = new HashMap<>();
        for (int i = 0; i < dimension; i++) {
            terms.put(Monomial.of(i, 2).exponents().extendedTo(dimension), 1.0);
        }
        return terms;
    }

    @Override
    public Measure measure(int lanes) {
        return (x, out) -> {
            Rows.fill(out, 0, lanes);
            for (double[] row : x) {
                Rows.addSquare(row, out, lanes);
            }
        };
    }
}
