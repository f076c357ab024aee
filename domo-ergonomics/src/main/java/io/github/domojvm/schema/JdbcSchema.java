package io.github.domojvm.schema;

import io.github.domojvm.rest.model.ColumnType;
import io.github.domojvm.rest.model.Schema;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.UUID;

/**
 * The columns of a JDBC result. Numbers that a {@code LONG} or a {@code DOUBLE} could damage become {@code DECIMAL}. What has
 * no counterpart becomes text: truth values, times of day, UUIDs, JSON, XML, long text, and what the driver calls
 * {@link Types#OTHER}. What has no text is refused: binary data, arrays, structures and Java objects.
 */
public final class JdbcSchema {
    /** What always fits 64 bits. */
    private static final int LONG_DIGITS = 18;

    private JdbcSchema() {}

    /**
     * Makes the schema of a result.
     *
     * @param result the description of the result, from {@code ResultSet.getMetaData()} or a prepared statement
     * @return its columns, named by their labels
     * @throws SQLException when the driver cannot tell
     * @throws IllegalArgumentException when a label is blank or stands twice, so name it with AS in the query; or when a column
     *     is binary, an array, a structure or a Java object, so convert it in the query or leave it out
     */
    public static Schema of(ResultSetMetaData result) throws SQLException {
        SchemaBuilder schema = SchemaBuilder.create();
        for (int i = 1; i <= result.getColumnCount(); i++) {
            schema.column(result.getColumnLabel(i), type(result, i));
        }
        return schema.build();
    }

    private static ColumnType type(ResultSetMetaData result, int column) throws SQLException {
        return switch (result.getColumnType(column)) {
            case Types.TINYINT, Types.SMALLINT, Types.INTEGER -> ColumnType.LONG;
            case Types.BIGINT -> result.isSigned(column) ? ColumnType.LONG : ColumnType.DECIMAL;
            case Types.REAL, Types.FLOAT, Types.DOUBLE -> ColumnType.DOUBLE;
            case Types.NUMERIC, Types.DECIMAL -> exact(result, column);
            case Types.DATE -> ColumnType.DATE;
            case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE -> ColumnType.DATETIME;
            case Types.BINARY -> uuidOrRefused(result, column);
            case Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB, Types.ARRAY, Types.STRUCT, Types.JAVA_OBJECT ->
                throw refused(result, column);
            default -> ColumnType.STRING;
        };
    }

    /** Oracle tells precision 0 for a number of any size; H2 tells scale 0 for a DECFLOAT, whose point floats. */
    private static ColumnType exact(ResultSetMetaData result, int column) throws SQLException {
        int precision = result.getPrecision(column);
        boolean whole = result.getScale(column) == 0 && precision > 0 && precision <= LONG_DIGITS;
        return whole && !"DECFLOAT".equalsIgnoreCase(result.getColumnTypeName(column))
                ? ColumnType.LONG
                : ColumnType.DECIMAL;
    }

    /** H2 calls a UUID binary, and gives it as text all the same. */
    private static ColumnType uuidOrRefused(ResultSetMetaData result, int column) throws SQLException {
        if (UUID.class.getName().equals(result.getColumnClassName(column))) {
            return ColumnType.STRING;
        }
        throw refused(result, column);
    }

    private static IllegalArgumentException refused(ResultSetMetaData result, int column) throws SQLException {
        return new IllegalArgumentException("Column '" + result.getColumnLabel(column) + "' has the type "
                + result.getColumnTypeName(column) + ", which has no text that Domo could hold. Convert it to text or a"
                + " number in the query, or leave it out.");
    }
}
