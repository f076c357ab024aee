package io.github.domojvm.internal.jdbc;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.time.DateTimeException;
import org.jspecify.annotations.Nullable;

/**
 * Describes failures of JDBC drivers without values of the data. Drivers quote values in their messages, and a stack
 * trace contains the messages of all causes. So messages are removed, and the class, the SQLState and the vendor code
 * remain.
 */
public final class JdbcFailure {
    private static final String DATA_EXCEPTION = "22";
    private static final String INVALID_DATETIME_FORMAT = "22007";
    private static final String DATETIME_FIELD_OVERFLOW = "22008";
    private static final int DEEPEST_CAUSE = 8;

    private JdbcFailure() {}

    /**
     * Describes a failure.
     *
     * @param failure the exception of the driver
     * @return its class, SQLState and vendor code, without its message
     */
    public static String describe(Throwable failure) {
        String text = failure.getClass().getName();
        if (failure instanceof SQLException e) {
            text += e.getSQLState() == null ? "" : ", SQLState " + e.getSQLState();
            text += e.getErrorCode() == 0 ? "" : ", vendor code " + e.getErrorCode();
        }
        return text;
    }

    /**
     * Copies a failure without its messages.
     *
     * @param failure the exception of the driver
     * @return an exception with its description, SQLState, vendor code, stack trace and causes
     */
    public static SQLException withoutMessage(Throwable failure) {
        return withoutMessage(failure, 0);
    }

    private static SQLException withoutMessage(Throwable failure, int depth) {
        SQLException copy = failure instanceof SQLException e
                ? new SQLException(describe(e), e.getSQLState(), e.getErrorCode())
                : new SQLException(describe(failure));
        copy.setStackTrace(failure.getStackTrace());
        Throwable cause = failure.getCause();
        if (cause != null && depth < DEEPEST_CAUSE) {
            copy.initCause(withoutMessage(cause, depth + 1));
        }
        return copy;
    }

    /**
     * Returns whether a failure is caused by the data, so that the same query fails again.
     *
     * @param failure the exception of the driver
     * @return true for the data exceptions of SQL, and for unchecked exceptions that are not caused by I/O
     */
    public static boolean isAboutData(Throwable failure) {
        if (failure instanceof SQLException e) {
            return state(e).startsWith(DATA_EXCEPTION);
        }
        return cause(failure, IOException.class) == null && cause(failure, SQLException.class) == null;
    }

    /**
     * Returns whether a driver knows the requested date or time class and could not convert the value.
     *
     * @param failure the exception of the driver
     * @return true for a malformed or impossible date; false if the driver may not support the class
     */
    public static boolean isMalformedDate(Throwable failure) {
        return cause(failure, DateTimeException.class) != null
                || (failure instanceof SQLException e
                        && (state(e).equals(INVALID_DATETIME_FORMAT) || state(e).equals(DATETIME_FIELD_OVERFLOW)));
    }

    /**
     * Returns whether the connection failed, or the server ended the query.
     *
     * @param failure the exception of the driver
     * @return true if a new attempt may succeed
     */
    public static boolean isConnectionLost(Throwable failure) {
        if (failure instanceof SQLNonTransientConnectionException
                || failure instanceof SQLTransientException
                || failure instanceof SQLRecoverableException
                || cause(failure, IOException.class) != null) {
            return true;
        }
        // Connection exception, transaction rollback, operator intervention, and the time limits of ODBC.
        String state = failure instanceof SQLException e ? state(e) : "";
        return state.startsWith("08") || state.startsWith("40") || state.startsWith("57") || state.startsWith("HYT");
    }

    private static String state(SQLException e) {
        return e.getSQLState() == null ? "" : e.getSQLState();
    }

    private static <T extends Throwable> @Nullable T cause(Throwable failure, Class<T> type) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth <= DEEPEST_CAUSE; depth++) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
            cause = cause.getCause();
        }
        return null;
    }
}
