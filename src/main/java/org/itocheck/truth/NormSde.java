package org.itocheck.truth;

/**
 * The SDE {@code dX = -(speed grad L' + correction (Hess L') grad L') dt + (noise S)^(1/2) dW} with L' = L + decay |x|^2 / 2, on a loss
 * that closes in (y, rho).
 *
 * @param speed 1 for the Ito SDE
 * @param correction 0 for the Ito SDE, eta/2 for the second-order one
 * @param noise eta
 * @param decay lambda
 */
record NormSde(double speed, double correction, double noise, double decay) {
    /** The generator on the nodes of a plane. */
    double[][] operator(NormModel model, NormPlane plane) {
        int n = plane.size();
        double[] slope = new double[n];
        double[] spread = new double[n];
        double[] growth = new double[n];
        for (int i = 0; i < n; i++) {
            double y = plane.direction(i);
            double rho = plane.squaredNorm(i);
            slope[i] = speed * model.slope(y) / rho
                    + (correction * model.bend(y) + noise * model.curvature(y)) / (rho * rho);
            spread[i] = noise * model.spread(y) / (rho * rho);
            growth[i] = -2 * decay * (speed + correction * decay) * rho
                    + (2 * correction * model.gradient(y) + noise * model.noise(y)) / rho;
        }
        return plane.operator(slope, spread, growth);
    }
}
