package io.github.domojvm.internal.csv;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.temporal.TemporalAccessor;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The forms that numbers, dates and times have in CSV (Domo docs, DataSet API; those of times as seen with the service
 * by other clients). The JDK's parsers take more: other digits, blanks, {@code 1d}, hours only.
 */
public final class FieldText {
    private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]{1,19}");
    private static final Pattern NUMBER = Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]{1,9})?");
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final String CLOCK = "([01][0-9]|2[0-3]):[0-9]{2}:[0-9]{2}";
    /** The blank is known without fraction and offset only. */
    private static final Pattern TIME =
            Pattern.compile(DATE + "( " + CLOCK + "|T" + CLOCK + "(\\.[0-9]{3})?(Z|[+-][0-9]{2}:[0-9]{2})?)");

    /** Significant digits that every double keeps. */
    private static final int DIGITS = 15;

    private FieldText() {}

    /**
     * Says whether it is a whole number of 64 bits.
     *
     * @param text a field
     * @return true for digits after an optional sign
     */
    public static boolean isWhole(String text) {
        return WHOLE.matcher(text).matches() && (text.length() < 19 || new BigInteger(text).bitLength() < Long.SIZE);
    }

    /**
     * Says whether it is a number.
     *
     * @param text a field
     * @return true for digits with a dot and an exponent, if any
     */
    public static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches();
    }

    /**
     * Says whether a number stays what it is as a double: exactly, or as the shortest text that means the same double.
     *
     * @param number a number
     * @return false when digits would be lost
     */
    public static boolean fitsDouble(BigDecimal number) {
        double nearest = number.doubleValue();
        if (!Double.isFinite(nearest)) {
            return false;
        }
        // Each text of so many digits means a double of its own; before Java 19, toString may give one that is longer.
        boolean few = number.stripTrailingZeros().precision() <= DIGITS && Math.abs(nearest) >= Double.MIN_NORMAL;
        return few
                || number.compareTo(BigDecimal.valueOf(nearest)) == 0
                || number.compareTo(new BigDecimal(nearest)) == 0;
    }

    /**
     * Says whether it is a day that exists.
     *
     * @param text a field
     * @return true for {@code yyyy-MM-dd}
     */
    public static boolean isDate(String text) {
        return DATE.matcher(text).matches() && parsed(text) != null;
    }

    /**
     * Says whether it is a time that exists, to the second or millisecond, with or without an offset.
     *
     * @param text a field
     * @return true for {@code yyyy-MM-ddTHH:mm:ss} and what may follow, or with a blank in place of the {@code T}
     */
    public static boolean isDateTime(String text) {
        return TIME.matcher(text).matches() && parsed(text.replace(' ', 'T')) != null;
    }

    /** Returns null for a day or a time that does not exist. */
    private static @Nullable TemporalAccessor parsed(String text) {
        try {
            return text.length() == "yyyy-MM-dd".length()
                    ? LocalDate.parse(text)
                    : hasOffset(text) ? OffsetDateTime.parse(text) : LocalDateTime.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /**
     * Says whether a time tells its distance from UTC.
     *
     * @param time a time that is well formed
     * @return false when it has none
     */
    public static boolean hasOffset(String time) {
        return time.endsWith("Z") || Math.max(time.indexOf('+'), time.lastIndexOf('-')) > "yyyy-MM-dd".length();
    }
}
