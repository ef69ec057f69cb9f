package org.itocheck.truth;

import java.util.Map;
import org.itocheck.observable.Exponents;

/**
 * A polynomial of degree at most 2 written around a centre: {@code g(centre + y) = y'Ay + v.y + constant}.
 *
 * @param matrix A, symmetric
 * @param vector v
 * @param constant g(centre)
 */
record QuadraticForm(double[][] matrix, double[] vector, double constant) {
    static QuadraticForm around(double[] centre, Terms terms) {
        int d = centre.length;
        double[][] a = new double[d][d];
        double[] v = new double[d];
        double constant = 0;
        for (Map.Entry<Exponents, Double> term : terms.map().entrySet()) {
            int[] ij = coordinates(term.getKey());
            double c = term.getValue();
            if (ij.length == 2) {
                a[ij[0]][ij[1]] += c / 2;
                a[ij[1]][ij[0]] += c / 2;
                v[ij[0]] += c * centre[ij[1]];
                v[ij[1]] += c * centre[ij[0]];
                constant += c * centre[ij[0]] * centre[ij[1]];
            } else if (ij.length == 1) {
                v[ij[0]] += c;
                constant += c * centre[ij[0]];
            } else {
                constant += c;
            }
        }
        return new QuadraticForm(a, v, constant);
    }

    /** y'Ay. */
    double square(double[] y) {
        double sum = 0;
        for (int i = 0; i < y.length; i++) {
            for (int k = 0; k < y.length; k++) {
                sum += matrix[i][k] * y[i] * y[k];
            }
        }
        return sum;
    }

    /** v.y. */
    double linear(double[] y) {
        double sum = 0;
        for (int i = 0; i < y.length; i++) {
            sum += vector[i] * y[i];
        }
        return sum;
    }

    /** E of y'Ay + v.y + constant for y of mean 0: tr(A covariance) + constant. */
    double expectation(double[][] covariance) {
        double sum = constant;
        for (int i = 0; i < vector.length; i++) {
            for (int k = 0; k < vector.length; k++) {
                sum += matrix[i][k] * covariance[i][k];
            }
        }
        return sum;
    }

    /** tr(A C A C). */
    double traceOfSquare(double[][] covariance) {
        int d = vector.length;
        double[][] product = new double[d][d];
        for (int i = 0; i < d; i++) {
            for (int k = 0; k < d; k++) {
                for (int j = 0; j < d; j++) {
                    product[i][j] += matrix[i][k] * covariance[k][j];
                }
            }
        }
        double trace = 0;
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                trace += product[i][j] * product[j][i];
            }
        }
        return trace;
    }

    /** The coordinates of which a monomial is the product, each as often as its power says. */
    static int[] coordinates(Exponents e) {
        int[] list = new int[e.degree()];
        int n = 0;
        for (int i = 0; i < e.length(); i++) {
            for (int p = 0; p < e.power(i); p++) {
                list[n++] = i;
            }
        }
        return list;
    }
}
