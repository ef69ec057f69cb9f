package org.itocheck.observable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A test function less its control variates, {@code g - sum_i beta_i c_i}. Where everything in it is a polynomial its exact mean and
 * variance are known like those of any other.
 *
 * @param g what is measured
 * @param controls c, none twice
 * @param coefficients beta, one for each control
 */
public record Controlled(Observable g, List<Observable> controls, List<Double> coefficients) implements Observable {
    /** Copies and checks that each control has a coefficient. */
    public Controlled {
        controls = List.copyOf(controls);
        coefficients = List.copyOf(coefficients);
        if (controls.size() != coefficients.size()) {
            throw new IllegalArgumentException("coefficients has " + coefficients.size() + " entries, there are "
                    + controls.size() + " controls; give one coefficient for each");
        }
    }

    /** From an array of coefficients. */
    public static Controlled of(Observable g, List<Observable> controls, double... coefficients) {
        return new Controlled(g, controls, Arrays.stream(coefficients).boxed().toList());
    }

    @Override
    public String name() {
        return g.name() + " less its controls";
    }

    /** The largest of all. */
    @Override
    public double growth() {
        double growth = g.growth();
        for (Observable c : controls) {
            growth = Math.max(growth, c.growth());
        }
        return growth;
    }

    @Override
    public Measure measure(int lanes) {
        Measure plain = g.measure(lanes);
        List<Measure> measures = new ArrayList<>();
        controls.forEach(c -> measures.add(c.measure(lanes)));
        double[] row = new double[lanes];
        return (x, out) -> {
            plain.evaluate(x, out);
            for (int i = 0; i < measures.size(); i++) {
                measures.get(i).evaluate(x, row);
                double beta = coefficients.get(i);
                for (int j = 0; j < lanes; j++) {
                    out[j] -= beta * row[j];
                }
            }
        };
    }
}
