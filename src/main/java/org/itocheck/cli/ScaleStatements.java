package org.itocheck.cli;

import java.util.ArrayList;
import java.util.List;
import org.itocheck.claim.Claim;
import org.itocheck.claim.Setting;
import org.itocheck.claim.equilibrium.BalanceLaw;
import org.itocheck.claim.equilibrium.BatchRun;
import org.itocheck.claim.equilibrium.Closeness;
import org.itocheck.claim.equilibrium.CriticalBatchSize;
import org.itocheck.claim.equilibrium.CurvatureBound;
import org.itocheck.claim.equilibrium.Equilibrium;
import org.itocheck.claim.equilibrium.EquilibriumChains;
import org.itocheck.claim.equilibrium.KnownEquilibrium;
import org.itocheck.claim.equilibrium.LinearScalingInvariance;
import org.itocheck.claim.scale.HessianIdentity;
import org.itocheck.claim.scale.NormDynamics;
import org.itocheck.claim.scale.ScaleInvariance;
import org.itocheck.dynamics.Problem;
import org.itocheck.dynamics.Problems;
import org.itocheck.dynamics.optimizer.Sgd;
import org.itocheck.dynamics.optimizer.Svag;
import org.itocheck.dynamics.sde.EulerMaruyama;
import org.itocheck.dynamics.sde.ItoSde;
import org.itocheck.dynamics.sde.SecondOrderSde;
import org.itocheck.objective.FiniteSum;
import org.itocheck.observable.Observable;

/** Section 6 and appendices D and E: scale-invariant losses with weight decay, their equilibria, linear scaling. */
final class ScaleStatements {
    private static final double CLOSE = 1.2;

    private ScaleStatements() {}

    static List<Claim> claims() {
        Problem circle = Problems.named("E2");
        Problem rayleigh = Problems.named("E5");
        List<double[]> points = List.of(new double[] {0.3, -1.7}, new double[] {2, 1});
        EquilibriumChains sgd = EquilibriumChains.of(Sgd.family(circle), circle, 1);
        KnownEquilibrium first = KnownEquilibrium.of(ItoSde.of(circle));
        KnownEquilibrium second = KnownEquilibrium.of(SecondOrderSde.of(circle));
        List<BatchRun> runs = batches(circle, 1, 2, 4);
        return List.of(
                new ScaleInvariance(circle.objective(), points),
                new HessianIdentity(rayleigh.objective(), points),
                new NormDynamics(
                        Setting.of(Svag.family(circle), circle, List.of(1, 2, 4), List.of(Observable.squaredNorm()))),
                new Equilibrium(List.of(sgd), BalanceLaw.SGD, 0.05),
                Equilibrium.of(Svag.family(rayleigh), rayleigh, List.of(1, 2, 4), 0.05),
                Equilibrium.of(EulerMaruyama.family(circle), circle, List.of(4), 0.05),
                new Closeness(sgd, first, CLOSE, 0.02),
                new CurvatureBound(sgd, first, CurvatureBound.Theorem.SGD, 0.02),
                new CurvatureBound(second, first, CurvatureBound.Theorem.SECOND_ORDER_SDE, 0.02),
                new LinearScalingInvariance(runs, CLOSE, 0.02),
                new CriticalBatchSize(runs, CLOSE, 0.05));
    }

    /** SGD at several batch sizes, the learning rate in proportion. */
    private static List<BatchRun> batches(Problem problem, int... batchSizes) {
        List<BatchRun> runs = new ArrayList<>();
        FiniteSum sum = (FiniteSum) problem.objective();
        for (int batchSize : batchSizes) {
            Problem scaled = new Problem(
                    problem.name(),
                    sum.withBatchSize(batchSize),
                    problem.start(),
                    problem.learningRate() * batchSize / sum.batchSize(),
                    problem.weightDecay(),
                    problem.steps());
            runs.add(new BatchRun(batchSize, EquilibriumChains.of(Sgd.family(scaled), scaled, 1)));
        }
        return runs;
    }
}
