package io.github.domojvm.rows;

import io.github.domojvm.csv.CsvSource;
import io.github.domojvm.error.DomoIoException;
import io.github.domojvm.rest.model.Column;
import io.github.domojvm.rest.model.ColumnType;
import io.github.domojvm.rest.model.Schema;
import io.github.domojvm.schema.JdbcSchema;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a JDBC result, read while they are sent.
 *
 * <p>The fetch size is the statement's: set it before the query is run ({@code Statement.setFetchSize}), and whatever else
 * the driver needs for not collecting the whole result (for PostgreSQL, auto-commit off).
 */
public final class JdbcRows {
    private JdbcRows() {}

    /**
     * Makes a source of a result. Dates, times and numbers are read by the column types of {@link JdbcSchema}; times with a
     * zone are written in UTC, times without one as they stand.
     *
     * @param result the result, before its first row; it comes once, and stays open when it was sent
     * @return the source for one import or upload, without a header line
     * @throws SQLException when the driver cannot describe the result
     */
    public static CsvSource source(ResultSet result) throws SQLException {
        Schema schema = JdbcSchema.of(result.getMetaData());
        List<Column> columns = RowFormat.columns(schema);
        boolean[] zoned = new boolean[columns.size()];
        for (int i = 0; i < zoned.length; i++) {
            zoned[i] = hasZone(result.getMetaData(), i + 1);
        }
        return RowFormat.lists(schema).source(new Walk(result, columns, zoned));
    }

    /** PostgreSQL gives the type of a plain timestamp and tells the zone in the name only. */
    private static boolean hasZone(ResultSetMetaData result, int column) throws SQLException {
        return result.getColumnType(column) == Types.TIMESTAMP_WITH_TIMEZONE
                || "timestamptz".equalsIgnoreCase(result.getColumnTypeName(column));
    }

    private static final class Walk implements Iterator<List<? extends @Nullable Object>> {
        private final ResultSet result;
        private final List<Column> columns;
        private final boolean[] zoned;
        private boolean ready;

        Walk(ResultSet result, List<Column> columns, boolean[] zoned) {
            this.result = result;
            this.columns = columns;
            this.zoned = zoned;
        }

        @Override
        public boolean hasNext() {
            try {
                ready = ready || result.next();
                return ready;
            } catch (SQLException e) {
                throw failed(e);
            }
        }

        @Override
        public List<@Nullable Object> next() {
            if (!hasNext()) {
                throw new NoSuchElementException("The result has no further row");
            }
            ready = false;
            List<@Nullable Object> values = new ArrayList<>(columns.size());
            try {
                for (int i = 0; i < columns.size(); i++) {
                    values.add(value(i + 1, columns.get(i).type()));
                }
            } catch (SQLException e) {
                throw failed(e);
            }
            return values;
        }

        private @Nullable Object value(int column, @Nullable ColumnType type) throws SQLException {
            return switch (type == null ? ColumnType.UNKNOWN : type) {
                case LONG -> {
                    long value = result.getLong(column);
                    yield result.wasNull() ? null : value;
                }
                case DOUBLE -> {
                    double value = result.getDouble(column);
                    yield result.wasNull() ? null : value;
                }
                case DECIMAL -> result.getBigDecimal(column);
                case DATE -> result.getDate(column);
                case DATETIME ->
                    zoned[column - 1] ? result.getObject(column, OffsetDateTime.class) : result.getTimestamp(column);
                case STRING, UNKNOWN -> result.getString(column);
            };
        }

        private static DomoIoException failed(SQLException e) {
            return new DomoIoException("The database failed while its rows were read: " + e.getMessage(), true, e);
        }
    }
}
