package io.github.domojvm.rows;

import io.github.domojvm.internal.csv.RecordBytes;
import io.github.domojvm.rest.model.ColumnType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** Writes a value as {@link ValueText} converts it. Values of the usual class of a type are written without a text. */
final class ValueBytes {
    private static final int LAST_YEAR = 9999;
    /** Every number with so few digits is a {@code long}. */
    private static final int DIGITS_OF_LONG = 18;

    private ValueBytes() {}

    /**
     * Writes a value.
     *
     * @throws UnfitValueException if the column cannot store the value; the message contains its type, never the value
     */
    static void write(@Nullable Object value, @Nullable ColumnType type, RecordBytes target) {
        if (value == null) {
            target.addNull();
        } else if (type == null || !isWritten(value, type, target)) {
            target.addText(ValueText.of(value, type));
        }
    }

    private static boolean isWritten(Object value, ColumnType type, RecordBytes target) {
        return switch (type) {
            case STRING -> isTextWritten(value, target);
            case LONG -> isWholeWritten(value, target);
            case DOUBLE -> value instanceof Double number && isDoubleWritten(number, target);
            case DECIMAL -> value instanceof BigDecimal number && isDecimalWritten(number, target);
            case DATE -> value instanceof LocalDate date && isDateWritten(date, target);
            case DATETIME -> value instanceof LocalDateTime time && isTimeWritten(time, target);
            case UNKNOWN -> false;
        };
    }

    private static boolean isTextWritten(Object value, RecordBytes target) {
        if (!(value instanceof String text)) {
            return false;
        }
        target.addText(text);
        return true;
    }

    private static boolean isWholeWritten(Object value, RecordBytes target) {
        if (!(value instanceof Long || value instanceof Integer)) {
            return false;
        }
        target.addWhole(((Number) value).longValue());
        return true;
    }

    /** The text of a double denotes the double. With an exponent, it is not in the form of {@link ValueText}. */
    private static boolean isDoubleWritten(Double number, RecordBytes target) {
        String text = number.toString();
        if (!Double.isFinite(number) || text.indexOf('E') >= 0) {
            return false;
        }
        target.addPlainText(text);
        return true;
    }

    private static boolean isDecimalWritten(BigDecimal number, RecordBytes target) {
        int scale = number.scale();
        // A subclass can override the methods that return text.
        if (scale < 0 || scale > DIGITS_OF_LONG || number.getClass() != BigDecimal.class) {
            return false;
        }
        if (number.precision() > DIGITS_OF_LONG) {
            return false;
        }
        target.addFixed(number.unscaledValue().longValue(), scale);
        return true;
    }

    private static boolean isDateWritten(LocalDate date, RecordBytes target) {
        if (!isInRange(date.getYear())) {
            return false;
        }
        target.addDate(date);
        return true;
    }

    private static boolean isTimeWritten(LocalDateTime time, RecordBytes target) {
        if (!isInRange(time.getYear())) {
            return false;
        }
        target.addDateTime(time);
        return true;
    }

    private static boolean isInRange(int year) {
        return year >= 0 && year <= LAST_YEAR;
    }
}
