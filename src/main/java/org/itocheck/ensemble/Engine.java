package org.itocheck.ensemble;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.itocheck.observable.Observable;

/**
 * Runs ensembles on a number of threads. Trajectories move in blocks of lanes, blocks form chunks of 1024, chunks are dealt to threads and
 * merged in their order: so the result depends neither on the threads nor on the lanes. Memory is that of a few chunks.
 */
public final class Engine {
    /** The number of lanes that is fastest on current machines. */
    public static final int DEFAULT_LANES = 256;

    /** Of so many lanes at most one may move a trajectory that nobody asked for. */
    private static final int IDLE = 8;

    private final int threads;
    private final int lanes;

    /** An engine with the default number of lanes. */
    public Engine(int threads) {
        this(threads, DEFAULT_LANES);
    }

    /**
     * @param threads at least 1
     * @param lanes a power of two between 1 and 1024
     */
    public Engine(int threads, int lanes) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads is " + threads + ", expected at least 1");
        }
        if (lanes < 1 || lanes > ChunkMover.CHUNK || Integer.bitCount(lanes) != 1) {
            throw new IllegalArgumentException(
                    "lanes is " + lanes + ", expected a power of two between 1 and " + ChunkMover.CHUNK);
        }
        this.threads = threads;
        this.lanes = lanes;
    }

    /** The number of threads. */
    public int threads() {
        return threads;
    }

    /**
     * Simulates an ensemble; with control variates first the pilot trajectories to which their coefficients are fitted.
     *
     * @param tests the mean tests that watch its cells
     * @param progress told about every finished chunk
     * @throws NonFiniteTrajectoryException if a state leaves the finite numbers: the first such trajectory, whatever the threads
     * @throws InterruptedRunException if the calling thread is interrupted
     */
    public Estimates run(Ensemble ensemble, CellTests tests, Progress progress) {
        long began = System.nanoTime();
        Coefficients coefficients = ensemble.controls().isEmpty() ? null : pilot(ensemble);
        Estimating total = new Estimating(ensemble, tests, coefficients);
        run(ensemble, ensemble.measured(), total::reduction, total::add, progress);
        return new Estimates(ensemble, total, (System.nanoTime() - began) * 1e-9);
    }

    private Coefficients pilot(Ensemble ensemble) {
        CrossProducts total = CrossProducts.empty(ensemble);
        Supplier<Reduction<CrossProducts>> reductions = () -> {
            double[] scratch = new double[ChunkMover.CHUNK];
            return (values, count) -> CrossProducts.of(ensemble, values, count, scratch);
        };
        run(ensemble.pilot(), ensemble.measured(), reductions, total::add, Progress.SILENT);
        return Coefficients.fit(ensemble, total);
    }

    /** @param reductions makes that of one thread */
    private <R> void run(
            Ensemble ensemble,
            List<Observable> observables,
            Supplier<Reduction<R>> reductions,
            Consumer<R> total,
            Progress progress) {
        Deal<R> deal = new Deal<>(ensemble, total, progress);
        int width = width(ensemble.trajectories());
        CountDownLatch finished = new CountDownLatch(threads);
        for (int t = 0; t < threads; t++) {
            Thread worker = new Thread(
                    () -> {
                        try {
                            deal.work(new ChunkMover(ensemble, observables, width, deal::cancelled), reductions.get());
                        } catch (Throwable failure) {
                            deal.fail(Long.MIN_VALUE, failure);
                        } finally {
                            finished.countDown();
                        }
                    },
                    "itocheck-" + t);
            worker.setDaemon(true);
            worker.start();
        }
        await(ensemble, deal, finished);
        deal.rethrow();
    }

    /** Fewer lanes where many would stand idle in the last block: a step of a network costs as much in an idle lane as in any other. */
    private int width(long trajectories) {
        int width = lanes;
        while (IDLE * ((width - trajectories % width) % width) > trajectories) {
            width /= 2;
        }
        return width;
    }

    private static void await(Ensemble ensemble, Deal<?> deal, CountDownLatch finished) {
        try {
            finished.await();
        } catch (InterruptedException e) {
            deal.cancel();
            Thread.currentThread().interrupt();
            throw new InterruptedRunException(ensemble, deal.done());
        }
    }
}
