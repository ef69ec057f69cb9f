package org.itocheck.benchmark.peer;

/**
 * One measurement of one implementation.
 *
 * @param implementation for example {@code C++ simd (g++)}; variants of one implementation compete, the fastest counts
 * @param variant what tells it from others of the implementation, for example a block size; empty if it is alone
 * @param nanos CPU time of one trajectory-step, in nanoseconds
 * @param mean E|x_K|^2 as it found it
 * @param standardError of the mean, rounding of the printed digits included; NaN if it does not say
 */
public record Sample(String implementation, String variant, double nanos, double mean, double standardError) {}
