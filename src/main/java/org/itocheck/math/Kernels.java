package org.itocheck.math;

import java.lang.reflect.Constructor;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * Chooses, once for a JVM, between two versions of the loops over rows: plain ones, which the compiler vectorises as well as it can, and
 * ones on the Vector API, which is an incubating module and so is there only where the JVM is started with
 * {@code --add-modules jdk.incubator.vector}. Both give the same bits.
 * <p>The system property {@code itocheck.kernels} is {@code vector} or {@code plain}; without it the Vector API is used where it is there.
 * {@code itocheck.kernels.bits} is the width of its vectors, 256 unless said otherwise.
 */
public final class Kernels {
    /** The system property that decides by hand. */
    public static final String PROPERTY = "itocheck.kernels";

    /** Rows of a multiple of this length suit vectors of 2, 4 and 8 doubles. */
    public static final int GRAIN = 8;

    /** The system property with the width of the widest vectors that are used, in bits: 128, 256 or 512. */
    public static final String BITS_PROPERTY = PROPERTY + ".bits";

    private static final String VECTOR = "vector";
    private static final String MODULE = "jdk.incubator.vector";
    private static final List<String> WIDTHS = List.of("128", "256", "512");

    /** What the properties say when rows are computed for the first time; so they can be checked before. */
    private static final class Chosen {
        static final boolean VECTOR = choose(kind());
        static final int BITS = width(widest());
        static final int DOUBLES =
                ifOnVectorApi(Width.class, "VectorShapes").map(Width::doubles).orElse(0);
    }

    /** The number of doubles in a vector. */
    interface Width {
        int doubles();
    }

    private Kernels() {}

    /**
     * Checks what the system properties say now, for programs that want to refuse it before they do anything else.
     *
     * @throws IllegalArgumentException if one of them has a value that is not among those allowed
     */
    public static void checkProperties() {
        isVectorWished(kind());
        width(widest());
    }

    /** The number of doubles in a vector of this JVM; 0 where it computes rows in plain loops. */
    public static int doubles() {
        return Chosen.DOUBLES;
    }

    /** The widest vectors that may be used, in bits; where the processor has none as wide, its widest are used. */
    static int bits() {
        return Chosen.BITS;
    }

    /** For people: {@code plain loops}, or {@code Vector API, 256 bits}. */
    public static String describe() {
        return doubles() == 0 ? "plain loops" : "Vector API, " + Double.SIZE * doubles() + " bits";
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
        return Chosen.VECTOR ? onVectorApi(kind, vector, arguments) : Optional.empty();
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
        boolean wished = isVectorWished(wish);
        if (wished && !present && wish.equals(VECTOR)) {
            throw new IllegalStateException(PROPERTY + " is vector, but the module " + MODULE
                    + " is missing; start Java with --add-modules " + MODULE);
        }
        if (wished && !present) {
            System.getLogger(Kernels.class.getName())
                    .log(
                            System.Logger.Level.INFO,
                            "rows run on plain loops, which take about a third longer; start Java with --add-modules "
                                    + MODULE + " for the Vector API (the results are the same)");
        }
        return wished && present;
    }

    private static String kind() {
        return System.getProperty(PROPERTY, "");
    }

    private static String widest() {
        return System.getProperty(BITS_PROPERTY, "256");
    }

    private static boolean isVectorWished(String wish) {
        return switch (wish) {
            case "", VECTOR -> true;
            case "plain" -> false;
            default -> throw new IllegalArgumentException(PROPERTY + " is '" + wish + "', expected vector or plain");
        };
    }

    private static int width(String wish) {
        if (!WIDTHS.contains(wish)) {
            throw new IllegalArgumentException(BITS_PROPERTY + " is '" + wish + "', expected 128, 256 or 512; where the"
                    + " processor has no vectors as wide, its widest are used");
        }
        return Integer.parseInt(wish);
    }
}
