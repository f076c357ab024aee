package io.github.domojvm.sandbox.internal.rows;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Column types of the schema of a DataSet (Domo docs, DataSet API). */
public enum ColumnType {
    /** Any text, stored unchanged. */
    STRING,
    /** A number with a decimal point, stored as written. */
    DECIMAL,
    /** A 64-bit integer, stored as written. */
    LONG,
    /** A number with a decimal point, stored as written. */
    DOUBLE,
    /** A date as {@code yyyy-MM-dd}. */
    DATE,
    /**
     * A time as {@code yyyy-MM-ddTHH:mm:ss}, optionally with a space in place of the {@code T}, a fraction of a second
     * or an offset. Exported in UTC as {@code yyyy-MM-dd HH:mm:ss}.
     */
    DATETIME;

    private static final int DATE_LENGTH = 10;
    private static final int SECONDS_LENGTH = 19;

    /**
     * Checks a value and returns the text that an export contains for it.
     *
     * @param text value as sent, not null
     * @return exported text, or null if the value does not fit this type
     */
    public @Nullable String exported(String text) {
        return switch (this) {
            case STRING -> text;
            case LONG -> isLong(text) ? text : null;
            case DECIMAL, DOUBLE -> isNumber(text) ? text : null;
            case DATE -> text.length() == DATE_LENGTH && startsWithDate(text) ? text : null;
            case DATETIME -> dateTime(text);
        };
    }

    private static boolean isLong(String text) {
        int first = signLength(text);
        if (first == text.length() || digitsEnd(text, first) != text.length()) {
            return false;
        }
        try {
            Long.parseLong(text);
            return true;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    // Double.parseDouble also accepts "NaN", "1d", "0x1p3" and surrounding whitespace.
    private static boolean isNumber(String text) {
        int first = signLength(text);
        int at = digitsEnd(text, first);
        int digits = at - first;
        if (at < text.length() && text.charAt(at) == '.') {
            int fraction = digitsEnd(text, at + 1);
            digits += fraction - at - 1;
            at = fraction;
        }
        if (digits == 0) {
            return false;
        }
        if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
            int exponent = at + 1 + signLength(text.substring(at + 1));
            at = digitsEnd(text, exponent);
            return at > exponent && at == text.length();
        }
        return at == text.length();
    }

    private static int signLength(String text) {
        return !text.isEmpty() && (text.charAt(0) == '-' || text.charAt(0) == '+') ? 1 : 0;
    }

    private static int digitsEnd(String text, int from) {
        int at = from;
        while (at < text.length() && isDigit(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean startsWithDate(String text) {
        int year = number(text, 0, 4);
        int month = number(text, 5, 7);
        int day = number(text, 8, DATE_LENGTH);
        return year >= 0
                && text.charAt(4) == '-'
                && text.charAt(7) == '-'
                && month >= 1
                && month <= 12
                && day >= 1
                && day <= YearMonth.of(year, month).lengthOfMonth();
    }

    private static @Nullable String dateTime(String text) {
        if (text.length() < SECONDS_LENGTH || !startsWithDate(text) || !isTime(text)) {
            return null;
        }
        String seconds = text.substring(0, DATE_LENGTH) + ' ' + text.substring(DATE_LENGTH + 1, SECONDS_LENGTH);
        if (text.length() == SECONDS_LENGTH) {
            return seconds;
        }
        boolean zoned = text.endsWith("Z") || text.lastIndexOf('+') > 0 || text.lastIndexOf('-') > SECONDS_LENGTH - 1;
        try {
            LocalDateTime utc = OffsetDateTime.parse(
                            text.substring(0, DATE_LENGTH) + 'T' + text.substring(DATE_LENGTH + 1) + (zoned ? "" : "Z"))
                    .withOffsetSameInstant(ZoneOffset.UTC)
                    .toLocalDateTime();
            return utc.toLocalDate() + " " + utc.toLocalTime().withNano(0).format(DateTimeFormatter.ISO_LOCAL_TIME);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static boolean isTime(String text) {
        char between = text.charAt(DATE_LENGTH);
        int hour = number(text, 11, 13);
        int minute = number(text, 14, 16);
        int second = number(text, 17, SECONDS_LENGTH);
        return (between == 'T' || between == ' ')
                && text.charAt(13) == ':'
                && text.charAt(16) == ':'
                && hour >= 0
                && hour < 24
                && minute >= 0
                && minute < 60
                && second >= 0
                && second < 60;
    }

    private static int number(String text, int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            if (!isDigit(text.charAt(i))) {
                return -1;
            }
            value = value * 10 + text.charAt(i) - '0';
        }
        return value;
    }
}
