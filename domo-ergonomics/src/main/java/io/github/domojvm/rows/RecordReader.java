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
            values[i] = component(row, i);
        }
        try {
            return shape.make(values);
        } catch (RuntimeException e) {
            throw new DomoDataException(
                    "Row " + row.number() + " makes no " + shape + ": its constructor failed with "
                            + e.getClass().getName() + ". Mend it, or read the rows without the class.",
                    e);
        }
    }

    private @Nullable Object component(Row row, int place) {
        @Nullable Object value = row.values().get(places[place]);
        Class<?> type = shape.type(place);
        if (value == null) {
            if (type.isPrimitive()) {
                throw new DomoDataException(
                        place(row, place) + "there is no value, and " + type.getName()
                                + " cannot be null. Use the class of that name for the record's component.",
                        null);
            }
            return null;
        }
        try {
            return converted(value, type);
        } catch (ArithmeticException | IllegalArgumentException withTheValue) {
            throw new DomoDataException(
                    place(row, place) + "its value, a " + value.getClass().getSimpleName()
                            + ", does not fit the record's component, a " + type.getSimpleName() + ".",
                    null);
        }
    }

    private String place(Row row, int place) {
        return "Row " + row.number() + ", column '" + names.get(place) + "': ";
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

    /** A float is what a DOUBLE of it is exactly, or what its own shortest text is. */
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

    /** Leading zeros would be lost. */
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
