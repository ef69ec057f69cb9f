package org.itocheck.objective.data;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value computed when first asked for. A failure is thrown as it is and tried again next time, which a static initialiser cannot do. */
final class Lazy<T> {
    private final Supplier<T> supplier;
    private @Nullable T value;

    Lazy(Supplier<T> supplier) {
        this.supplier = supplier;
    }

    synchronized T get() {
        T known = value;
        if (known == null) {
            known = supplier.get();
            value = known;
        }
        return known;
    }
}
