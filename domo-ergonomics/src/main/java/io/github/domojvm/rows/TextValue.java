package io.github.domojvm.rows;

import io.github.domojvm.internal.csv.FieldText;
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
 * Reads a field by the type of its column: text, {@code Long}, {@code Double}, {@code BigDecimal}, a date or a time.
 */
final class TextValue {
    private static final int DATE_CHARS = 10;

    private TextValue() {}

    /**
     * Reads a value.
     *
     * @throws IllegalArgumentException when the field is none of the column's type; the message does not repeat it
     */
    static Object of(String text, @Nullable ColumnType type) {
        try {
            return switch (type == null ? ColumnType.UNKNOWN : type) {
                case STRING, UNKNOWN -> text;
                case LONG -> whole(text);
                case DOUBLE -> real(text);
                case DECIMAL -> number(text);
                case DATE -> date(text);
                case DATETIME -> dateTime(text.replace(' ', 'T'));
            };
        } catch (NumberFormatException | ArithmeticException | DateTimeException withTheValue) {
            throw new IllegalArgumentException("the value is no " + type);
        }
    }

    /** A query may give a whole number as 12.0 or 1.2E1. */
    private static Long whole(String text) {
        return FieldText.isWhole(text)
                ? Long.valueOf(text)
                : Long.valueOf(number(text).longValueExact());
    }

    private static Double real(String text) {
        if (!FieldText.isNumber(text)) {
            throw new NumberFormatException("not a number");
        }
        // Not by way of a BigDecimal, which has no negative zero.
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

    /** A query may give a date as its first moment. */
    private static LocalDate date(String text) {
        if (text.length() == DATE_CHARS) {
            return LocalDate.parse(text);
        }
        LocalDateTime time = dateTime(text.replace(' ', 'T'));
        if (!time.toLocalTime().equals(LocalTime.MIDNIGHT)) {
            throw new DateTimeException("not the first moment of a day");
        }
        return time.toLocalDate();
    }

    /** Exports have no zone and mean UTC; what has one is brought there. */
    private static LocalDateTime dateTime(String text) {
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
