package io.github.domojvm.schema;

import io.github.domojvm.internal.jdbc.JdbcMetadata;
import io.github.domojvm.rest.model.ColumnType;
import io.github.domojvm.rest.model.Schema;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.UUID;

/** Converts the description of a JDBC result to a schema. */
final class JdbcSchema {
    /** Every integer with this number of digits fits 64 bits. */
    private static final int LONG_DIGITS = 18;

    private JdbcSchema() {}

    static Schema from(ResultSetMetaData result) throws SQLException {
        SchemaBuilder schema = SchemaBuilder.builder();
        for (JdbcMetadata column : JdbcMetadata.of(result)) {
            schema.column(column.label(), type(column));
        }
        return schema.build();
    }

    private static ColumnType type(JdbcMetadata column) {
        return switch (column.sqlType()) {
            case Types.TINYINT, Types.SMALLINT, Types.INTEGER -> ColumnType.LONG;
            case Types.BIGINT ->
                column.signed() || byClass(column) == ColumnType.LONG ? ColumnType.LONG : ColumnType.DECIMAL;
            case Types.REAL, Types.FLOAT, Types.DOUBLE -> ColumnType.DOUBLE;
            case Types.NUMERIC, Types.DECIMAL -> exact(column);
            case Types.DATE -> ColumnType.DATE;
            case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE -> ColumnType.DATETIME;
            case Types.BINARY -> uuidOrRefused(column);
            case Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB, Types.ARRAY, Types.STRUCT, Types.JAVA_OBJECT ->
                throw refused(column);
            case Types.CHAR, Types.VARCHAR, Types.LONGVARCHAR, Types.CLOB -> ColumnType.STRING;
            case Types.NCHAR, Types.NVARCHAR, Types.LONGNVARCHAR, Types.NCLOB -> ColumnType.STRING;
            case Types.BIT, Types.BOOLEAN, Types.TIME, Types.TIME_WITH_TIMEZONE -> ColumnType.STRING;
            default -> byClass(column);
        };
    }

    /** For types that JDBC does not define. */
    private static ColumnType byClass(JdbcMetadata column) {
        return switch (column.className()) {
            case "java.lang.Byte", "java.lang.Short", "java.lang.Integer", "java.lang.Long" -> ColumnType.LONG;
            case "java.lang.Float", "java.lang.Double" -> ColumnType.DOUBLE;
            case "java.math.BigInteger", "java.math.BigDecimal" -> exact(column);
            case "java.sql.Date", "java.time.LocalDate" -> ColumnType.DATE;
            case "java.sql.Timestamp", "java.time.LocalDateTime" -> ColumnType.DATETIME;
            case "java.time.OffsetDateTime", "java.time.ZonedDateTime", "java.time.Instant" -> ColumnType.DATETIME;
            default -> ColumnType.STRING;
        };
    }

    /**
     * Oracle reports precision 0 for a number of any size; H2 reports scale 0 for a DECFLOAT, which has a floating
     * point. SQLite reports a numeric column without precision and class if the first row has no value: text may
     * follow.
     */
    private static ColumnType exact(JdbcMetadata column) {
        int precision = column.precision();
        if (precision == 0 && column.className().equals("java.lang.Object")) {
            return ColumnType.STRING;
        }
        boolean whole = column.scale() == 0 && precision > 0 && precision <= LONG_DIGITS;
        return whole && !"DECFLOAT".equalsIgnoreCase(column.typeName()) ? ColumnType.LONG : ColumnType.DECIMAL;
    }

    /** H2 and HSQLDB report a UUID as binary, but return it as text. */
    private static ColumnType uuidOrRefused(JdbcMetadata column) {
        if (UUID.class.getName().equals(column.className()) || "UUID".equalsIgnoreCase(column.typeName())) {
            return ColumnType.STRING;
        }
        throw refused(column);
    }

    private static IllegalArgumentException refused(JdbcMetadata column) {
        return new IllegalArgumentException("Column '" + column.label() + "' has the type " + column.typeName()
                + ", which has no text form that Domo can store. Convert it to text or a number in the query, or leave it"
                + " out.");
    }
}
