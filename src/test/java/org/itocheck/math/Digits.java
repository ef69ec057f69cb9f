package org.itocheck.math;

import static java.math.BigDecimal.ONE;
import static java.math.BigDecimal.ZERO;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Elementary functions to about 50 digits, straight from their series: slow, and right. */
final class Digits {
    private static final MathContext CONTEXT = new MathContext(70);
    private static final BigDecimal SMALL = new BigDecimal("1e-65");
    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    static final BigDecimal LN2 = artanh(divide(ONE, BigDecimal.valueOf(3))).multiply(TWO);
    /** Machin: pi = 16 arctan(1/5) - 4 arctan(1/239). */
    static final BigDecimal PI = arctanOfInverse(5)
            .multiply(BigDecimal.valueOf(16))
            .subtract(arctanOfInverse(239).multiply(BigDecimal.valueOf(4)));

    private Digits() {}

    static BigDecimal divide(BigDecimal a, BigDecimal b) {
        return a.divide(b, CONTEXT);
    }

    static BigDecimal exp(BigDecimal x) {
        int n = x.divide(LN2, CONTEXT).setScale(0, RoundingMode.HALF_EVEN).intValueExact();
        BigDecimal r = x.subtract(LN2.multiply(BigDecimal.valueOf(n)));
        BigDecimal sum = ONE;
        BigDecimal term = ONE;
        for (int k = 1; term.abs().compareTo(SMALL) > 0; k++) {
            term = divide(term.multiply(r, CONTEXT), BigDecimal.valueOf(k));
            sum = sum.add(term);
        }
        BigDecimal power = TWO.pow(Math.abs(n));
        return n >= 0 ? sum.multiply(power, CONTEXT) : divide(sum, power);
    }

    static BigDecimal log(BigDecimal x) {
        int n = Math.getExponent(x.doubleValue());
        BigDecimal m = n >= 0 ? divide(x, TWO.pow(n)) : x.multiply(TWO.pow(-n), CONTEXT);
        return artanh(divide(m.subtract(ONE), m.add(ONE))).multiply(TWO).add(LN2.multiply(BigDecimal.valueOf(n)));
    }

    /** log(1 + y) for y > 0, also where y is tiny. */
    static BigDecimal log1p(BigDecimal y) {
        return y.compareTo(ONE) > 0
                ? log(y.add(ONE))
                : artanh(divide(y, y.add(TWO))).multiply(TWO);
    }

    static BigDecimal sin(BigDecimal x) {
        BigDecimal n = x.divide(PI, CONTEXT).setScale(0, RoundingMode.HALF_EVEN);
        BigDecimal r = x.subtract(PI.multiply(n));
        BigDecimal sum = r;
        BigDecimal term = r;
        for (int k = 2; term.abs().compareTo(SMALL) > 0; k += 2) {
            term = divide(term.multiply(r).multiply(r, CONTEXT), BigDecimal.valueOf(-(long) k * (k + 1)));
            sum = sum.add(term);
        }
        return n.toBigInteger().testBit(0) ? sum.negate() : sum;
    }

    static BigDecimal cos(BigDecimal x) {
        return sin(x.add(divide(PI, TWO)));
    }

    /** Sums until the terms no longer matter relative to the first. */
    private static BigDecimal artanh(BigDecimal s) {
        BigDecimal w = s.multiply(s, CONTEXT);
        BigDecimal smallest = s.abs().multiply(SMALL, CONTEXT);
        BigDecimal sum = s;
        BigDecimal power = s;
        for (int k = 3; power.abs().compareTo(smallest) > 0; k += 2) {
            power = power.multiply(w, CONTEXT);
            sum = sum.add(divide(power, BigDecimal.valueOf(k)), CONTEXT);
        }
        return sum;
    }

    private static BigDecimal arctanOfInverse(int n) {
        BigDecimal power = divide(ONE, BigDecimal.valueOf(n));
        BigDecimal square = BigDecimal.valueOf(-(long) n * n);
        BigDecimal sum = ZERO;
        for (int k = 1; power.abs().compareTo(SMALL) > 0; k += 2) {
            sum = sum.add(divide(power, BigDecimal.valueOf(k)));
            power = divide(power, square);
        }
        return sum;
    }
}
