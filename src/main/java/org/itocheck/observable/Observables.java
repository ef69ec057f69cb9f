package org.itocheck.observable;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.itocheck.objective.NormalisedSum;
import org.itocheck.objective.Objective;
import org.itocheck.objective.catalogue.RayleighQuotient;
import org.itocheck.objective.catalogue.SphereLoss;

/** The built-in observables by name, and the default choice for a loss. */
public final class Observables {
    private static final Pattern FACTOR = Pattern.compile("x\\[(\\d{1,9})](?:\\^(\\d{1,2}))?");
    private static final Pattern COSINE = Pattern.compile("cos x\\[(\\d{1,9})]");
    private static final Pattern BUMP = Pattern.compile("exp\\(-x\\[(\\d{1,9})]\\^2/2\\)");

    private static final Pattern DIRECTION = Pattern.compile("x\\[(\\d{1,9})]/\\|x\\|");
    private static final String KNOWN =
            "x[0], x[0]^2, x[0] x[1]^2, |x|^2, cos x[0], exp(-x[0]^2/2), x[0]/|x|," + " |grad L|^2, tr S, loss";

    private Observables() {}

    /** What {@link #parse} reads, by example. */
    public static String examples() {
        return KNOWN;
    }

    /**
     * Default observables. For scale-invariant losses up to dimension 3 norm, direction, gradient, noise and loss. For others: all monomials of degree up to 3 and bounded functions in one dimension; monomials up to degree 3 up to dimension
     * 3; coordinates and the squared norm beyond; and the loss.
     */
    public static List<Observable> standard(Objective objective) {
        int d = objective.dimension();
        if (d <= 3 && isScaleInvariant(objective)) {
            return List.of(
                    Observable.squaredNorm(),
                    Observable.directionCosine(0),
                    Observable.gradientSquaredNorm(objective),
                    Observable.noiseTrace(objective),
                    Observable.loss(objective));
        }
        List<Observable> all = new ArrayList<>();
        if (d <= 3) {
            all.addAll(Monomial.upTo(3, d));
        } else {
            for (int i = 0; i < d; i++) {
                all.add(Observable.coordinate(i));
            }
            all.add(Observable.squaredNorm());
        }
        if (d == 1) {
            all.add(Observable.cosine(0));
            all.add(Observable.gaussianBump(0));
        }
        all.add(Observable.loss(objective));
        return List.copyOf(all);
    }

    private static boolean isScaleInvariant(Objective objective) {
        return objective instanceof SphereLoss
                || objective instanceof RayleighQuotient
                || objective instanceof NormalisedSum;
    }

    /**
     * Reads one observable as {@link Observable#name()} writes it: {@code x[0]}, {@code x[0]^2}, {@code x[0] x[1]^2}, {@code |x|^2},
     * {@code cos x[0]}, {@code exp(-x[0]^2/2)}, {@code x[0]/|x|}, {@code |grad L|^2}, {@code tr S} or {@code loss}.
     *
     * @throws IllegalArgumentException if it is none of these, or names a coordinate that the loss does not have
     */
    public static Observable parse(String text, Objective objective) {
        String name = text.strip().replaceAll("\\s+", " ");
        Matcher cosine = COSINE.matcher(name);
        Matcher bump = BUMP.matcher(name);
        Matcher direction = DIRECTION.matcher(name);
        Observable whole = switch (name) {
            case "loss" -> Observable.loss(objective);
            case "|x|^2" -> Observable.squaredNorm();
            case "|grad L|^2" -> Observable.gradientSquaredNorm(objective);
            case "tr S" -> Observable.noiseTrace(objective);
            default -> null;
        };
        if (whole != null) {
            return whole;
        }
        if (direction.matches()) {
            return Observable.directionCosine(coordinate(direction.group(1), objective, text));
        }
        if (cosine.matches()) {
            return Observable.cosine(coordinate(cosine.group(1), objective, text));
        }
        if (bump.matches()) {
            return Observable.gaussianBump(coordinate(bump.group(1), objective, text));
        }
        return monomial(name, objective, text);
    }

    private static Observable monomial(String name, Objective objective, String text) {
        int[] powers = new int[objective.dimension()];
        for (String factor : name.split(" ", -1)) {
            Matcher matcher = FACTOR.matcher(factor);
            if (!matcher.matches()) {
                throw new IllegalArgumentException("observable is '" + text + "', expected one of " + KNOWN);
            }
            powers[coordinate(matcher.group(1), objective, text)] +=
                    matcher.group(2) == null ? 1 : Integer.parseInt(matcher.group(2));
        }
        return new Monomial(new Exponents(powers));
    }

    private static int coordinate(String digits, Objective objective, String text) {
        int i = Integer.parseInt(digits);
        if (i >= objective.dimension()) {
            throw new IllegalArgumentException("observable '" + text + "' uses x[" + i + "], " + objective.name()
                    + " has dimension " + objective.dimension() + "; the last coordinate is x["
                    + (objective.dimension() - 1) + "]");
        }
        return i;
    }
}
