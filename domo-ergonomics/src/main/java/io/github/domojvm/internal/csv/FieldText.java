package io.github.domojvm.internal.csv;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The formats of numbers, dates and times in CSV (Domo docs, DataSet API; the formats of times as other clients
 * observed them with the service). The JDK's parsers accept more: other digits, spaces, {@code 1d}, hours only.
 */
public final class FieldText {
    private static final String DATE = "[0-9]{4}-[0-9]{2}-[0-9]{2}";
    private static final String CLOCK = "([01][0-9]|2[0-3]):[0-9]{2}:[0-9]{2}";
    /** The form with a space is known only without fraction and offset. */
    private static final Pattern TIME =
            Pattern.compile(DATE + "( " + CLOCK + "|T" + CLOCK + "(\\.[0-9]{3})?(Z|[+-][0-9]{2}:[0-9]{2})?)");

    /** With so few significant digits, each number denotes a different double. */
    private static final int DIGITS = 15;

    private FieldText() {}

    /**
     * Returns whether a field is a whole number of 64 bits.
     *
     * @param text a field
     * @return true for digits after an optional sign
     */
    public static boolean isWhole(String text) {
        return PlainNumber.isWhole(text);
    }

    /**
     * Returns whether a field is a number.
     *
     * @param text a field
     * @return true for digits, optionally with a dot and an exponent
     */
    public static boolean isNumber(String text) {
        return PlainNumber.isNumber(text);
    }

    /**
     * Returns whether a number can be converted to a double without loss: exactly, or as the text of the double.
     *
     * @param number a number
     * @return false if digits would be lost
     */
    public static boolean fitsDouble(BigDecimal number) {
        double nearest = number.doubleValue();
        return Double.isFinite(nearest)
                && (isTextOfDouble(number)
                        || number.compareTo(BigDecimal.valueOf(nearest)) == 0
                        || number.compareTo(new BigDecimal(nearest)) == 0);
    }

    /**
     * Returns whether a number equals the text of the nearest double, so that writing the double reproduces the number.
     * The text is that of {@code Double.toString} since Java 19, on any version of Java: the shortest that denotes the
     * double, and the closest to it among those. Earlier versions write more digits for some doubles.
     *
     * @param number a number
     * @return false if the text of the double is another number
     */
    public static boolean isTextOfDouble(BigDecimal number) {
        double nearest = number.doubleValue();
        if (!Double.isFinite(nearest)) {
            return false;
        }
        int digits = number.stripTrailingZeros().precision();
        if (number.signum() == 0 || (digits <= DIGITS && Math.abs(nearest) >= Double.MIN_NORMAL)) {
            return true;
        }
        BigDecimal exact = new BigDecimal(nearest);
        // Double.toString writes two digits or more: 4.9E-324, although 5E-324 denotes the same double.
        int length = Math.max(digits, 2);
        BigDecimal text = rounded(exact, length);
        return text != null && text.compareTo(number) == 0 && (length == 2 || rounded(exact, length - 1) == null);
    }

    /** Returns the closest number of so many digits that denotes the double; null if there is none. */
    private static @Nullable BigDecimal rounded(BigDecimal exact, int digits) {
        // Below a power of two, doubles are closer together: the closest number may denote the next double.
        for (RoundingMode mode : List.of(RoundingMode.HALF_EVEN, RoundingMode.UP)) {
            BigDecimal rounded = exact.round(new MathContext(digits, mode));
            if (rounded.doubleValue() == exact.doubleValue()) {
                return rounded;
            }
        }
        return null;
    }

    /**
     * Returns whether a field is an existing date.
     *
     * @param text a field
     * @return true for {@code yyyy-MM-dd}
     */
    public static boolean isDate(String text) {
        return PlainTime.date(text) != null;
    }

    /**
     * Returns whether a field is an existing date and time, to the second or millisecond, with or without an offset.
     *
     * @param text a field
     * @return true for {@code yyyy-MM-ddTHH:mm:ss} with optional milliseconds and offset, or with a space in place of
     *     the {@code T}
     */
    public static boolean isDateTime(String text) {
        return PlainTime.dateTime(text) != null
                || (TIME.matcher(text).matches() && parsed(text.replace(' ', 'T')) != null);
    }

    /** Returns null for a time that does not exist. */
    private static @Nullable TemporalAccessor parsed(String text) {
        try {
            return hasOffset(text) ? OffsetDateTime.parse(text) : LocalDateTime.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /**
     * Returns whether a time has an offset from UTC.
     *
     * @param time a well-formed time
     * @return false if it has none
     */
    public static boolean hasOffset(String time) {
        return time.endsWith("Z") || Math.max(time.indexOf('+'), time.lastIndexOf('-')) > "yyyy-MM-dd".length();
    }
}
