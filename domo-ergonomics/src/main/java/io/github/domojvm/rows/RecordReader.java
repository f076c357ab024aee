package io.github.domojvm.rows;

import io.github.domojvm.error.DomoDataException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes records of rows. */
final class RecordReader<R extends Record> {
    private final RecordShape<R> shape;
    private final List<String> names;
    private final int[] places;

    RecordReader(Class<R> type, Columns columns) {
        shape = RecordShape.of(type);
        names = shape.columns();
        places = names.stream().mapToInt(columns::place).toArray();
    }

    R read(Row row) {
        @Nullable Object[] values = new Object[places.length];
        for (int i = 0; i < places.length; i++) {
            values[i] = component(row.values().get(places[i]), i);
        }
        return shape.make(values);
    }

    private @Nullable Object component(@Nullable Object value, int place) {
        Class<?> type = shape.type(place);
        if (value == null) {
            if (type.isPrimitive()) {
                throw new DomoDataException(
                        "The column '" + names.get(place) + "' has a row without a value, and " + type.getName()
                                + " cannot be null. Use the class of that name for the record's component.",
                        null);
            }
            return null;
        }
        try {
            return converted(value, type);
        } catch (ArithmeticException | IllegalArgumentException e) {
            throw new DomoDataException(
                    "The column '" + names.get(place) + "' holds a "
                            + value.getClass().getSimpleName() + " that does not fit the record's component, a "
                            + type.getSimpleName() + ".",
                    e);
        }
    }

    /** Never loses anything: what does not fit is an error. */
    private static Object converted(Object value, Class<?> type) {
        if (type.isInstance(value)) {
            return value;
        }
        if (value instanceof Number number) {
            return number(number, type);
        }
        if (value instanceof LocalDateTime time) {
            return time(time, type);
        }
        if (value instanceof String text) {
            return text(text, type);
        }
        throw new IllegalArgumentException(type.getName());
    }

    private static Object number(Number number, Class<?> type) {
        BigDecimal exact = new BigDecimal(number.toString());
        if (type == long.class || type == Long.class) {
            return exact.longValueExact();
        }
        if (type == int.class || type == Integer.class) {
            return exact.intValueExact();
        }
        if (type == short.class || type == Short.class) {
            return exact.shortValueExact();
        }
        if (type == byte.class || type == Byte.class) {
            return exact.byteValueExact();
        }
        if (type == double.class || type == Double.class) {
            return number.doubleValue();
        }
        if (type == float.class || type == Float.class) {
            return number.floatValue();
        }
        if (type == BigDecimal.class) {
            return exact;
        }
        throw new IllegalArgumentException(type.getName());
    }

    /** A DATETIME has no zone and means UTC. */
    private static Object time(LocalDateTime time, Class<?> type) {
        if (type == Instant.class) {
            return time.toInstant(ZoneOffset.UTC);
        }
        if (type == OffsetDateTime.class) {
            return time.atOffset(ZoneOffset.UTC);
        }
        if (type == ZonedDateTime.class) {
            return time.atZone(ZoneOffset.UTC);
        }
        throw new IllegalArgumentException(type.getName());
    }

    private static Object text(String text, Class<?> type) {
        if (type == UUID.class) {
            return UUID.fromString(text);
        }
        if (type == BigInteger.class) {
            return new BigInteger(text);
        }
        if ((type == char.class || type == Character.class) && text.length() == 1) {
            return text.charAt(0);
        }
        if (type == boolean.class || type == Boolean.class) {
            return truth(text);
        }
        if (type.isEnum()) {
            for (Object constant : type.getEnumConstants()) {
                if (((Enum<?>) constant).name().equals(text)) {
                    return constant;
                }
            }
        }
        throw new IllegalArgumentException(type.getName());
    }

    private static boolean truth(String text) {
        if (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")) {
            return Boolean.parseBoolean(text);
        }
        throw new IllegalArgumentException("boolean");
    }
}
