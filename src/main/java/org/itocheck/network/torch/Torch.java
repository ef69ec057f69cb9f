package org.itocheck.network.torch;

import java.util.Optional;
import java.util.function.Supplier;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;

/**
 * The native library: whether it is there, its threads and its memory. It computes on one thread unless {@code -Ditocheck.torch.threads=N} says
 * otherwise; results have the same bits as long as that number is the same.
 */
public final class Torch {
    /** The property with the number of threads. */
    public static final String THREADS = "itocheck.torch.threads";

    private static final ThreadLocal<Boolean> ENTERED = ThreadLocal.withInitial(() -> false);

    private Torch() {}

    /**
     * What keeps the library from loading here, and the remedy.
     *
     * @return empty where it is loaded
     */
    public static Optional<String> missing() {
        return Optional.ofNullable(Library.PROBLEM);
    }

    /** Whether there is a GPU that the library can use. */
    public static boolean hasCuda() {
        return missing().isEmpty() && torch.cuda_is_available();
    }

    static void require(TorchDevice device) {
        missing().ifPresent(problem -> {
            throw new IllegalStateException(problem);
        });
        if (device == TorchDevice.CUDA && !torch.cuda_is_available()) {
            throw new IllegalStateException("device is CUDA, but libtorch sees no GPU here; use TorchDevice.CPU, or put"
                    + " org.bytedeco:pytorch with the classifier linux-x86_64-gpu on the classpath of a machine that"
                    + " has one");
        }
    }

    /** Runs something and frees every native object that it made. */
    @SuppressWarnings("try") // the scope works by being open
    static <T> T scoped(Supplier<T> work) {
        if (!ENTERED.get()) {
            torch.set_num_threads(threads()); // a setting of the calling thread
            ENTERED.set(true);
        }
        try (PointerScope scope = new PointerScope()) {
            return work.get();
        }
    }

    private static int threads() {
        int threads = Integer.getInteger(THREADS, 1);
        if (threads < 1) {
            throw new IllegalArgumentException(THREADS + " is " + threads + ", expected at least 1");
        }
        return threads;
    }

    /** Loaded once, when first asked for. */
    private static final class Library {
        static final @Nullable String PROBLEM = load();

        private static @Nullable String load() {
            try {
                Loader.load(torch.class);
                return null;
            } catch (LinkageError e) {
                return "libtorch cannot be loaded (" + e + "); put org.bytedeco:pytorch-platform on the classpath, or"
                        + " org.bytedeco:pytorch and openblas with the classifier of this platform (docs/networks.md)";
            }
        }
    }
}
