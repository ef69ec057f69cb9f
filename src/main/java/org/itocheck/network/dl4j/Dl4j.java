package org.itocheck.network.dl4j;

import java.util.Optional;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.factory.Nd4j;

/** Whether DL4J and the native library of ND4J are there. */
public final class Dl4j {
    private Dl4j() {}

    /**
     * What keeps the library from loading here, and the remedy.
     *
     * @return empty where it is loaded
     */
    public static Optional<String> missing() {
        return Optional.ofNullable(Library.PROBLEM);
    }

    static String backend() {
        return Nd4j.getBackend().getClass().getSimpleName();
    }

    /** Loaded once, when first asked for. */
    private static final class Library {
        static final @Nullable String PROBLEM = load();

        private static @Nullable String load() {
            try {
                Class.forName(MultiLayerNetwork.class.getName());
                Nd4j.scalar(1.0).close();
                return null;
            } catch (LinkageError | ReflectiveOperationException | RuntimeException e) {
                return "DL4J cannot be loaded (" + first(e) + "); put org.deeplearning4j:deeplearning4j-nn and"
                        + " org.nd4j:nd4j-native-platform on the classpath, or org.nd4j:nd4j-native with and without"
                        + " the classifier of this platform (docs/networks.md)";
            }
        }

        private static Throwable first(Throwable e) {
            Throwable cause = e.getCause();
            return cause == null ? e : first(cause);
        }
    }
}
