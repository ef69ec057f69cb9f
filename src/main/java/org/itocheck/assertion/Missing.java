package org.itocheck.assertion;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says which call a chain lacks before its verb. */
final class Missing {
    private Missing() {}

    static <T> T require(@Nullable T value, String verb, String what, String example) {
        if (value == null) {
            throw error(verb, what, example);
        }
        return value;
    }

    static void requireAny(List<?> values, String verb, String what, String example) {
        if (values.isEmpty()) {
            throw error(verb, what, example);
        }
    }

    private static IllegalStateException error(String verb, String what, String example) {
        return new IllegalStateException(verb + " needs " + what + ": add for example " + example + " before " + verb);
    }
}
