package io.github.domojvm.internal.jdbc;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The metadata that a driver returns for a column of a result. Label and type are required. The rest is optional, since
 * some drivers fail or return null.
 *
 * @param label the label
 * @param sqlType a constant of {@link java.sql.Types}, or a vendor-specific number
 * @param typeName the database's name of the type, empty if unknown
 * @param className the class of the values, empty if unknown
 * @param precision the number of digits, 0 if unknown
 * @param scale the number of digits after the decimal point
 * @param signed whether numbers may be negative, false if unknown
 */
public record JdbcMetadata(
        String label, int sqlType, String typeName, String className, int precision, int scale, boolean signed) {
    /**
     * Reads the metadata of a result.
     *
     * @param result the result
     * @return its columns
     * @throws SQLException if the driver fails; without the driver's message
     */
    public static List<JdbcMetadata> of(ResultSet result) throws SQLException {
        return of(required(result::getMetaData, "The JDBC driver cannot describe the result"));
    }

    /**
     * Reads the columns of result metadata.
     *
     * @param result the metadata
     * @return its columns
     * @throws SQLException if the driver fails to return the number of columns, a label or a type; without the driver's
     *     message
     */
    public static List<JdbcMetadata> of(ResultSetMetaData result) throws SQLException {
        int count = required(result::getColumnCount, "The JDBC driver cannot count the columns of the result");
        List<JdbcMetadata> columns = new ArrayList<>(count);
        for (int i = 1; i <= count; i++) {
            columns.add(of(result, i));
        }
        return columns;
    }

    private static JdbcMetadata of(ResultSetMetaData result, int column) throws SQLException {
        String label = required(
                () -> result.getColumnLabel(column),
                "The JDBC driver cannot name column " + column + ". Name it with AS in the query");
        int type = required(
                () -> result.getColumnType(column),
                "The JDBC driver cannot describe column '" + label + "'. Cast it in the query, for example CAST("
                        + label + " AS VARCHAR)");
        return new JdbcMetadata(
                label == null ? "" : label,
                type,
                optional(() -> result.getColumnTypeName(column), ""),
                optional(() -> result.getColumnClassName(column), ""),
                optional(() -> result.getPrecision(column), 0),
                optional(() -> result.getScale(column), 0),
                optional(() -> result.isSigned(column), false));
    }

    private interface Call<T> {
        @Nullable
        T get() throws SQLException;
    }

    @SuppressWarnings("NullAway") // A label that is null becomes empty text, and the others are primitive.
    private static <T> T required(Call<T> call, String message) throws SQLException {
        try {
            return call.get();
        } catch (SQLException | RuntimeException e) {
            SQLException copy = JdbcFailure.withoutMessage(e);
            throw new SQLException(
                    message + " (" + copy.getMessage() + ").", copy.getSQLState(), copy.getErrorCode(), copy);
        }
    }

    private static <T> T optional(Call<T> call, T unknown) {
        try {
            T value = call.get();
            return value == null ? unknown : value;
        } catch (SQLException | RuntimeException e) {
            return unknown;
        }
    }
}
