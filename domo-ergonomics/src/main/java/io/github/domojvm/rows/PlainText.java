package io.github.domojvm.rows;

import java.util.Calendar;
import java.util.Collection;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Converts a value to text: an enum constant to its name, any other value with {@code toString} if that represents it.
 */
final class PlainText {
    /** Caches which classes inherit {@code toString} from {@code Object}, which returns {@code Name@hash}. */
    private static final ClassValue<Boolean> NAMELESS = new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
            try {
                return type.getMethod("toString").getDeclaringClass() == Object.class;
            } catch (NoSuchMethodException e) {
                throw new AssertionError(e);
            }
        }
    };

    private PlainText() {}

    /**
     * Converts a value to text.
     *
     * @throws UnfitValueException if the value is not a single value or has no text; the message contains the type,
     *     never the value
     */
    static String of(Object value) {
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        if (holdsOthers(value) || losesTime(value) || NAMELESS.get(value.getClass())) {
            throw new UnfitValueException(
                    "a " + value.getClass().getTypeName() + "; convert it to the text to be stored");
        }
        return value.toString();
    }

    /**
     * Their text omits the milliseconds and depends on the time zone of the JVM. The subclasses in java.sql have their
     * own {@code toString}.
     */
    private static boolean losesTime(Object value) {
        return value.getClass() == Date.class || value instanceof Calendar;
    }

    private static boolean holdsOthers(Object value) {
        return value.getClass().isArray()
                || value instanceof Collection
                || value instanceof Map
                || value instanceof AtomicReference
                || value instanceof Optional
                || value instanceof OptionalInt
                || value instanceof OptionalLong
                || value instanceof OptionalDouble;
    }
}
