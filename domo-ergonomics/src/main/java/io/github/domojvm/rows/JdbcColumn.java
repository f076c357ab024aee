package io.github.domojvm.rows;

import io.github.domojvm.internal.csv.RecordBytes;
import io.github.domojvm.internal.jdbc.JdbcFailure;
import io.github.domojvm.internal.jdbc.JdbcMetadata;
import io.github.domojvm.rest.model.ColumnType;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads one column of a JDBC result by the class of each value. The typed getters of JDBC convert values: with SQLite,
 * {@code getLong} returns 12 for the text {@code 12 kg}.
 */
final class JdbcColumn {
    private static final Logger LOG = LoggerFactory.getLogger(JdbcColumn.class);
    private static final Set<String> INSTANTS =
            Set.of("java.time.OffsetDateTime", "java.time.ZonedDateTime", "java.time.Instant");

    private final int index;
    private final String label;
    private final ColumnType type;
    private final boolean single;
    private final boolean zoned;
    private final boolean dynamic;
    private boolean hasJavaTime;
    private boolean hasOldTimesOnly;

    JdbcColumn(JdbcMetadata column, int index, @Nullable ColumnType type) {
        this.index = index;
        this.label = column.label();
        this.type = type == null ? ColumnType.UNKNOWN : type;
        String className = column.className();
        single = className.equals("java.lang.Float");
        // PostgreSQL reports the type of a plain timestamp; only the type name shows the time zone.
        zoned = column.sqlType() == Types.TIMESTAMP_WITH_TIMEZONE
                || INSTANTS.contains(className)
                || "timestamptz".equalsIgnoreCase(column.typeName());
        // SQLite declares the class of the value in the first row; DuckDB declares a union as text.
        dynamic = className.isEmpty() || (className.startsWith("java.lang.") && !className.equals("java.lang.Boolean"));
    }

    String label() {
        return label;
    }

    ColumnType type() {
        return type;
    }

    /**
     * Writes the value of the current row.
     *
     * @throws UnfitValueException if the column cannot store the value
     * @throws SQLException if the driver fails; it may also throw any {@code RuntimeException}
     */
    void write(ResultSet result, RecordBytes target) throws SQLException {
        ValueBytes.write(value(result), type, target);
    }

    @Nullable
    Object value(ResultSet result) throws SQLException {
        return switch (type) {
            case LONG, DOUBLE, DECIMAL -> number(result);
            case DATE, DATETIME -> time(result);
            case STRING, UNKNOWN -> string(result);
        };
    }

    /** A float is written as the shortest text of the float: as a double, 0.1 would be 0.10000000149011612. */
    private @Nullable Object number(ResultSet result) throws SQLException {
        Object value = result.getObject(index);
        if (single && value instanceof Double number && number == number.floatValue()) {
            return number.floatValue();
        }
        return value == null || value.getClass().getName().startsWith("java.") || value instanceof byte[]
                ? value
                : result.getString(index);
    }

    /** Uses the text of the driver, except for numbers: SQLite truncates the text of a REAL to 15 digits. */
    private @Nullable Object string(ResultSet result) throws SQLException {
        if (!dynamic) {
            return result.getString(index);
        }
        Object value = result.getObject(index);
        return value == null || value instanceof String || value instanceof Number || value instanceof byte[]
                ? value
                : result.getString(index);
    }

    /** MariaDB returns null for 0000-00-00. */
    private @Nullable Object time(ResultSet result) throws SQLException {
        Object value = dynamic ? undeclaredTime(result) : javaTime(result);
        if (value == null && result.getString(index) != null) {
            throw new UnfitValueException("a date that does not exist and that the driver returns as null");
        }
        return value;
    }

    /**
     * Numbers are rejected: they may be days, seconds or milliseconds, and the driver of SQLite assumes one of these.
     */
    private @Nullable Object undeclaredTime(ResultSet result) throws SQLException {
        Object value = result.getObject(index);
        if (value instanceof CharSequence text) {
            return time(text.toString());
        }
        return value == null || value instanceof Number || value instanceof byte[] ? value : javaTime(result);
    }

    /** Returns the text, or the parsed date or time if it is ISO text in a form that Domo does not accept. */
    private Object time(String text) {
        try {
            Object time = DateTimeFormatter.ISO_DATE_TIME.parseBest(
                    text.replaceFirst(" ", "T"), OffsetDateTime::from, LocalDateTime::from);
            if (type == ColumnType.DATETIME) {
                return ValueText.fits(text, type) ? text : time;
            }
            return time instanceof LocalDateTime day && day.toLocalTime().equals(LocalTime.MIDNIGHT)
                    ? day.toLocalDate()
                    : text;
        } catch (DateTimeException e) {
            return text;
        }
    }

    /**
     * The types of java.sql use the calendar and time zone of the JVM, which changes dates before 1582 and, unless
     * {@link SkippedTime} corrects them, times in the hour that the zone skips in spring. They are the fallback for
     * drivers without the types of java.time (Derby, Snowflake, Hive, older ones): rejecting all dates of such a driver
     * would be worse than changing those few and logging a warning. There is no fallback if a driver supports java.time
     * but fails on a value: that of MariaDB would convert 30 February to 1 March.
     */
    private @Nullable Object javaTime(ResultSet result) throws SQLException {
        if (hasOldTimesOnly) {
            return oldTime(result);
        }
        try {
            Object value = result.getObject(index, timeClass());
            hasJavaTime |= value != null;
            return value instanceof LocalDateTime time ? SkippedTime.corrected(result, index, time) : value;
        } catch (SQLException | UnsupportedOperationException | AbstractMethodError e) {
            if (hasJavaTime || JdbcFailure.isMalformedDate(e)) {
                throw e;
            }
            return firstOldTime(result, e);
        }
    }

    private Class<?> timeClass() {
        if (type == ColumnType.DATE) {
            return LocalDate.class;
        }
        return zoned ? OffsetDateTime.class : LocalDateTime.class;
    }

    /** If the fallback fails too, the cause is not a missing java.time type, and the first failure is reported. */
    private @Nullable Object firstOldTime(ResultSet result, Throwable refused) throws SQLException {
        Object value;
        try {
            value = oldTime(result);
        } catch (SQLException e) {
            if (refused instanceof SQLException first) {
                first.addSuppressed(e);
                throw first;
            }
            throw e;
        }
        hasOldTimesOnly = true;
        LOG.warn(
                "Column {}: the JDBC driver does not support {}, so values are read as java.sql types. Dates before 1582 and"
                        + " times that the time zone of this JVM skips may change. Use a newer driver or run with"
                        + " -Duser.timezone=UTC.",
                index,
                timeClass().getSimpleName());
        return value;
    }

    private @Nullable Object oldTime(ResultSet result) throws SQLException {
        if (type == ColumnType.DATE) {
            Date date = result.getDate(index);
            return date == null ? null : date.toLocalDate();
        }
        Timestamp time = result.getTimestamp(index);
        if (time == null) {
            return null;
        }
        return zoned ? time.toInstant() : SkippedTime.corrected(result, index, time.toLocalDateTime());
    }
}
