package org.itocheck.claim.order;

import org.itocheck.truth.MomentOperator;

/**
 * The errors of one and of many steps, from a point.
 *
 * @param oneStep the largest |(P - E) m| over the monomials m of each degree, shape [degree + 1]
 * @param manySteps the largest |(P^k - E^k) m| over the monomials and k up to N
 * @param residual of {@code P^N - E^N = sum_k P^k (P - E) E^(N-1-k)}, relative to max(1, |P^N m|)
 */
record Telescope(double[] oneStep, double manySteps, double residual) {
    static Telescope of(MomentOperator step, MomentOperator flow, double[] start, int count) {
        int size = step.size();
        double[] walked = step.at(start);
        double[] flowed = walked.clone();
        double[] sum = new double[size];
        double[] oneStep = new double[step.degree(size - 1) + 1];
        double manySteps = 0;
        for (int k = 0; k < count; k++) {
            double[] next = step.apply(walked);
            double[] other = flow.apply(walked);
            sum = flow.apply(sum);
            for (int m = 0; m < size; m++) {
                sum[m] += next[m] - other[m];
                if (k == 0) {
                    oneStep[step.degree(m)] = Math.max(oneStep[step.degree(m)], Math.abs(next[m] - other[m]));
                }
            }
            walked = next;
            flowed = flow.apply(flowed);
            for (int m = 0; m < size; m++) {
                manySteps = Math.max(manySteps, Math.abs(walked[m] - flowed[m]));
            }
        }
        double residual = 0;
        for (int m = 0; m < size; m++) {
            double difference = Math.abs(walked[m] - flowed[m] - sum[m]);
            residual = Math.max(residual, difference / Math.max(1, Math.abs(walked[m])));
        }
        return new Telescope(oneStep, manySteps, residual);
    }
}
