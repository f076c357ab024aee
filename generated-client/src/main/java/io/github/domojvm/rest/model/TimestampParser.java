package io.github.domojvm.rest.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.chrono.IsoChronology;
import org.jspecify.annotations.Nullable;

/**
 * Parses timestamps in the form in which the service sends them, such as {@code 2025-03-04T05:06:07Z}. The general
 * parser of the library creates many objects for each of them.
 */
final class TimestampParser {
    /** The index after the seconds. */
    private static final int SECONDS_END = 19;

    private static final int OFFSET_LENGTH = "+00:00".length();
    private static final int MAX_OFFSET_MINUTES = 18 * 60;

    private TimestampParser() {}

    /**
     * Returns the instant of a text with a year of four digits, seconds, up to nine digits of a fraction, and {@code Z}
     * or an offset in hours and minutes. Returns null for any other text, which may be valid as well.
     */
    static @Nullable Instant parse(String text) {
        if (text.length() <= SECONDS_END || !hasSeparators(text)) {
            return null;
        }
        int century = twoDigits(text, 0);
        int yearOfCentury = twoDigits(text, 2);
        int month = twoDigits(text, 5);
        int day = twoDigits(text, 8);
        int hour = twoDigits(text, 11);
        int minute = twoDigits(text, 14);
        int second = twoDigits(text, 17);
        int zone = endOfFraction(text);
        int year = century * 100 + yearOfCentury;
        boolean digits = (century | yearOfCentury | month | day | hour | minute | second | zone) >= 0;
        if (!digits || !isDate(year, month, day) || hour > 23 || minute > 59 || second > 59) {
            return null;
        }
        int offset = offsetMinutes(text, zone);
        if (offset > MAX_OFFSET_MINUTES) {
            return null;
        }
        long days = LocalDate.of(year, month, day).toEpochDay();
        return Instant.ofEpochSecond(
                days * 86_400 + (hour * 60 + minute - offset) * 60L + second,
                zone == SECONDS_END ? 0 : nanos(text, zone));
    }

    private static boolean hasSeparators(String text) {
        return text.charAt(4) == '-'
                && text.charAt(7) == '-'
                && text.charAt(10) == 'T'
                && text.charAt(13) == ':'
                && text.charAt(16) == ':';
    }

    private static boolean isDate(int year, int month, int day) {
        return month >= 1
                && month <= 12
                && day >= 1
                && (day <= 28 || day <= Month.of(month).length(IsoChronology.INSTANCE.isLeapYear(year)));
    }

    /** Returns the index after the fraction, or -1 if it has no digits or more than nine. */
    private static int endOfFraction(String text) {
        if (text.charAt(SECONDS_END) != '.') {
            return SECONDS_END;
        }
        int end = SECONDS_END + 1;
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        int digits = end - SECONDS_END - 1;
        return digits >= 1 && digits <= 9 ? end : -1;
    }

    private static int nanos(String text, int zone) {
        int nanos = 0;
        for (int i = SECONDS_END + 1; i < SECONDS_END + 10; i++) {
            nanos = nanos * 10 + (i < zone ? text.charAt(i) - '0' : 0);
        }
        return nanos;
    }

    /** Returns the offset from UTC, or a number above the maximum if the text ends differently. */
    private static int offsetMinutes(String text, int zone) {
        int length = text.length() - zone;
        if (length == 1 && text.charAt(zone) == 'Z') {
            return 0;
        }
        if (length != OFFSET_LENGTH || text.charAt(zone + 3) != ':') {
            return Integer.MAX_VALUE;
        }
        char sign = text.charAt(zone);
        int hours = twoDigits(text, zone + 1);
        int minutes = twoDigits(text, zone + 4);
        int total = hours * 60 + minutes;
        if ((sign != '+' && sign != '-') || (hours | minutes) < 0 || minutes > 59 || total > MAX_OFFSET_MINUTES) {
            return Integer.MAX_VALUE;
        }
        return sign == '+' ? total : -total;
    }

    /** Returns the number of two digits, or -1 if one of them is another character. */
    private static int twoDigits(String text, int index) {
        char tens = text.charAt(index);
        char ones = text.charAt(index + 1);
        return isDigit(tens) && isDigit(ones) ? (tens - '0') * 10 + ones - '0' : -1;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
