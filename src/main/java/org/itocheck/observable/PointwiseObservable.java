package org.itocheck.observable;

import java.util.function.ToDoubleFunction;

/** A user's function, one point at a time. */
record PointwiseObservable(String name, ToDoubleFunction<double[]> function) implements Observable {
    @Override
    public Measure measure(int lanes) {
        return new Measure() {
            private double[] point = new double[0];

            @Override
            public void evaluate(double[][] x, double[] out) {
                if (point.length != x.length) {
                    point = new double[x.length];
                }
                for (int j = 0; j < lanes; j++) {
                    for (int i = 0; i < x.length; i++) {
                        point[i] = x[i][j];
                    }
                    out[j] = function.applyAsDouble(point);
                }
            }
        };
    }
}
