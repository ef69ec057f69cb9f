package org.itocheck.mutant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.itocheck.claim.Cell;
import org.itocheck.claim.Claim;
import org.itocheck.claim.Outcome;
import org.itocheck.claim.Setting;
import org.itocheck.claim.Tolerance;
import org.itocheck.claim.Verdict;
import org.itocheck.claim.WeakErrorBelow;
import org.itocheck.dynamics.Family;
import org.itocheck.dynamics.Problem;
import org.itocheck.dynamics.optimizer.Svag;
import org.itocheck.dynamics.sde.ItoSde;
import org.itocheck.network.NetworkLoss;
import org.itocheck.network.Networks;
import org.itocheck.network.SoftmaxRegression;
import org.itocheck.network.data.ImageSet;
import org.itocheck.objective.FiniteSum;
import org.itocheck.observable.Observable;
import org.itocheck.random.Seed;
import org.itocheck.verify.Verifier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** SVAG against its SDE on a network: loss and probability of the right class below C/l, where C is about four times what other seeds showed. */
class NetworkLadderTest {
    private static final double BOUND = 2;

    @Test
    @Tag("slow")
    void svag_is_near_its_sde_on_a_network_written_by_hand_and_with_twice_the_noise_it_is_not() {
        ImageSet images = Networks.tinyImages();
        Ladder ladder = new Ladder(
                NetworkLoss.of(new SoftmaxRegression(images.shape(), images.classes()), images), 4, 1, 4, 1 << 14);

        ladder.expect(Verdict.PASS, ladder.scores(BOUND, ladder.svag(), 1, 2, 4));
        ladder.expect(Verdict.FAIL, ladder.scores(BOUND, ladder.doubled(), 4));
    }

    /**
     * What is simulated.
     *
     * @param loss network and images
     * @param batch B
     * @param rate eta
     * @param steps K
     * @param paths the most of a level
     */
    private record Ladder(NetworkLoss loss, int batch, double rate, int steps, long paths) {
        Family svag() {
            return Svag.family(rate);
        }

        /** SVAG on mini-batches of half the size. */
        Family doubled() {
            return new StepFamily(
                    "SVAG with twice the noise",
                    rate,
                    (objective, l, lanes) ->
                            new Svag(((FiniteSum) objective).withBatchSize(batch / 2), l, rate, 0).stepper(lanes));
        }

        Problem problem() {
            return Problem.of(loss.objective(batch), loss.network().layout().initial(new Seed(8)), rate, steps);
        }

        Claim scores(double deviations, Family family, Integer... levels) {
            Problem problem = problem();
            List<Observable> observables = List.of(Observable.loss(problem.objective()), Observable.probability(loss));
            return new WeakErrorBelow(
                    setting(family, problem, observables, levels),
                    ItoSde.of(problem),
                    Tolerance.withinDeviations(deviations));
        }

        /** At the last step. */
        private Setting setting(Family family, Problem problem, List<Observable> observables, Integer... levels) {
            return new Setting(family, problem, List.of(levels), observables, List.of(steps));
        }

        void expect(Verdict verdict, Claim claim) {
            Outcome outcome = new Verifier(new Seed(61), 1e-6, 1e-3, paths, 2).verify(claim);
            List<String> lines = new ArrayList<>();
            lines.add(String.format(
                    Locale.ROOT,
                    "%s %s: %s; %d paths, %.0f s",
                    outcome.verdict(),
                    outcome.statement(),
                    outcome.finding(),
                    outcome.trajectories(),
                    outcome.seconds()));
            for (Cell cell : outcome.cells()) {
                lines.add(String.format(
                        Locale.ROOT,
                        "  %-12s l = %d %9.5f, limit %9.5f, off by %8.5f +- %.5f, allowed %.5f, sd %.4f  %s",
                        cell.observable(),
                        cell.level(),
                        cell.estimate(),
                        cell.truth(),
                        cell.error(),
                        cell.halfWidth(),
                        cell.allowed(),
                        cell.standardDeviation(),
                        cell.verdict()));
            }
            System.out.println(String.join(System.lineSeparator(), lines));
            assertThat(outcome.verdict()).as(outcome.headline()).isEqualTo(verdict);
        }
    }
}
