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
 * Converts a JDBC result to a source of rows, which are read while they are sent.
 *
 * <p>The fetch size of the statement applies. Set it before the query is run ({@code Statement.setFetchSize}), together
 * with any other setting that the driver needs to avoid loading the complete result into memory (for PostgreSQL,
 * auto-commit off).
 */
public final class JdbcRows {
    private static final String NAME = "the JDBC result";

    private JdbcRows() {}

    /**
     * Creates a source from a result.
     *
     * <p>Each value is read as the driver returns it ({@code ResultSet.getObject}) and converted strictly to the column
     * type of {@link SchemaBuilder}, as any other value of a {@link RowFormat}. Lenient getters are not used: text is
     * accepted as a number only if it has the form of one, and a fraction is not a {@code LONG}. This matters for
     * SQLite, whose columns contain values of any class. Numbers in a date column are rejected, since their unit is
     * unknown; ISO text is accepted. Times with a zone are written in UTC; dates and times without one are written
     * unchanged, regardless of the zone of the JVM. Booleans, times of day and other values that are text in Domo are
     * written as {@code ResultSet.getString} returns them, so the driver decides between {@code TRUE}, {@code t} and
     * {@code 1}. Use CASE or CAST in the query for other text.
     *
     * <p>Drivers that convert times with a calendar in the zone of the JVM shift a time that the zone skips in spring
     * by an hour, such as Derby and MariaDB Connector/J 3.5.3. Such a time is read a second time with a calendar in
     * UTC, and the stored time is written. It remains shifted only with a driver that ignores the calendar.
     *
     * <p>If a driver does not support {@code java.time} classes (JDBC 4.2), such as those of Derby, Snowflake and Hive,
     * values are read as {@code java.sql} classes and a warning is logged: dates before 1582 may then change, and
     * skipped times if the driver ignores the calendar. With {@code -Duser.timezone=UTC} no time is skipped.
     *
     * <p>While the source is read, a value that its column cannot store or that the driver cannot read fails with
     * {@link CsvException}, which has the number of the row from 1, the label of the column, and the cast that the
     * query needs. A row that the database cannot compute, such as a division by zero, fails with {@code CsvException}
     * and the number of the row. Any other failure to fetch rows is a {@link DomoIoException}. Since drivers include
     * values in their messages, no message of these exceptions or their causes contains the message of a driver. The
     * message contains the driver's exception class, SQLState and vendor code; the cause is an {@link SQLException}
     * with the same state, code and stack trace.
     *
     * <p>The source is not thread-safe, since the result is not.
     *
     * @param result the result, positioned before its first row; it is read once and not closed
     * @return the source for one import or upload, with a header line of the labels
     * @throws SQLException if the driver cannot describe the result
     * @throws IllegalArgumentException if the result has a column that no DataSet can store, see
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
