package io.github.domojvm.rows;

import io.github.domojvm.rest.model.ColumnType;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads one column of a JDBC result, in the way that loses nothing. */
final class JdbcColumn {
    private static final Logger LOG = LoggerFactory.getLogger(JdbcColumn.class);

    private final int column;
    private final ColumnType type;
    private final boolean exact;
    private final boolean single;
    private final boolean zoned;
    private boolean oldTimes;

    JdbcColumn(ResultSetMetaData result, int column, @Nullable ColumnType type) throws SQLException {
        int sql = result.getColumnType(column);
        this.column = column;
        this.type = type == null ? ColumnType.UNKNOWN : type;
        this.exact = sql == Types.NUMERIC || sql == Types.DECIMAL;
        // In JDBC a FLOAT is a double; H2 calls its FLOAT(24) so, too, and tells it by the class.
        this.single = sql == Types.REAL
                || (sql == Types.FLOAT && Float.class.getName().equals(result.getColumnClassName(column)));
        // PostgreSQL gives the type of a plain timestamp and tells the zone in the name only.
        this.zoned = sql == Types.TIMESTAMP_WITH_TIMEZONE
                || "timestamptz".equalsIgnoreCase(result.getColumnTypeName(column));
    }

    /** Gives the value of the row that the result stands on. */
    @Nullable
    Object read(ResultSet result) throws SQLException {
        return switch (type) {
            case LONG -> exact ? result.getBigDecimal(column) : whole(result);
            case DOUBLE -> floating(result);
            case DECIMAL -> result.getBigDecimal(column);
            case DATE, DATETIME -> time(result);
            case STRING, UNKNOWN -> result.getString(column);
        };
    }

    private @Nullable Object whole(ResultSet result) throws SQLException {
        long value = result.getLong(column);
        return result.wasNull() ? null : value;
    }

    /**
     * A float is written by its own shortest text: as a double, 0.1 would be 0.10000000149011612. It is told by its value, as
     * the REAL of SQLite is a double, which {@code getFloat} would cut.
     */
    private @Nullable Object floating(ResultSet result) throws SQLException {
        double value = result.getDouble(column);
        if (result.wasNull()) {
            return null;
        }
        float narrow = (float) value;
        return single && narrow == value ? (Object) narrow : (Object) value;
    }

    /**
     * The types of java.sql pass through the calendar of the JVM: a time in the hour that its zone skips in spring moves, and so
     * do dates before 1582. They are the last resort for drivers that know nothing else (Snowflake, Hive, older ones): refusing
     * all dates of such a driver would be worse than moving those few, as long as it is told.
     */
    private @Nullable Object time(ResultSet result) throws SQLException {
        if (oldTimes) {
            return oldTime(result);
        }
        try {
            return result.getObject(column, timeClass());
        } catch (SQLException | AbstractMethodError refused) {
            Object value = oldTime(result, refused);
            oldTimes = true;
            LOG.warn(
                    "Column {}: the JDBC driver gives no {}, so java.sql types are read instead. Times that the zone of this JVM"
                            + " skips and dates before 1582 may move. Use a newer driver or run with -Duser.timezone=UTC",
                    column,
                    timeClass().getSimpleName());
            return value;
        }
    }

    private Class<?> timeClass() {
        if (type == ColumnType.DATE) {
            return LocalDate.class;
        }
        return zoned ? OffsetDateTime.class : LocalDateTime.class;
    }

    /** When that fails as well, the driver was not too old, and the first failure is the one to tell. */
    private @Nullable Object oldTime(ResultSet result, Throwable refused) throws SQLException {
        try {
            return oldTime(result);
        } catch (SQLException e) {
            if (refused instanceof SQLException first) {
                first.addSuppressed(e);
                throw first;
            }
            throw e;
        }
    }

    private @Nullable Object oldTime(ResultSet result) throws SQLException {
        if (type == ColumnType.DATE) {
            Date date = result.getDate(column);
            return date == null ? null : date.toLocalDate();
        }
        Timestamp time = result.getTimestamp(column);
        if (time == null) {
            return null;
        }
        return zoned ? time.toInstant() : time.toLocalDateTime();
    }
}
