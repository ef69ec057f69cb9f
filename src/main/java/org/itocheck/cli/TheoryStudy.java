package org.itocheck.cli;

import java.util.ArrayList;
import java.util.List;
import org.itocheck.claim.BatchSampling;
import org.itocheck.claim.Claim;
import org.itocheck.claim.ErrorDecomposition;
import org.itocheck.claim.ExactMean;
import org.itocheck.claim.LimitBias;
import org.itocheck.claim.OneStepMoments;
import org.itocheck.claim.SampledOneStepMoments;
import org.itocheck.claim.SdeOneStepMoments;
import org.itocheck.claim.Setting;
import org.itocheck.claim.Tolerance;
import org.itocheck.claim.WeakOrder;
import org.itocheck.claim.jump.BatchInvariance;
import org.itocheck.claim.jump.SkewnessGap;
import org.itocheck.claim.order.BoundedLadder;
import org.itocheck.claim.order.GeneratorExpansion;
import org.itocheck.claim.order.GradientFlowDistance;
import org.itocheck.claim.order.IncrementMoments;
import org.itocheck.claim.order.MomentBound;
import org.itocheck.claim.order.OneStepToManySteps;
import org.itocheck.claim.order.OrderInLearningRate;
import org.itocheck.claim.tail.MomentStability;
import org.itocheck.claim.tail.NoiseTail;
import org.itocheck.claim.tail.TailIdentity;
import org.itocheck.dynamics.Family;
import org.itocheck.dynamics.Problem;
import org.itocheck.dynamics.Problems;
import org.itocheck.dynamics.optimizer.LinearScaling;
import org.itocheck.dynamics.optimizer.Sgd;
import org.itocheck.dynamics.optimizer.Svag;
import org.itocheck.dynamics.sde.EulerMaruyama;
import org.itocheck.dynamics.sde.ItoSde;
import org.itocheck.dynamics.sde.LevySde;
import org.itocheck.dynamics.sde.SecondOrderSde;
import org.itocheck.objective.catalogue.AdditiveQuadratic;
import org.itocheck.observable.Monomial;
import org.itocheck.observable.Observable;
import org.itocheck.observable.Observables;
import org.itocheck.random.NoiseLaw;

/** The paper read from its third section on: for each statement a claim, on a problem where it holds. */
final class TheoryStudy {
    private static final List<Integer> DOUBLING = List.of(1, 2, 4, 8, 16, 32, 64);

    private TheoryStudy() {}

    static List<Claim> claims() {
        List<Claim> claims = new ArrayList<>();
        claims.addAll(sdesOfSgd());
        claims.addAll(svag());
        claims.addAll(noise());
        claims.addAll(ScaleStatements.claims());
        return claims;
    }

    /** Section 3, figure 3, theorem 6.3: orders in eta. */
    private static List<Claim> sdesOfSgd() {
        Problem ou = Problems.a1(NoiseLaw.GAUSSIAN);
        List<Observable> moments = Monomial.upTo(2, 1);
        Problem parabola =
                Problem.of(AdditiveQuadratic.scalar("x^2", 2, 1, NoiseLaw.GAUSSIAN), new double[] {1}, 0.01, 50);
        return List.of(
                OrderInLearningRate.of(ou, Sgd::family, ItoSde::of, moments, 1),
                OrderInLearningRate.of(ou, Sgd::family, SecondOrderSde::of, moments, 2),
                new GradientFlowDistance(parabola, 0.0038));
    }

    /** Section 4, appendices B and C. */
    private static List<Claim> svag() {
        Problem c2 = Problems.named("C2");
        Problem sphere = Problems.named("E4");
        Setting onC2 = all(Svag.family(c2), c2, DOUBLING, Observables.standard(c2.objective()));
        Setting onSphere = all(Svag.family(sphere), sphere, DOUBLING, List.of(Observable.squaredNorm()));
        Setting steps = all(Svag.family(c2), c2, List.of(1, 5, 13, 25, 41), List.of(Observable.squaredNorm()));
        Setting sampled = all(Svag.family(c2), c2, List.of(1, 2, 4), List.of(Observable.squaredNorm()));
        return List.of(
                new BoundedLadder(onC2, ItoSde.of(c2)),
                new WeakOrder(onSphere, ItoSde.of(sphere), 1, Tolerance.within(0.01)),
                new OneStepToManySteps(c2, Svag.family(c2), ItoSde.of(c2)),
                new SdeOneStepMoments(c2),
                new OneStepMoments(steps),
                new SampledOneStepMoments(sampled, SampledOneStepMoments.Law.SVAG),
                BatchSampling.of(sampled),
                new IncrementMoments(c2),
                new GeneratorExpansion(c2, Monomial.upTo(3, 2)),
                new MomentBound(c2, Svag.family(c2), 2),
                new MomentStability(c2.objective(), c2.start()));
    }

    /** Section 5 and appendix F: noise that is not Gaussian. */
    private static List<Claim> noise() {
        Problem exponential = Problems.a1(NoiseLaw.EXPONENTIAL);
        Problem counts = Problems.a1(NoiseLaw.POISSON);
        Problem batches = Problems.named("F1/B16");
        Problem gaussian = Problems.a1(NoiseLaw.GAUSSIAN);
        List<Integer> few = List.of(1, 2, 4, 8);
        Tolerance tenth = Tolerance.withinDeviations(0.1);
        return List.of(
                new ExactMean(last(EulerMaruyama.family(gaussian), gaussian, few)),
                new ErrorDecomposition(
                        last(Svag.family(exponential), exponential, List.of(1, 2, 4)),
                        ItoSde.of(exponential),
                        Tolerance.withinDeviations(1),
                        Tolerance.withinDeviations(1)),
                new BatchInvariance(all(
                        LinearScaling.family(batches),
                        batches,
                        List.of(1, 2, 4, 8, 16),
                        Observables.standard(batches.objective()))),
                new LimitBias(last(LinearScaling.family(counts), counts, few), LevySde.of(counts), tenth),
                new SkewnessGap(
                        all(LinearScaling.family(counts), counts, List.of(1, 2, 4), List.of(Observable.squaredNorm()))),
                new NoiseTail(gaussian.objective(), gaussian.start(), 2),
                new TailIdentity(TailIdentity.equicorrelated(10, 0.5), 1, 0.01));
    }

    private static Setting all(Family family, Problem problem, List<Integer> levels, List<Observable> observables) {
        return Setting.of(family, problem, levels, observables);
    }

    /** Everything to degree 3 and the bounded functions, after the last step. */
    private static Setting last(Family family, Problem problem, List<Integer> levels) {
        return new Setting(
                family, problem, levels, Observables.standard(problem.objective()), List.of(problem.steps()));
    }
}
