package io.github.domojvm.rows;

import io.github.domojvm.error.DomoDataException;
import io.github.domojvm.internal.csv.FieldText;
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

/** Converts rows to records. */
final class RecordReader<R extends Record> {
    private final RecordShape<R> shape;
    private final List<String> names;
    private final int[] indexes;

    RecordReader(Class<R> type, Columns columns) {
        shape = RecordShape.of(type);
        names = shape.columns();
        indexes = names.stream().mapToInt(columns::indexOf).toArray();
    }

    R read(Row row) {
        @Nullable Object[] values = new Object[indexes.length];
        for (int i = 0; i < indexes.length; i++) {
            values[i] = component(row, i);
        }
        try {
            return shape.newInstance(values);
        } catch (RuntimeException e) {
            throw new DomoDataException(
                    "Row " + row.number() + " cannot be converted to " + shape + ": its constructor failed with "
                            + e.getClass().getName() + ". Fix the constructor, or read the rows without the class.",
                    e);
        }
    }

    private @Nullable Object component(Row row, int component) {
        @Nullable Object value = row.values().get(indexes[component]);
        Class<?> type = shape.type(component);
        if (value == null) {
            if (type.isPrimitive()) {
                throw new DomoDataException(
                        location(row, component) + "there is no value, and " + type.getName()
                                + " cannot be null. Use its wrapper class for the record component.",
                        null);
            }
            return null;
        }
        try {
            return converted(value, type);
        } catch (ArithmeticException | IllegalArgumentException containsTheValue) {
            throw new DomoDataException(
                    location(row, component) + "its value, a "
                            + value.getClass().getSimpleName()
                            + ", cannot be converted to the type of the record component, " + type.getSimpleName()
                            + ". Use another type for the component.",
                    null);
        }
    }

    private String location(Row row, int component) {
        return "Row " + row.number() + ", column '" + names.get(component) + "': ";
    }

    /** Converts without loss. Throws if the type cannot represent the value. */
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
        if (type == double.class && number instanceof Double) {
            return number;
        }
        if (number instanceof Long whole && (type == long.class || type == int.class)) {
            return type == long.class ? (Object) whole : Math.toIntExact(whole);
        }
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
            return lossless(number.doubleValue(), FieldText.fitsDouble(exact));
        }
        if (type == float.class || type == Float.class) {
            return narrow(number, exact);
        }
        if (type == BigDecimal.class) {
            return exact;
        }
        throw new IllegalArgumentException(type.getName());
    }

    /** A number is a float if it equals the float exactly or in the float's shortest text. */
    private static Number narrow(Number number, BigDecimal exact) {
        float nearest = number.floatValue();
        if (!Float.isFinite(nearest)) {
            return lossless(nearest, false);
        }
        boolean same = number instanceof Double
                ? nearest == number.doubleValue()
                : exact.compareTo(new BigDecimal(nearest)) == 0;
        return lossless(nearest, same || exact.compareTo(new BigDecimal(Float.toString(nearest))) == 0);
    }

    private static Number lossless(Number number, boolean fits) {
        if (!fits) {
            throw new ArithmeticException("it has more digits");
        }
        return number;
    }

    /** A DATETIME has no zone and is in UTC. */
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
            return same(UUID.fromString(text), text);
        }
        if (type == BigInteger.class) {
            return same(new BigInteger(text), text);
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

    /** Rejects text that the value does not reproduce: leading zeros would be lost. */
    private static Object same(Object value, String text) {
        if (!value.toString().equalsIgnoreCase(text)) {
            throw new IllegalArgumentException("other text");
        }
        return value;
    }

    private static boolean truth(String text) {
        if (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")) {
            return Boolean.parseBoolean(text);
        }
        throw new IllegalArgumentException("boolean");
    }
}
