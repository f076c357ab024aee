package io.github.domojvm.rows;

import io.github.domojvm.rest.model.ColumnType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes a value as the CSV field of a column. What the column cannot hold without loss is refused. */
final class ValueText {
    /** Domo docs, DataSet API; a fraction of a second is written only where there is one. */
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);

    private static final DateTimeFormatter MILLIS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS", Locale.ROOT);

    private ValueText() {}

    /**
     * Writes a value.
     *
     * @throws IllegalArgumentException when the column cannot hold it; the message has the type, never the value
     */
    static @Nullable String of(@Nullable Object value, @Nullable ColumnType type) {
        if (value == null) {
            return null;
        }
        if (value instanceof CharSequence text) {
            return type == ColumnType.STRING ? text.toString() : checked(text.toString(), type);
        }
        return switch (type == null ? ColumnType.UNKNOWN : type) {
            case STRING -> value instanceof Enum<?> constant ? constant.name() : value.toString();
            case LONG -> whole(value);
            case DOUBLE, DECIMAL -> number(value);
            case DATE -> date(value);
            case DATETIME -> dateTime(value);
            case UNKNOWN -> throw new IllegalArgumentException("the type of the column is not known");
        };
    }

    private static String whole(Object value) {
        if (value instanceof Long || value instanceof Integer || value instanceof Short || value instanceof Byte) {
            return value.toString();
        }
        try {
            if (value instanceof BigInteger big) {
                return Long.toString(big.longValueExact());
            }
            if (value instanceof BigDecimal big) {
                return Long.toString(big.longValueExact());
            }
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("a " + name(value) + " that is no whole number of 64 bits", e);
        }
        throw unfit(value);
    }

    private static String number(Object value) {
        if (value instanceof BigDecimal big) {
            return big.toPlainString();
        }
        if (value instanceof Double || value instanceof Float) {
            double number = ((Number) value).doubleValue();
            if (!Double.isFinite(number)) {
                throw new IllegalArgumentException(
                        "a " + name(value) + " that is " + value + ", which Domo has no text for");
            }
            return new BigDecimal(value.toString()).toPlainString();
        }
        if (value instanceof Number) {
            return new BigDecimal(value.toString()).toPlainString();
        }
        throw unfit(value);
    }

    private static String date(Object value) {
        if (value instanceof LocalDate date) {
            return date.toString();
        }
        if (value instanceof java.sql.Date date) {
            return date.toLocalDate().toString();
        }
        throw unfit(value);
    }

    private static String dateTime(Object value) {
        if (value instanceof LocalDateTime time) {
            return text(time);
        }
        if (value instanceof Timestamp time) {
            return text(time.toLocalDateTime());
        }
        if (value instanceof Instant time) {
            return text(time.atOffset(ZoneOffset.UTC).toLocalDateTime());
        }
        if (value instanceof OffsetDateTime time) {
            return text(time.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime());
        }
        if (value instanceof ZonedDateTime time) {
            return text(time.withZoneSameInstant(ZoneOffset.UTC).toLocalDateTime());
        }
        throw unfit(value);
    }

    private static String text(LocalDateTime time) {
        return time.format(
                time.truncatedTo(ChronoUnit.MILLIS).equals(time.truncatedTo(ChronoUnit.SECONDS)) ? SECONDS : MILLIS);
    }

    /** Text is taken for a number or a time when it is one already. */
    private static String checked(String text, @Nullable ColumnType type) {
        try {
            Object unused = TextValue.of(text, type);
            return text;
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("text that is no " + type, e);
        }
    }

    private static IllegalArgumentException unfit(Object value) {
        return new IllegalArgumentException("a " + name(value));
    }

    private static String name(Object value) {
        return value.getClass().getName();
    }
}
