package io.github.domojvm.rows;

import io.github.domojvm.internal.csv.FieldText;
import io.github.domojvm.internal.csv.PlainTime;
import io.github.domojvm.rest.model.ColumnType;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Parses a field by the type of its column: text, {@code Long}, {@code Double}, {@code BigDecimal}, a date or a time.
 */
final class TextValue {
    private static final int DATE_CHARS = 10;

    private TextValue() {}

    /**
     * Parses a value.
     *
     * @throws IllegalArgumentException if the text does not have the type of the column; the message does not contain
     *     it
     */
    static Object of(String text, @Nullable ColumnType type) {
        try {
            return switch (type == null ? ColumnType.UNKNOWN : type) {
                case STRING, UNKNOWN -> text;
                case LONG -> whole(text);
                case DOUBLE -> real(text);
                case DECIMAL -> number(text);
                case DATE -> date(text);
                case DATETIME -> dateTime(text);
            };
        } catch (NumberFormatException | ArithmeticException | DateTimeException containsTheValue) {
            throw new IllegalArgumentException("the value is not a valid " + type);
        }
    }

    /** A query may return a whole number as 12.0 or 1.2E1. */
    private static Long whole(String text) {
        return FieldText.isWhole(text)
                ? Long.valueOf(text)
                : Long.valueOf(number(text).longValueExact());
    }

    private static Double real(String text) {
        if (!FieldText.isNumber(text)) {
            throw new NumberFormatException("not a number");
        }
        // A BigDecimal has no negative zero.
        double value = Double.parseDouble(text);
        if (Double.isInfinite(value)) {
            throw new ArithmeticException("beyond a double");
        }
        return value;
    }

    private static BigDecimal number(String text) {
        if (!FieldText.isNumber(text)) {
            throw new NumberFormatException("not a number");
        }
        return new BigDecimal(text);
    }

    /** A query may return a date as midnight of that day. */
    private static LocalDate date(String text) {
        LocalDate date = PlainTime.date(text);
        if (date != null) {
            return date;
        }
        if (text.length() == DATE_CHARS) {
            return LocalDate.parse(text);
        }
        LocalDateTime time = dateTime(text);
        if (!time.toLocalTime().equals(LocalTime.MIDNIGHT)) {
            throw new DateTimeException("not the first moment of a day");
        }
        return time.toLocalDate();
    }

    /** Times in exports have no zone and are in UTC. A time with an offset is converted to UTC. */
    private static LocalDateTime dateTime(String text) {
        LocalDateTime time = PlainTime.dateTime(text);
        return time == null ? parsed(text.replace(' ', 'T')) : time;
    }

    private static LocalDateTime parsed(String text) {
        if (text.length() == DATE_CHARS) {
            return LocalDate.parse(text).atStartOfDay();
        }
        return FieldText.hasOffset(text)
                ? OffsetDateTime.parse(text)
                        .withOffsetSameInstant(ZoneOffset.UTC)
                        .toLocalDateTime()
                : LocalDateTime.parse(text);
    }
}
