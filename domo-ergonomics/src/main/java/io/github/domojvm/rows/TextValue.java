package io.github.domojvm.rows;

import io.github.domojvm.rest.model.ColumnType;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Reads a field by the type of its column: text, {@code Long}, {@code Double}, {@code BigDecimal}, a date or a time. */
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
                case DOUBLE -> Double.valueOf(text);
                case DECIMAL -> new BigDecimal(text);
                case DATE -> LocalDate.parse(text.length() > DATE_CHARS ? text.substring(0, DATE_CHARS) : text);
                case DATETIME -> dateTime(text.replace(' ', 'T'));
            };
        } catch (NumberFormatException | ArithmeticException | DateTimeException e) {
            throw new IllegalArgumentException("the value is no " + type, e);
        }
    }

    /** A query may give a whole number as 12.0 or 1.2E1. */
    private static Long whole(String text) {
        try {
            return Long.valueOf(text);
        } catch (NumberFormatException notPlain) {
            return new BigDecimal(text).longValueExact();
        }
    }

    /** Exports have no zone and mean UTC; what has one is brought there. */
    private static LocalDateTime dateTime(String text) {
        if (text.length() == DATE_CHARS) {
            return LocalDate.parse(text).atStartOfDay();
        }
        char last = text.charAt(text.length() - 1);
        boolean zoned = last == 'Z' || text.indexOf('+') > DATE_CHARS || text.lastIndexOf('-') > DATE_CHARS;
        return zoned
                ? OffsetDateTime.parse(text)
                        .withOffsetSameInstant(ZoneOffset.UTC)
                        .toLocalDateTime()
                : LocalDateTime.parse(text);
    }
}
