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
 * Writes a value as text: of an enum constant its name, of all else what {@code toString} says, if that says the value.
 */
final class PlainText {
    /** Remembers which classes have no text of their own but {@code Name@hash}. */
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
     * Writes a value.
     *
     * @throws UnfitValueException when it is no single value, or has no text; the message has the type, never the value
     */
    static String of(Object value) {
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        if (holdsOthers(value) || losesTime(value) || NAMELESS.get(value.getClass())) {
            throw new UnfitValueException(
                    "a " + value.getClass().getTypeName() + "; give the text that is to be stored");
        }
        return value.toString();
    }

    /**
     * Their text leaves the milliseconds out and depends on the zone of the JVM; those of java.sql have one of their
     * own.
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
