package io.github.domojvm.sandbox.internal.query;

import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Describes failed SQL in the words of the sandbox. Texts and codes of the embedded database are not responses of Domo.
 */
final class SqlFailure {
    private static final int UNKNOWN_FUNCTION = 90022;
    private static final int AMBIGUOUS_COLUMN = 90059;
    private static final int NOT_GROUPED = 90016;
    private static final int NO_PERMISSION = 90096;
    private static final Pattern NAME = Pattern.compile("^[A-Za-z ]+\"([^\"\\n]{1,200})\"");

    private SqlFailure() {}

    static QueryException of(SQLException e) {
        return new QueryException("Failed to run the query: " + reason(e), e);
    }

    private static String reason(SQLException e) {
        if (e instanceof SQLTimeoutException) {
            return "it took too long";
        }
        return switch (e.getErrorCode()) {
            case UNKNOWN_FUNCTION -> "the function" + name(e) + " is not known";
            case AMBIGUOUS_COLUMN -> "the column" + name(e) + " is ambiguous";
            case NOT_GROUPED -> "the column" + name(e) + " is neither aggregated nor in GROUP BY";
            case NO_PERMISSION -> "only the rows of table can be selected";
            default -> byState(e);
        };
    }

    private static String byState(SQLException e) {
        String state = String.valueOf(e.getSQLState());
        if (state.equals("42S22")) {
            return "the column" + name(e) + " does not exist";
        }
        if (state.startsWith("42S")) {
            return "the table" + name(e) + " does not exist. The rows are in the table named table";
        }
        if (state.startsWith("42")) {
            return "the syntax is invalid";
        }
        return state.startsWith("22")
                ? "a value is outside the range of its type, or cannot be converted"
                : "it is invalid, or uses SQL that the sandbox does not support";
    }

    /** Returns the name that the message begins with, which is a name of the query. */
    private static String name(SQLException e) {
        Matcher name = NAME.matcher(String.valueOf(e.getMessage()));
        return name.find() ? " '" + name.group(1) + "'" : "";
    }
}
