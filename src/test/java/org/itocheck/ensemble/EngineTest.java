package org.itocheck.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.itocheck.dynamics.Family;
import org.itocheck.dynamics.Problem;
import org.itocheck.dynamics.Problems;
import org.itocheck.dynamics.StepContext;
import org.itocheck.dynamics.optimizer.Sgd;
import org.itocheck.dynamics.optimizer.Svag;
import org.itocheck.dynamics.sde.EulerMaruyama;
import org.itocheck.observable.Observable;
import org.itocheck.random.Seed;
import org.itocheck.stats.MeanTest;
import org.junit.jupiter.api.Test;

class EngineTest {
    private static final List<Observable> OBSERVABLES =
            List.of(Observable.coordinate(0), Observable.squaredNorm(), Observable.cosine(0));
    private static final CellTests TESTS = (k, g) -> new MeanTest(0.1, 2, 1e-6, 5000);

    @Test
    void results_are_bit_identical_for_any_threads_and_lanes() {
        for (String name : List.of("A1/gaussian", "B1", "C3", "D1/skew2pt")) {
            Ensemble ensemble = svag(name, 4, 5000);
            String expected = bits(new Engine(1, 256).run(ensemble, TESTS, Progress.SILENT));
            for (int threads : new int[] {1, 2, 3, 7}) {
                for (int lanes : new int[] {1, 2, 16, 64, 256}) {
                    assertThat(bits(new Engine(threads, lanes).run(ensemble, TESTS, Progress.SILENT)))
                            .as("%s with %d threads and %d lanes", name, threads, lanes)
                            .isEqualTo(expected);
                }
            }
        }
    }

    @Test
    void few_trajectories_leave_few_lanes_idle_and_have_the_bits_of_many_lanes() {
        for (int trajectories : new int[] {1, 3, 100, 300, 1030}) {
            AtomicInteger moved = new AtomicInteger();
            Family counting = Family.of("Counting", 0.5, level -> (x, context) -> {
                x[0] -= context.learningRate() * context.sampleGradient(x)[0];
                moved.incrementAndGet();
            });
            Problem problem = Problems.named("A1/skew2pt").withSteps(1);
            Ensemble ensemble = ensemble(counting, problem, 1, trajectories);
            String wide = bits(new Engine(1, 256).run(ensemble, TESTS, Progress.SILENT));
            assertThat(moved.get()).isBetween(trajectories, trajectories + trajectories / 8);
            assertThat(bits(new Engine(1, 1).run(ensemble, TESTS, Progress.SILENT)))
                    .isEqualTo(wide);
        }
    }

    @Test
    void another_seed_gives_another_result() {
        Ensemble ensemble = svag("A1/gaussian", 2, 3000);
        Ensemble other = new Ensemble(
                ensemble.dynamics(), ensemble.problem(), 2, 2, OBSERVABLES, new Seed(8), ensemble.trajectories());
        Engine engine = new Engine(2);
        assertThat(bits(engine.run(other, TESTS, Progress.SILENT)))
                .isNotEqualTo(bits(engine.run(ensemble, TESTS, Progress.SILENT)));
    }

    @Test
    void an_observable_gives_the_same_bits_alone_and_in_company() {
        Ensemble together = svag("D1/gaussian", 2, 3000);
        Ensemble alone = new Ensemble(
                together.dynamics(), together.problem(), 2, 2, List.of(OBSERVABLES.get(2)), together.seed(), 3000);
        Engine engine = new Engine(2);
        assertThat(engine.run(alone, TESTS, Progress.SILENT).moments(4, 0))
                .isEqualTo(engine.run(together, TESTS, Progress.SILENT).moments(4, 2));
    }

    @Test
    void the_easy_door_gives_the_bits_of_the_fast_door() {
        for (String name : List.of("A1/skew2pt", "B2", "C2", "D1/gaussian")) {
            Problem problem = Problems.named(name);
            Family sgd = Family.of("SGD", problem.learningRate(), level -> HandWritten::sgd);
            Family svag = Family.of("SVAG", problem.learningRate(), level -> HandWritten::svag);
            assertThat(run(sgd, problem, 1)).isEqualTo(run(Sgd.family(problem), problem, 1));
            assertThat(run(svag, problem, 4)).isEqualTo(run(Svag.family(problem), problem, 4));
        }
    }

    @Test
    void a_diverging_process_ends_with_an_error_that_names_the_first_trajectory_and_step() {
        Problem problem = Problems.named("A1/exp1").withLearningRate(2).withSteps(700);
        Family explosive = Family.of(
                "Explosive",
                2,
                level -> (x, context) -> x[0] *= -3 - context.random().uniform());
        Ensemble ensemble = ensemble(explosive, problem, 1, 3000);
        String first = null;
        for (int threads : new int[] {1, 2, 7}) {
            Engine engine = new Engine(threads, threads == 2 ? 16 : 256);
            Throwable error = org.assertj.core.api.Assertions.catchThrowable(
                    () -> engine.run(ensemble, CellTests.NONE, Progress.SILENT));
            assertThat(error)
                    .isInstanceOf(NonFiniteTrajectoryException.class)
                    .hasMessageContaining("Explosive(1) on A1/exp1")
                    .hasMessageContaining("level 1, trajectory 0, step ")
                    .hasMessageContaining("[seed 0x0000000000000007]");
            first = first == null ? error.getMessage() : first;
            assertThat(error).hasMessage(first);
        }
    }

