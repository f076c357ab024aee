package io.github.domojvm.rows;

import io.github.domojvm.csv.CsvSource;
import io.github.domojvm.error.DomoIoException;
import io.github.domojvm.rest.model.Column;
import io.github.domojvm.rest.model.Schema;
import io.github.domojvm.schema.JdbcSchema;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
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
     * Makes a source of a result. Dates, times and numbers are read by the column types of {@link JdbcSchema}: times with a
     * zone are written in UTC, dates and times without one as they stand, whatever the zone of the JVM. Truth values, times of
     * day and all else that is text for Domo are written as {@code ResultSet.getString} gives them; so the driver says whether
     * it is {@code TRUE}, {@code t} or {@code 1}. Use CASE or CAST in the query for another text.
     *
     * <p>A driver that does not give {@code java.time} values (JDBC 4.2) is asked for those of {@code java.sql} instead, and the
     * log warns: then dates before 1582 may move, and so may times that the zone of the JVM skips, of which there are none with
     * {@code -Duser.timezone=UTC}.
     *
     * <p>The source is for one thread at a time, as the result is.
     *
     * @param result the result, before its first row; it comes once, and stays open when it was sent
     * @return the source for one import or upload, with a header line of the labels; reading it fails with {@link DomoIoException} when the
     *     database does
     * @throws SQLException when the driver cannot describe the result
     * @throws IllegalArgumentException when the result has a column that no DataSet can hold, see {@link JdbcSchema#of}
     */
    public static CsvSource source(ResultSet result) throws SQLException {
        ResultSetMetaData description = result.getMetaData();
        Schema schema = JdbcSchema.of(description);
        List<JdbcColumn> columns = new ArrayList<>();
        for (Column column : RowFormat.columns(schema)) {
            columns.add(new JdbcColumn(description, columns.size() + 1, column.type()));
        }
        return RowFormat.lists(schema).source(new Walk(result, columns));
    }

    private static final class Walk implements Iterator<List<? extends @Nullable Object>> {
        private final ResultSet result;
        private final List<JdbcColumn> columns;
        private boolean ready;
        private boolean ended;

        Walk(ResultSet result, List<JdbcColumn> columns) {
            this.result = result;
            this.columns = columns;
        }

        @Override
        public boolean hasNext() {
            try {
                // Some drivers refuse to be asked again after the end.
                if (!ready && !ended) {
                    ready = result.next();
                    ended = !ready;
                }
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
                for (JdbcColumn column : columns) {
                    values.add(column.read(result));
                }
            } catch (SQLException e) {
                throw failed(e);
            }
            return values;
        }

        private static DomoIoException failed(SQLException e) {
            return new DomoIoException("The database failed while its rows were read: " + e.getMessage(), true, e);
        }
    }
}
