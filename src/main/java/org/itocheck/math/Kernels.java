package org.itocheck.math;

import java.lang.reflect.Constructor;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * Chooses, once for a JVM, between two versions of the loops over rows: plain ones, which the compiler vectorises as well as it can, and
 * ones on the Vector API, which is an incubating module and so is there only where the JVM is started with
 * {@code --add-modules jdk.incubator.vector}. Both give the same bits.
 * <p>The system property {@code itocheck.kernels} is {@code vector} or {@code plain}; without it the Vector API is used where it is there.
 */
public final class Kernels {
    /** The system property that decides by hand. */
    public static final String PROPERTY = "itocheck.kernels";

    /** Rows of a multiple of this length suit vectors of 2, 4 and 8 doubles. */
    public static final int GRAIN = 8;

    private static final String MODULE = "jdk.incubator.vector";
    /** The widest vectors that are used, in bits; the system property {@code itocheck.kernels.bits} sets another width. */
    public static final int BITS = Integer.getInteger(PROPERTY + ".bits", 256);

    private static final boolean VECTOR = choose(System.getProperty(PROPERTY, ""));

    private static final int DOUBLES =
            ifOnVectorApi(Width.class, "VectorShapes").map(Width::doubles).orElse(0);

    /** The number of doubles in a vector. */
    interface Width {
        int doubles();
    }

    private Kernels() {}

    /** The number of doubles in a vector of this JVM; 0 where it computes rows in plain loops. */
    public static int doubles() {
        return DOUBLES;
    }

    /**
     * The version that this JVM uses for rows of the given length.
     *
     * @param kind what both versions implement
     * @param vector the version on the Vector API, a class in the package of {@code kind} with one constructor, (int lanes)
     * @param lanes the length of the rows; the Vector API serves multiples of {@link #GRAIN}
     * @param plain makes the other version
     */
    public static <T> T forLanes(Class<T> kind, String vector, int lanes, IntFunction<T> plain) {
        return lanes % GRAIN == 0
                ? ifOnVectorApi(kind, vector, lanes).orElseGet(() -> plain.apply(lanes))
                : plain.apply(lanes);
    }

    /** The version on the Vector API where this JVM uses it, otherwise empty. */
    public static <T> Optional<T> ifOnVectorApi(Class<T> kind, String vector, Object... arguments) {
        return VECTOR ? onVectorApi(kind, vector, arguments) : Optional.empty();
    }

    /**
     * The version on the Vector API, whatever the property says; empty where the module is missing.
     *
     * @param vector a name, because the class cannot be linked where the module is missing
     * @param arguments of its only constructor
     */
    public static <T> Optional<T> onVectorApi(Class<T> kind, String vector, Object... arguments) {
        if (!present()) {
            return Optional.empty();
        }
        try {
            Constructor<?> constructor = Class.forName(
                            kind.getPackageName() + "." + vector, true, kind.getClassLoader())
                    .getDeclaredConstructors()[0];
            constructor.setAccessible(true);
            return Optional.of(kind.cast(constructor.newInstance(arguments)));
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("cannot make " + vector + " beside " + kind.getName(), e);
        }
    }

    private static boolean present() {
        return ModuleLayer.boot().findModule(MODULE).isPresent();
    }

    private static boolean choose(String wish) {
        boolean present = present();
        switch (wish) {
            case "" -> {
                if (!present) {
                    System.getLogger(Kernels.class.getName())
                            .log(
                                    System.Logger.Level.INFO,
                                    "rows run on plain loops, which take about a third longer; start Java with --add-modules "
                                            + MODULE + " for the Vector API (the results are the same)");
                }
                return present;
            }
            case "plain" -> {
                return false;
            }
            case "vector" -> {
                if (!present) {
                    throw new IllegalStateException(PROPERTY + " is vector, but the module " + MODULE
                            + " is missing; start Java with --add-modules " + MODULE);
                }
                return true;
            }
            default -> throw new IllegalArgumentException(PROPERTY + " is '" + wish + "', expected vector or plain");
        }
    }
}
