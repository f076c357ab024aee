package io.github.domojvm.time;

import io.github.domojvm.internal.Args;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Turns a point in time into epoch milliseconds in UTC, the only unit that the Activity Log takes (Domo docs, Activity
 * Log API). Epoch seconds are off by a factor of 1000 there and answered without an error, so a number that can only be
 * seconds is refused.
 *
 * <p>Text without an offset is read in the zone given, UTC unless one is. A local time that the zone skips, in the hour
 * lost in spring, is moved forward by the length of the gap; of one that comes twice, in autumn, the earlier is taken,
 * as {@link java.time.LocalDateTime#atZone} does.
 */
public final class EpochMillis {
    /** 1973-03-03 as seconds; a smaller number may well be milliseconds close to 1970. */
    private static final long LEAST_SECONDS = 100_000_000L;

    /** 5138-11-16 as seconds, and 1973-03-03 as milliseconds. */
    private static final long MOST_SECONDS = 100_000_000_000L;

    /** Four, six and eight digits are left out: whoever writes 2018, 201801 or 20180101 means no moment of 1970. */
    private static final Pattern NUMBER = Pattern.compile("(?!(\\d{4}|\\d{6}|\\d{8})$)[+-]?\\d{1,19}");

    private static final Pattern BLANK_FOR_T = Pattern.compile("(?<=\\d) (?=\\d)");
    private static final Pattern BLANK_BEFORE_OFFSET = Pattern.compile(" (?=[-+Zz])");

    private static final DateTimeFormatter TEXT = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendLiteral('T')
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .appendPattern("[XXXXX][XXXX][X]")
            .optionalEnd()
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private EpochMillis() {}

    /**
     * Takes an instant; what is finer than a millisecond is cut off.
     *
     * @param time the instant
     * @return epoch milliseconds
     * @throws IllegalArgumentException when the instant is too far away for milliseconds in 64 bits
     */
    public static long from(Instant time) {
        try {
            return Args.notNull("time", time).toEpochMilli();
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("The time " + time + " is too far away for epoch milliseconds", e);
        }
    }

    /**
     * Takes a number that is epoch milliseconds already.
     *
     * @param millis epoch milliseconds; 0 is allowed
     * @return the same number
     * @throws IllegalArgumentException when the number must be seconds: its distance from 0 is between 10^8 and 10^11
     */
    public static long from(long millis) {
        long distance = Math.abs(millis);
        if (distance >= LEAST_SECONDS && distance < MOST_SECONDS) {
            throw new IllegalArgumentException("The time " + millis + " looks like epoch seconds, "
                    + Instant.ofEpochSecond(millis) + "; Domo takes milliseconds, which would be " + millis + "000");
        }
        return millis;
    }

    /**
     * Takes text in UTC, see {@link #from(String, ZoneId)}.
     *
     * @param time the time
     * @return epoch milliseconds
     * @throws IllegalArgumentException when the text is no time
     */
    public static long from(String time) {
        return from(time, ZoneOffset.UTC);
    }

    /**
     * Takes text: a date ({@code 2018-01-01}, its first moment is meant), a date and a time with a T or a blank between
     * ({@code 2018-01-01 00:00:00}, seconds and fractions may be missing), either offset or none after the time
     * ({@code Z}, {@code +01:00}, {@code +0100}, {@code +01}, also after a blank), or epoch milliseconds in digits.
     *
     * @param time the time
     * @param zone where a text without an offset is meant
     * @return epoch milliseconds; what is finer is cut off
     * @throws IllegalArgumentException when the text is no time, or a number that must be seconds
     */
    public static long from(String time, ZoneId zone) {
        Args.notNull("zone", zone);
        String trimmed = Args.notNull("time", time).strip();
        try {
            return NUMBER.matcher(trimmed).matches() ? from(Long.parseLong(trimmed)) : from(instant(trimmed, zone));
        } catch (NumberFormatException | DateTimeException e) {
            throw new IllegalArgumentException(
                    "The time '" + time + "' cannot be read. Write it as 2018-01-01, 2018-01-01 13:00:00,"
                            + " 2018-01-01T13:00:00Z, 2018-01-01T13:00:00+01:00 or as epoch milliseconds",
                    e);
        }
    }

    private static Instant instant(String text, ZoneId zone) {
        TemporalAccessor parsed = TEXT.parse(BLANK_BEFORE_OFFSET
                .matcher(BLANK_FOR_T.matcher(text).replaceFirst("T"))
                .replaceFirst(""));
        LocalDate date = LocalDate.from(parsed);
        @Nullable LocalTime time = parsed.query(TemporalQueries.localTime());
        if (time == null) {
            // The first moment of a day is not midnight everywhere.
            return date.atStartOfDay(zone).toInstant();
        }
        @Nullable ZoneOffset offset = parsed.query(TemporalQueries.offset());
        return date.atTime(time).atZone(offset == null ? zone : offset).toInstant();
    }
}
