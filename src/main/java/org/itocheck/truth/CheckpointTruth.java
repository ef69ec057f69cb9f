package org.itocheck.truth;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.itocheck.observable.Observable;
import org.jspecify.annotations.Nullable;

/** One law of the state for each checkpoint, all computed together when the first is asked for. */
final class CheckpointTruth implements Truth {
    private final String source;
    private final int steps;
    private @Nullable Supplier<List<StateLaw>> computation;
    private List<StateLaw> laws = List.of();

    CheckpointTruth(String source, int steps, Supplier<List<StateLaw>> computation) {
        this.source = source;
        this.steps = steps;
        this.computation = computation;
    }

    @Override
    public String source() {
        return source;
    }

    @Override
    public Optional<Expectation> of(Observable g, int checkpoint) {
        if (checkpoint < 1 || checkpoint > steps) {
            throw new IllegalArgumentException("checkpoint is " + checkpoint + ", the problem has checkpoints 1 to "
                    + steps + " (one for each SGD step)");
        }
        return laws().get(checkpoint - 1).of(g).flatMap(CheckpointTruth::finite);
    }

    /** A motion that explodes overflows: then nothing is known. */
    private static Optional<Expectation> finite(Expectation e) {
        if (!Double.isFinite(e.mean())) {
            return Optional.empty();
        }
        return Optional.of(Double.isFinite(e.variance()) ? e : new Expectation(e.mean(), Double.NaN));
    }

    private synchronized List<StateLaw> laws() {
        if (computation != null) {
            laws = List.copyOf(computation.get());
            computation = null;
        }
        return laws;
    }
}
