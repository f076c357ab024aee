package io.github.domojvm.rows;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.Calendar;
import java.util.Locale;
import java.util.TimeZone;

/**
 * Corrects a time without a zone that a driver has shifted because the time zone of this JVM skips it. Drivers that
 * convert with {@code java.util.Calendar} return 03:30 for a stored 02:30 in the hour that the zone skips in spring:
 * Derby, and MariaDB Connector/J 3.5.3 even as {@code LocalDateTime}.
 */
final class SkippedTime {
    private SkippedTime() {}

    /**
     * Returns the stored time. If the given one may be shifted, the column is read again with a calendar in UTC, which
     * skips nothing (JDBC specification, {@code getTimestamp} with a calendar).
     *
     * @param time the time as the driver returned it
     * @return the time that the driver returned, unless it is the shifted form of the one read in UTC
     */
    static LocalDateTime corrected(ResultSet result, int index, LocalDateTime time) {
        if (!followsSkippedTime(time)) {
            return time;
        }
        try {
            Timestamp utc = result.getTimestamp(index, Calendar.getInstance(TimeZone.getTimeZone("UTC"), Locale.ROOT));
            if (utc == null) {
                return time;
            }
            LocalDateTime stored = LocalDateTime.ofInstant(utc.toInstant(), ZoneOffset.UTC);
            // Both have the same Timestamp only if the zone of this JVM shifts one to the other.
            return Timestamp.valueOf(stored).equals(Timestamp.valueOf(time)) ? stored : time;
        } catch (SQLException | RuntimeException | AbstractMethodError withoutCalendars) {
            return time;
        }
    }

    private static boolean followsSkippedTime(LocalDateTime time) {
        ZoneId zone = ZoneId.systemDefault();
        if (zone.getRules().isFixedOffset()) {
            return false;
        }
        Instant after = time.atZone(zone).toInstant().plusNanos(1);
        ZoneOffsetTransition last = zone.getRules().previousTransition(after);
        return last != null
                && last.isGap()
                && time.isBefore(last.getDateTimeAfter().plus(last.getDuration()));
    }
}