    @Test
    void an_error_of_the_users_code_reaches_the_caller() {
        Problem problem = Problems.named("A1/exp1");
        Family broken = Family.of("Broken", 0.5, level -> (x, context) -> {
            throw new IllegalStateException("my own mistake");
        });
        assertThatThrownBy(() -> run(broken, problem, 1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("my own mistake");
    }

    @Test
    void progress_counts_up_to_the_end() {
        List<Long> seen = new ArrayList<>();
        new Engine(3).run(svag("A1/gaussian", 1, 10_000), TESTS, (ensemble, done) -> seen.add(done));
        assertThat(seen).isSorted().last().isEqualTo(10_000L);
    }

    @Test
    void an_interrupted_run_ends_at_once() throws InterruptedException {
        Ensemble endless = svag("D1/gaussian", 64, 1L << 40);
        CountDownLatch running = new CountDownLatch(1);
        List<Throwable> ended = new ArrayList<>();
        Thread caller = new Thread(() -> {
            try {
                new Engine(2).run(endless, TESTS, (ensemble, done) -> running.countDown());
            } catch (InterruptedRunException e) {
                ended.add(e);
            }
        });
        caller.start();
        assertThat(running.await(60, TimeUnit.SECONDS)).isTrue();
        long began = System.nanoTime();
        caller.interrupt();
        caller.join(10_000);
        assertThat(ended).hasSize(1);
        assertThat(System.nanoTime() - began).isLessThan(2_000_000_000L);
    }

    @Test
    void the_number_of_trajectories_need_not_be_whole_chunks() {
        Estimates estimates = new Engine(2).run(svag("A1/gaussian", 1, 1500), TESTS, Progress.SILENT);
        assertThat(estimates.moments(1, 0).count()).isEqualTo(1500);
        assertThat(estimates.evidence(1, 0).count()).isEqualTo(1500);
    }

    @Test
    void what_is_watched_has_the_same_bits_wherever_else_nobody_watches() {
        Ensemble all = svag("C2", 2, 3000);
        Ensemble last = all.watchedAt(List.of(4, 2));
        Estimates expected = new Engine(2).run(all, TESTS, Progress.SILENT);
        Estimates estimates = new Engine(2).run(last, TESTS, Progress.SILENT);
        for (int k : last.watched()) {
            for (int g = 0; g < OBSERVABLES.size(); g++) {
                assertThat(estimates.moments(k, g)).isEqualTo(expected.moments(k, g));
                assertThat(estimates.evidence(k, g)).isEqualTo(expected.evidence(k, g));
                assertThat(estimates.wideShare(k, g)).isEqualTo(expected.wideShare(k, g));
            }
        }
        assertThatThrownBy(() -> estimates.moments(3, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("checkpoint is 3, the ensemble was watched at [4, 2] only");
        assertThatThrownBy(() -> all.watchedAt(List.of()))
                .hasMessage("watched is [], expected at least one checkpoint, each 1 to 4 (SGD steps of C2)");
        assertThatThrownBy(() -> all.watchedAt(List.of(4, 5)))
                .hasMessage("watched is [4, 5], expected at least one checkpoint, each 1 to 4 (SGD steps of C2)");
    }

    @Test
    void bad_numbers_are_refused_by_name() {
        assertThatThrownBy(() -> new Engine(0)).hasMessageContaining("threads is 0");
        assertThatThrownBy(() -> new Engine(1, 24)).hasMessageContaining("lanes is 24");
        assertThatThrownBy(() -> svag("C2", 1, 0)).hasMessageContaining("trajectories is 0");
    }

    @Test
    void euler_maruyama_on_a_finite_sum_draws_its_noise_from_weighted_gradients() {
        Problem problem = Problems.named("C2");
        Estimates estimates = new Engine(2)
                .run(ensemble(EulerMaruyama.family(problem), problem, 1, 200_000), CellTests.NONE, Progress.SILENT);
        // One NGD step from (-1, 1): Cov x = eta^2 S, with S from the finite sum.
        double variance = 0.25
                * 0.25
                * problem.objective()
                        .gradientMoments(problem.start())
                        .orElseThrow()
                        .covariance()[0][0];
        assertThat(estimates.moments(1, 0).variance()).isBetween(0.97 * variance, 1.03 * variance);
    }

    private static Ensemble svag(String name, int level, long trajectories) {
        Problem problem = Problems.named(name);
        return ensemble(Svag.family(problem), problem, level, trajectories);
    }

    private static Ensemble ensemble(Family family, Problem problem, int level, long trajectories) {
        return new Ensemble(
                family.at(level, problem.objective()),
                problem,
                level,
                family.stepsPerCheckpoint(level),
                OBSERVABLES,
                new Seed(7),
                trajectories);
    }

    private static String run(Family family, Problem problem, int level) {
        return bits(new Engine(2).run(ensemble(family, problem, level, 2000), TESTS, Progress.SILENT));
    }

    private static String bits(Estimates estimates) {
        StringBuilder bits = new StringBuilder();
        for (int k = 1; k <= estimates.ensemble().checkpoints(); k++) {
            for (int g = 0; g < OBSERVABLES.size(); g++) {
                bits.append(estimates.moments(k, g))
                        .append(estimates.evidence(k, g))
                        .append('\n');
            }
        }
        return bits.toString();
    }

    /** What a user would write. */
    private static final class HandWritten {
        static void sgd(double[] x, StepContext context) {
            double[] g = context.sampleGradient(x);
            for (int i = 0; i < x.length; i++) {
                x[i] -= context.learningRate() * g[i];
            }
        }

        static void svag(double[] x, StepContext context) {
            double root = Math.sqrt(2.0 * context.level() - 1);
            double[] g = context.sampleGradient(x);
            double[] h = context.sampleGradient(x);
            for (int i = 0; i < x.length; i++) {
                x[i] -= context.learningRate() * ((1 + root) / 2 * g[i] + (1 - root) / 2 * h[i]);
            }
        }
    }
}
