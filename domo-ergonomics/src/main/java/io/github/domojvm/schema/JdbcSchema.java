package io.github.domojvm.schema;

import io.github.domojvm.rest.model.ColumnType;
import io.github.domojvm.rest.model.Schema;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;

/**
 * The columns of a JDBC result. Numbers that a {@code LONG} or a {@code DOUBLE} could damage become {@code DECIMAL}, what has
 * no counterpart becomes text.
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
     * @throws IllegalArgumentException when a label is blank or stands twice; name it with AS in the query
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
            case Types.NUMERIC, Types.DECIMAL -> exact(result.getPrecision(column), result.getScale(column));
            case Types.DATE -> ColumnType.DATE;
            case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE -> ColumnType.DATETIME;
            default -> ColumnType.STRING;
        };
    }

    /** Oracle tells precision 0 for a number of any size. */
    private static ColumnType exact(int precision, int scale) {
        return scale == 0 && precision > 0 && precision <= LONG_DIGITS ? ColumnType.LONG : ColumnType.DECIMAL;
    }
}
