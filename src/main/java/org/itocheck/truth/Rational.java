package org.itocheck.truth;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/**
 * An exact fraction in lowest terms, with a positive denominator.
 *
 * @param numerator any integer
 * @param denominator not zero; made positive
 */
public record Rational(BigInteger numerator, BigInteger denominator) {
    /** 0. */
    public static final Rational ZERO = of(0);
    /** 1. */
    public static final Rational ONE = of(1);

    /** Reduces to lowest terms. */
    public Rational {
        if (denominator.signum() == 0) {
            throw new IllegalArgumentException(
                    "denominator is 0 under numerator " + numerator + ", expected any other integer");
        }
        BigInteger divisor = numerator.gcd(denominator);
        if (denominator.signum() < 0) {
            divisor = divisor.negate();
        }
        numerator = numerator.divide(divisor);
        denominator = denominator.divide(divisor);
    }

    /** A whole number. */
    public static Rational of(long value) {
        return of(value, 1);
    }

    /** A fraction. */
    public static Rational of(long numerator, long denominator) {
        return new Rational(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }

    /** Reads {@code 3}, {@code -3} or {@code -3/4}. */
    public static Rational parse(String text) {
        int slash = text.indexOf('/');
        return slash < 0
                ? new Rational(new BigInteger(text), BigInteger.ONE)
                : new Rational(new BigInteger(text.substring(0, slash)), new BigInteger(text.substring(slash + 1)));
    }

    /** The sum. */
    public Rational plus(Rational other) {
        return new Rational(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    /** The difference. */
    public Rational minus(Rational other) {
        return plus(other.negate());
    }

    /** The product. */
    public Rational times(Rational other) {
        return new Rational(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    /** The product with a whole number. */
    public Rational times(long other) {
        return times(of(other));
    }

    /** The quotient. @throws IllegalArgumentException if the divisor is 0 */
    public Rational over(Rational other) {
        return times(new Rational(/* numerator= */ other.denominator, /* denominator= */ other.numerator));
    }

    /** The quotient by a whole number. @throws IllegalArgumentException if the divisor is 0 */
    public Rational over(long other) {
        return over(of(other));
    }

    /** The opposite. */
    public Rational negate() {
        return new Rational(numerator.negate(), denominator);
    }

    /** A whole power. */
    public Rational power(int exponent) {
        return new Rational(numerator.pow(exponent), denominator.pow(exponent));
    }

    /** The nearest double. */
    public double toDouble() {
        return new BigDecimal(numerator)
                .divide(new BigDecimal(denominator), MathContext.DECIMAL128)
                .doubleValue();
    }

    @Override
    public String toString() {
        return denominator.equals(BigInteger.ONE) ? numerator.toString() : numerator + "/" + denominator;
    }
}
