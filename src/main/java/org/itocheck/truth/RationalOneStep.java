package org.itocheck.truth;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The moments of one SVAG(l) step in exact arithmetic: no rounding, no tolerance. Where sqrt(2l - 1) is whole (l = 1, 5, 13, 25, 41) the
 * coefficients a and b are whole, and on rational data every moment is a fraction. Two computations that share nothing but the data:
 * {@link #enumerated} goes through all pairs of batches, {@link #formula} evaluates the corrected Lemma 4.5 (THEORY 1.3 and X3, X4).
 *
 * @param gradients the gradients of all equally likely batches at the point x, shape [batches][d]
 * @param learningRate eta
 * @param level l with a whole sqrt(2l - 1)
 */
public record RationalOneStep(List<List<Rational>> gradients, Rational learningRate, int level) {
    /** Checks the level and copies. */
    public RationalOneStep {
        root(level);
        gradients = gradients.stream().map(List::copyOf).toList();
    }

    /** The per-sample gradients (a_i . x - y_i) a_i of least squares: batches of one. */
    public static List<List<Rational>> leastSquares(long[][] features, long[] targets, List<Rational> x) {
        List<List<Rational>> gradients = new ArrayList<>();
        for (int i = 0; i < targets.length; i++) {
            Rational residual = Rational.of(-targets[i]);
            for (int k = 0; k < x.size(); k++) {
                residual = residual.plus(x.get(k).times(features[i][k]));
            }
            List<Rational> gradient = new ArrayList<>();
            for (long a : features[i]) {
                gradient.add(residual.times(a));
            }
            gradients.add(gradient);
        }
        return gradients;
    }

    /** The gradients of all ordered batches of B samples drawn with replacement. */
    public static List<List<Rational>> batches(List<List<Rational>> samples, int batchSize) {
        List<List<Rational>> sums = samples;
        for (int b = 1; b < batchSize; b++) {
            List<List<Rational>> longer = new ArrayList<>();
            for (List<Rational> sum : sums) {
                for (List<Rational> sample : samples) {
                    longer.add(combine(Rational.ONE, sum, Rational.ONE, sample));
                }
            }
            sums = longer;
        }
        return sums.stream()
                .map(g -> g.stream().map(v -> v.over(batchSize)).toList())
                .toList();
    }

    /** The coefficient a of the first batch. */
    public long first() {
        return (1 + root(level)) / 2;
    }

    /** The coefficient b of the second batch. */
    public long second() {
        return (1 - root(level)) / 2;
    }

    /** The steps Delta of all pairs of batches, each equally likely. */
    public List<List<Rational>> steps() {
        return gradients.stream().flatMap(this::steps).toList();
    }

    /** The steps whose first batch has the given gradient. */
    private Stream<List<Rational>> steps(List<Rational> gradient) {
        Rational a = stepSize().times(-first());
        Rational b = stepSize().times(-second());
        return gradients.stream().map(other -> combine(a, gradient, b, other));
    }

    /**
     * One entry of E Delta^(x m), from all pairs of batches.
     *
     * @param indices m indices from 0 to d - 1, m at least 1
     */
    public Rational enumerated(int... indices) {
        return meanOverSteps(step -> product(step, indices));
    }

    /**
     * One entry of E Delta^(x m), from the formulas.
     *
     * @param i one to four indices from 0 to d - 1
     */
    public Rational formula(int... i) {
        Rational r = stepSize();
        return switch (i.length) {
            case 1 -> r.times(g(i[0])).negate();
            case 2 -> r.power(2).times(s(i[0], i[1]).times(level).plus(g(i[0]).times(g(i[1]))));
            case 3 ->
                r.power(3)
                        .times(third(i, Rational.of(3L * level - 1, 2), level))
                        .negate();
            case 4 -> r.power(4).times(fourth(i));
            default ->
                throw new IllegalArgumentException(
                        "indices has " + i.length + " entries, the formulas are known for 1 to 4");
        };
    }

    /**
     * One entry of E Delta^(x3) as the paper prints it: without the minus sign and without the factor l on the middle term (X3, X4). Wrong for
     * every l; kept to show that the check can tell.
     */
    public Rational printedThird(int i, int j, int k) {
        return stepSize().power(3).times(third(new int[] {i, j, k}, Rational.of(3L * level - 1, 2), 1));
    }

    /** E |Delta|^8. */
    public Rational eighthPowerOfNorm() {
        return meanOverSteps(step -> {
            Rational square = Rational.ZERO;
            for (Rational v : step) {
                square = square.plus(v.times(v));
            }
            return square.power(4);
        });
    }

    /** Over all pairs of batches, on all threads: fractions are exact, so that the order of the sum is of no matter. */
    private Rational meanOverSteps(Function<List<Rational>, Rational> value) {
        return gradients.parallelStream()
                .flatMap(this::steps)
                .map(value)
                .reduce(Rational.ZERO, Rational::plus)
                .over((long) gradients.size() * gradients.size());
    }

    private Rational third(int[] i, Rational skewness, int middle) {
        Rational mixed = s(i[0], i[1])
                .times(g(i[2]))
                .plus(s(i[0], i[2]).times(g(i[1])))
                .plus(s(i[1], i[2]).times(g(i[0])));
        return centred(i)
                .times(skewness)
                .plus(mixed.times(middle))
                .plus(g(i[0]).times(g(i[1])).times(g(i[2])));
    }

    private Rational fourth(int[] i) {
        long l = level;
        Rational pairs = Rational.ZERO;
        Rational mixed = Rational.ZERO;
        for (int[] p : new int[][] {{0, 1, 2, 3}, {0, 2, 1, 3}, {0, 3, 1, 2}}) {
            Rational left = s(i[p[0]], i[p[1]]);
            Rational right = s(i[p[2]], i[p[3]]);
            pairs = pairs.plus(left.times(right));
            mixed = mixed.plus(left.times(g(i[p[2]])).times(g(i[p[3]])))
                    .plus(right.times(g(i[p[0]])).times(g(i[p[1]])));
        }
        Rational skew = Rational.ZERO;
        for (int[] p : new int[][] {{0, 1, 2, 3}, {0, 1, 3, 2}, {0, 2, 3, 1}, {1, 2, 3, 0}}) {
            skew = skew.plus(centred(i[p[0]], i[p[1]], i[p[2]]).times(g(i[p[3]])));
        }
        Rational kurtosis = centred(i).minus(pairs);
        return kurtosis.times(Rational.of(l * l + 2 * l - 1, 2))
                .plus(pairs.times(l * l))
                .plus(skew.times(Rational.of(3 * l - 1, 2)))
                .plus(mixed.times(l))
                .plus(g(i[0]).times(g(i[1])).times(g(i[2])).times(g(i[3])));
    }

    private Rational stepSize() {
        return learningRate.over(level);
    }

    private Rational g(int i) {
        return mean(gradients, i);
    }

    private Rational s(int i, int j) {
        return centred(i, j);
    }

    /** A central moment of one batch gradient. */
    private Rational centred(int... indices) {
        List<List<Rational>> deviations = new ArrayList<>();
        List<Rational> mean = new ArrayList<>();
        for (int i = 0; i < gradients.get(0).size(); i++) {
            mean.add(g(i));
        }
        for (List<Rational> gradient : gradients) {
            deviations.add(combine(Rational.ONE, gradient, Rational.of(-1), mean));
        }
        return mean(deviations, indices);
    }

    private static Rational mean(List<List<Rational>> vectors, int... indices) {
        Rational sum = Rational.ZERO;
        for (List<Rational> v : vectors) {
            sum = sum.plus(product(v, indices));
        }
        return sum.over(vectors.size());
    }

    private static Rational product(List<Rational> vector, int... indices) {
        Rational product = Rational.ONE;
        for (int i : indices) {
            product = product.times(vector.get(i));
        }
        return product;
    }

    private static List<Rational> combine(Rational a, List<Rational> x, Rational b, List<Rational> y) {
        List<Rational> result = new ArrayList<>();
        for (int i = 0; i < x.size(); i++) {
            result.add(a.times(x.get(i)).plus(b.times(y.get(i))));
        }
        return result;
    }

    private static long root(int level) {
        long root = Math.round(Math.sqrt(2.0 * level - 1));
        if (level < 1 || root * root != 2L * level - 1) {
            throw new IllegalArgumentException("level is " + level
                    + ", expected one with a whole sqrt(2 level - 1), for example 1, 5, 13, 25 or 41");
        }
        return root;
    }
}
