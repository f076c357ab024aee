package io.github.domojvm.rows;

import io.github.domojvm.csv.CsvSource;
import io.github.domojvm.error.CsvException;
import io.github.domojvm.error.DomoIoException;
import io.github.domojvm.internal.Args;
import io.github.domojvm.internal.csv.EncodedRecords;
import io.github.domojvm.internal.jdbc.JdbcMetadata;
import io.github.domojvm.internal.source.ColumnNames;
import io.github.domojvm.rest.model.Column;
import io.github.domojvm.rest.model.Schema;
import io.github.domojvm.schema.SchemaBuilder;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows of a JDBC result, read while they are sent.
 *
 * <p>The fetch size is the statement's: set it before the query is run ({@code Statement.setFetchSize}), and whatever
 * else the driver needs for not collecting the whole result (for PostgreSQL, auto-commit off).
 */
public final class JdbcRows {
    private static final String NAME = "the JDBC result";

    private JdbcRows() {}

    /**
     * Creates a source from a result.
     *
     * <p>Each value is read as the driver returns it ({@code ResultSet.getObject}) and converted strictly to the column
     * type of {@link SchemaBuilder}, as any other value of a {@link RowFormat}. Lenient getters are not used: text is a
     * number only when it has the form of one, and a fraction is no {@code LONG}. This matters for SQLite, whose
     * columns hold values of any class. Numbers in a date column are refused, since their unit is not known; ISO text
     * is accepted. Times with a zone are written in UTC, dates and times without one unchanged, whatever the zone of
     * the JVM. Booleans, times of day and all else that is text for Domo are written as {@code ResultSet.getString}
     * returns them, so the driver decides between {@code TRUE}, {@code t} and {@code 1}. Use CASE or CAST in the query
     * for another text.
     *
     * <p>A driver without {@code java.time} classes (JDBC 4.2) is read through {@code java.sql} classes, and a warning
     * is logged: dates before 1582 and times that the zone of the JVM skips may then move. No time is skipped with
     * {@code -Duser.timezone=UTC}.
     *
     * <p>While the source is read, a value that its column cannot hold or that the driver cannot read fails with
     * {@link CsvException}, with the row from 1, the label of the column, and what to cast in the query. A row that the
     * database cannot compute, such as a division by zero, fails with {@code CsvException} and its row. Any other
     * failure to fetch rows is a {@link DomoIoException}. Drivers repeat values in their messages, so that none of
     * these exceptions contains a driver's message, in its own message or in its causes. The message names the driver's
     * exception, SQLState and vendor code; the cause is an {@link SQLException} with the same state, code and stack
     * trace.
     *
     * <p>The source is for one thread at a time, as the result is.
     *
     * @param result the result, before its first row; read once, and left open
     * @return the source for one import or upload, with a header line of the labels
     * @throws SQLException when the driver cannot describe the result
     * @throws IllegalArgumentException when the result has a column that no DataSet can hold, see
     *     {@link SchemaBuilder#from(java.sql.ResultSetMetaData)}
     */
    public static CsvSource toSource(ResultSet result) throws SQLException {
        List<JdbcMetadata> described = JdbcMetadata.of(Args.notNull("result", result));
        Schema schema = SchemaBuilder.from(result.getMetaData()).build();
        List<JdbcColumn> columns = new ArrayList<>();
        for (Column column : ColumnNames.columnsOf(schema)) {
            columns.add(new JdbcColumn(described.get(columns.size()), columns.size() + 1, column.type()));
        }
        return CsvSource.ofSingleUse(
                        NAME, () -> new EncodedRecords(ColumnNames.of(schema), new JdbcWalk(result, columns), () -> {}))
                .withHeader()
                .withSchema(schema);
    }
}
