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
 * Converts points in time to epoch milliseconds in UTC, the only unit that the Activity Log accepts (Domo docs,
 * Activity Log API). The service accepts epoch seconds without an error and interprets them as milliseconds, so a
 * number that can only be seconds is rejected.
 *
 * <p>Text without an offset is interpreted in the given zone, by default UTC. A local time in a gap of the zone, at the
 * start of daylight saving time, is moved forward by the length of the gap; for an ambiguous time, at its end, the
 * earlier one is used, as {@link java.time.LocalDateTime#atZone} does.
 */
public final class EpochMillis {
    /** 1973-03-03 as seconds; a smaller number may be milliseconds close to 1970. */
    private static final long LEAST_SECONDS = 100_000_000L;

    /** 5138-11-16 as seconds, and 1973-03-03 as milliseconds. */
    private static final long MOST_SECONDS = 100_000_000_000L;

    /** Excludes four, six and eight digits: 2018, 201801 or 20180101 is probably meant as a date. */
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
     * Converts an instant, truncated to milliseconds.
     *
     * @param time the instant
     * @return epoch milliseconds
     * @throws IllegalArgumentException if the instant does not fit into 64 bits of milliseconds
     */
    public static long from(Instant time) {
        try {
            return Args.notNull("time", time).toEpochMilli();
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("The time " + time + " is too far away for epoch milliseconds", e);
        }
    }

    /**
     * Checks a number of epoch milliseconds.
     *
     * @param millis epoch milliseconds; 0 is allowed
     * @return the same number
     * @throws IllegalArgumentException if the number can only be seconds: its absolute value is at least 10^8 and below
     *     10^11
     */
    public static long from(long millis) {
        long distance = Math.abs(millis);
        if (distance >= LEAST_SECONDS && distance < MOST_SECONDS) {
            throw new IllegalArgumentException("The time " + millis + " looks like epoch seconds, "
                    + Instant.ofEpochSecond(millis) + "; Domo expects milliseconds, which would be " + millis + "000");
        }
        return millis;
    }

    /**
     * Converts text in UTC, see {@link #from(String, ZoneId)}.
     *
     * @param time the time
     * @return epoch milliseconds
     * @throws IllegalArgumentException if the text is not a time
     */
    public static long from(String time) {
        return from(time, ZoneOffset.UTC);
    }

    /**
     * Converts text. Accepts a date ({@code 2018-01-01}, the start of the day); a date and a time separated by T or a
     * space ({@code 2018-01-01 00:00:00}, seconds and fractions are optional), with an optional offset ({@code Z},
     * {@code +01:00}, {@code +0100} or {@code +01}, also after a space); or epoch milliseconds in digits.
     *
     * @param time the time
     * @param zone the zone of text without an offset
     * @return epoch milliseconds, truncated
     * @throws IllegalArgumentException if the text is not a time, or a number that can only be seconds
     */
    public static long from(String time, ZoneId zone) {
        Args.notNull("zone", zone);
        String trimmed = Args.notNull("time", time).strip();
        try {
            return NUMBER.matcher(trimmed).matches() ? from(Long.parseLong(trimmed)) : from(instant(trimmed, zone));
        } catch (NumberFormatException | DateTimeException e) {
            throw new IllegalArgumentException(
                    "The time '" + time + "' cannot be parsed. Write it as 2018-01-01, 2018-01-01 13:00:00,"
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
            // Not midnight: in some zones, some days start later.
            return date.atStartOfDay(zone).toInstant();
        }
        @Nullable ZoneOffset offset = parsed.query(TemporalQueries.offset());
        return date.atTime(time).atZone(offset == null ? zone : offset).toInstant();
    }
}
