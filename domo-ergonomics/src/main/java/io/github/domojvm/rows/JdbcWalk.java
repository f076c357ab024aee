package io.github.domojvm.rows;

import io.github.domojvm.error.CsvException;
import io.github.domojvm.error.DomoException;
import io.github.domojvm.error.DomoIoException;
import io.github.domojvm.error.FailureReason;
import io.github.domojvm.internal.csv.RecordBytes;
import io.github.domojvm.internal.csv.RecordSource;
import io.github.domojvm.internal.jdbc.JdbcFailure;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.NoSuchElementException;

/** Writes the fields of each row of a JDBC result. Failures are reported with row and column, but without values. */
final class JdbcWalk implements RecordSource {
    private final ResultSet result;
    private final List<JdbcColumn> columns;
    private boolean ready;
    private boolean ended;
    private long row;

    JdbcWalk(ResultSet result, List<JdbcColumn> columns) {
        this.result = result;
        this.columns = columns;
    }

    @Override
    public boolean hasNext() {
        try {
            // Some drivers fail if they are called again after the end.
            if (!ready && !ended) {
                ready = result.next();
                ended = !ready;
            }
            return ready;
        } catch (SQLException | RuntimeException e) {
            throw unfetched(e);
        }
    }

    @Override
    public void writeNext(RecordBytes target) {
        if (!hasNext()) {
            throw new NoSuchElementException("The result has no further row");
        }
        ready = false;
        row++;
        for (JdbcColumn column : columns) {
            write(column, target);
        }
    }

    private void write(JdbcColumn column, RecordBytes target) {
        try {
            column.write(result, target);
        } catch (UnfitValueException e) {
            throw refused(column, "accepts " + column.type() + " and got " + e.getMessage(), e);
        } catch (SQLException | RuntimeException e) {
            if (JdbcFailure.isConnectionLost(e) || isClosed()) {
                throw lost(row, e);
            }
            throw refused(
                    column,
                    "has a value that the JDBC driver cannot read (" + JdbcFailure.describe(e) + ")",
                    JdbcFailure.withoutMessage(e));
        }
    }

    private CsvException refused(JdbcColumn column, String what, Exception cause) {
        return new CsvException(
                FailureReason.UNFIT_VALUE,
                "Row " + row + " of the JDBC result cannot be sent: the column '" + column.label() + "' " + what + ".",
                "Correct the value, or cast the column in the query, for example CAST(" + column.label()
                        + " AS VARCHAR) for a STRING column.",
                row,
                column.label(),
                cause);
    }

    private boolean isClosed() {
        try {
            return result.isClosed();
        } catch (SQLException | RuntimeException | AbstractMethodError e) {
            return false;
        }
    }

    private DomoException unfetched(Exception e) {
        if (!JdbcFailure.isAboutData(e)) {
            return lost(row + 1, e);
        }
        return refused(
                row + 1,
                "the database or its driver could not compute it (" + JdbcFailure.describe(e)
                        + "). Run the query in the client of the database to see the message, and change the query.",
                JdbcFailure.withoutMessage(e));
    }

    private static CsvException refused(long row, String what, Exception cause) {
        return new CsvException("Row " + row + " of the JDBC result cannot be sent: " + what, row, cause);
    }

    private static DomoIoException lost(long row, Exception e) {
        return new DomoIoException(
                "The database failed while row " + row + " of the JDBC result was read (" + JdbcFailure.describe(e)
                        + "). Check the connection and the log of the database, and run the query again.",
                true,
                JdbcFailure.withoutMessage(e));
    }
}
