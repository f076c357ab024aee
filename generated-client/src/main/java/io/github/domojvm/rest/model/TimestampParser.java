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
    private static final String SECONDS = "0000-00-00T00:00:00";
    private static final String OFFSET = "00:00";
    private static final int MAX_OFFSET_MINUTES = 18 * 60;

    private TimestampParser() {}

    /**
     * Returns the instant of a text with a year of four digits, seconds, up to nine digits of a fraction, and {@code Z}
     * or an offset in hours and minutes. Returns null for any other text, which may be valid as well.
     */
    static @Nullable Instant parse(String text) {
        if (!hasShape(text, 0, SECONDS) || !isDate(text) || !isTime(text)) {
            return null;
        }
        int zone = endOfFraction(text);
        if (zone < 0 || !isZone(text, zone)) {
            return null;
        }
        long day = LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10))
                .toEpochDay();
        int second = (number(text, 11, 13) * 60 + number(text, 14, 16)) * 60 + number(text, 17, 19);
        return Instant.ofEpochSecond(day * 86_400 + second - offsetMinutes(text, zone) * 60L, nanos(text, zone));
    }

    private static boolean isDate(String text) {
        int month = number(text, 5, 7);
        int day = number(text, 8, 10);
        return month >= 1
                && month <= 12
                && day >= 1
                && day <= Month.of(month).length(IsoChronology.INSTANCE.isLeapYear(number(text, 0, 4)));
    }

    private static boolean isTime(String text) {
        return number(text, 11, 13) < 24 && number(text, 14, 16) < 60 && number(text, 17, 19) < 60;
    }

    /** Returns the index after the fraction, or -1 if the fraction has no digits or more than nine. */
    private static int endOfFraction(String text) {
        int begin = SECONDS.length();
        if (begin == text.length() || text.charAt(begin) != '.') {
            return begin;
        }
        int end = begin + 1;
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        int digits = end - begin - 1;
        return digits >= 1 && digits <= 9 ? end : -1;
    }

    private static int nanos(String text, int zone) {
        int begin = SECONDS.length() + 1;
        int nanos = 0;
        for (int i = begin; i < begin + 9; i++) {
            nanos = nanos * 10 + (i < zone ? text.charAt(i) - '0' : 0);
        }
        return nanos;
    }

    private static boolean isZone(String text, int zone) {
        int length = text.length() - zone;
        if (length == 1) {
            return text.charAt(zone) == 'Z';
        }
        return length == 1 + OFFSET.length()
                && (text.charAt(zone) == '+' || text.charAt(zone) == '-')
                && hasShape(text, zone + 1, OFFSET)
                && number(text, zone + 4, zone + 6) < 60
                && Math.abs(offsetMinutes(text, zone)) <= MAX_OFFSET_MINUTES;
    }

    private static int offsetMinutes(String text, int zone) {
        char sign = text.charAt(zone);
        if (sign == 'Z') {
            return 0;
        }
        int minutes = number(text, zone + 1, zone + 3) * 60 + number(text, zone + 4, zone + 6);
        return sign == '+' ? minutes : -minutes;
    }

    /** Returns whether the text has a digit for each 0 of the shape, and the other characters of the shape. */
    private static boolean hasShape(String text, int begin, String shape) {
        if (text.length() < begin + shape.length()) {
            return false;
        }
        for (int i = 0; i < shape.length(); i++) {
            char expected = shape.charAt(i);
            char found = text.charAt(begin + i);
            if (expected == '0' ? !isDigit(found) : found != expected) {
                return false;
            }
        }
        return true;
    }

    private static int number(String text, int begin, int end) {
        int number = 0;
        for (int i = begin; i < end; i++) {
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
