package io.github.domojvm.internal.csv;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.Year;
import org.jspecify.annotations.Nullable;

/** Parses dates and times in the form that exports have, several times as fast as the formatters of the JDK. */
public final class PlainTime {
    private static final int DATE_CHARS = "yyyy-MM-dd".length();
    private static final int TIME_CHARS = "yyyy-MM-ddTHH:mm:ss".length();

    private PlainTime() {}

    /**
     * Parses a date.
     *
     * @param text a field
     * @return the date; null if the text is not {@code yyyy-MM-dd} or the date does not exist
     */
    public static @Nullable LocalDate date(String text) {
        return text.length() == DATE_CHARS ? dateAtStart(text) : null;
    }

    /**
     * Parses a time to the second.
     *
     * @param text a field
     * @return the time; null if the text is not {@code yyyy-MM-ddTHH:mm:ss}, with a {@code T} or a space, or the time
     *     does not exist
     */
    public static @Nullable LocalDateTime dateTime(String text) {
        if (text.length() != TIME_CHARS || (text.charAt(10) != 'T' && text.charAt(10) != ' ')) {
            return null;
        }
        LocalDate date = dateAtStart(text);
        int hour = two(text, 11);
        int minute = two(text, 14);
        int second = two(text, 17);
        if (date == null || text.charAt(13) != ':' || text.charAt(16) != ':' || (hour | minute | second) < 0) {
            return null;
        }
        return hour < 24 && minute < 60 && second < 60 ? date.atTime(hour, minute, second) : null;
    }

    private static @Nullable LocalDate dateAtStart(String text) {
        int century = two(text, 0);
        int ofCentury = two(text, 2);
        int month = two(text, 5);
        int day = two(text, 8);
        if (text.charAt(4) != '-' || text.charAt(7) != '-' || (century | ofCentury | month | day) < 0) {
            return null;
        }
        int year = century * 100 + ofCentury;
        boolean exists =
                month >= 1 && month <= 12 && day >= 1 && day <= Month.of(month).length(Year.isLeap(year));
        return exists ? LocalDate.of(year, month, day) : null;
    }

    /** Returns the number of two digits, or a negative number if one of them is not a digit. */
    private static int two(String text, int index) {
        int tens = text.charAt(index) - '0';
        int ones = text.charAt(index + 1) - '0';
        return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -1;
    }
}
