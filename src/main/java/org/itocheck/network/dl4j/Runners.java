package org.itocheck.network.dl4j;

import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Function;
import org.nd4j.linalg.api.buffer.DataType;

/** As many copies of a model as threads have been in it at once. Safe for use by several threads. */
final class Runners {
    private final Model prototype;
    private final DataType type;
    private final TrainedParameters trained;
    private final InputArray order;
    private final int classes;
    private final Deque<Runner> idle = new ConcurrentLinkedDeque<>();

    /** @param prototype is copied and never run */
    Runners(Model prototype, DataType type, TrainedParameters trained, InputArray order, int classes) {
        this.prototype = prototype;
        this.type = type;
        this.trained = trained;
        this.order = order;
        this.classes = classes;
    }

    /** Lends a runner; one whose work fails does not come back. */
    <T> T with(Function<Runner, T> work) {
        Runner runner = idle.pollFirst();
        if (runner == null) {
            runner = make();
        }
        T result = work.apply(runner);
        idle.addFirst(runner);
        return result;
    }

    private synchronized Runner make() {
        return new Runner(prototype.copy(type), trained, order, classes);
    }
}
