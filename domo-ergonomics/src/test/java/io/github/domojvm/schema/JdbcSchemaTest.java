package io.github.domojvm.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.domojvm.rest.model.Schema;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JdbcSchemaTest {
    private Connection connection;

    @BeforeEach
    void connect() throws SQLException {
        connection = DriverManager.getConnection("jdbc:h2:mem:" + UUID.randomUUID());
    }

    @AfterEach
    void disconnect() throws SQLException {
        connection.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TINYINT                  | LONG",
                "INT                      | LONG",
                "BIGINT                   | LONG",
                "REAL                     | DOUBLE",
                "FLOAT(24)                | DOUBLE",
                "DOUBLE PRECISION         | DOUBLE",
                "NUMERIC(18)              | LONG",
                "NUMERIC(19)              | DECIMAL",
                "NUMERIC(10, 2)           | DECIMAL",
                "DECFLOAT(10)             | DECIMAL",
                "DATE                     | DATE",
                "TIMESTAMP                | DATETIME",
                "TIMESTAMP WITH TIME ZONE | DATETIME",
                "TIME                     | STRING",
                "TIME WITH TIME ZONE      | STRING",
                "VARCHAR                  | STRING",
                "CLOB                     | STRING",
                "BOOLEAN                  | STRING",
                "UUID                     | STRING",
                "JSON                     | STRING",
                "INTERVAL DAY             | STRING",
            })
    void mapsEachColumnType(String sql, String type) throws SQLException {
        assertThat(schema("CAST(NULL AS " + sql + ") AS c").columns())
                .extracting(column -> column.name() + " " + column.type())
                .containsExactly("C " + type);
    }

    @ParameterizedTest
    @ValueSource(strings = {"BLOB", "BINARY(2)", "VARBINARY(2)", "INTEGER ARRAY", "JAVA_OBJECT"})
    void rejectsTypesWithoutText(String sql) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> schema("1 AS a, CAST(NULL AS " + sql + ") AS photo"))
                .withMessageMatching("Column 'PHOTO' has the type [A-Z_() ]+, which .*[Cc]onvert it .* leave it out.*");
    }

    @ParameterizedTest
    @ValueSource(ints = {Types.LONGVARBINARY, Types.STRUCT})
    void rejectsUnsupportedTypesThatH2DoesNotHave(int type) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JdbcSchema.from(metadata(type, "odd")))
                .withMessageContaining("Column 'c' has the type odd");
    }

    @ParameterizedTest
    @ValueSource(strings = {"java.lang.Object", "vendor.Inet", ""})
    void mapsNonStandardTypesToString(String className) throws SQLException {
        assertThat(type(Types.OTHER, className, 0)).isEqualTo("STRING");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "java.lang.Byte           | 0  | LONG",
                "java.lang.Short          | 0  | LONG",
                "java.lang.Integer        | 0  | LONG",
                "java.lang.Long           | 19 | LONG",
                "java.lang.Float          | 0  | DOUBLE",
                "java.lang.Double         | 0  | DOUBLE",
                "java.math.BigInteger     | 18 | LONG",
                "java.math.BigInteger     | 38 | DECIMAL",
                "java.math.BigDecimal     | 0  | DECIMAL",
                "java.sql.Date            | 0  | DATE",
                "java.time.LocalDate      | 0  | DATE",
                "java.sql.Timestamp       | 0  | DATETIME",
                "java.time.LocalDateTime  | 0  | DATETIME",
                "java.time.OffsetDateTime | 0  | DATETIME",
                "java.util.UUID           | 0  | STRING",
                "java.util.LinkedHashMap  | 0  | STRING",
            })
    void mapsNonStandardTypesByTheirJavaClass(String className, int precision, String type) throws SQLException {
        int vendorType = -12_345;

        assertThat(type(Types.OTHER, className, precision)).isEqualTo(type);
        assertThat(type(vendorType, className, precision)).isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"java.lang.Long | LONG", "java.math.BigInteger | DECIMAL", "'' | DECIMAL"})
    void mapsUnsignedBigintToLongOnlyWhenItsClassIsLong(String className, String type) throws SQLException {
        assertThat(type(Types.BIGINT, className, 20)).isEqualTo(type);
    }

    @Test
    void toleratesDriversThatFailToDescribeAColumn() throws SQLException {
        assertThat(type(Types.OTHER, null, 0)).isEqualTo("STRING");
        assertThat(type(Types.NUMERIC, null, -1)).isEqualTo("DECIMAL");
        assertThat(type(Types.BIGINT, null, -1)).isEqualTo("DECIMAL");
    }

    @Test
    void mapsNumericOfUnknownPrecisionAndClassToString() throws SQLException {
        assertThat(type(Types.NUMERIC, "java.lang.Object", 0)).isEqualTo("STRING");
        assertThat(type(Types.NUMERIC, "java.math.BigDecimal", 0)).isEqualTo("DECIMAL");
    }

    @Test
    void rejectsDuplicateLabels() {
        assertThatIllegalArgumentException().isThrownBy(() -> schema("1 AS a, 2 AS a"));
    }

    private Schema schema(String columns) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT " + columns)) {
            return JdbcSchema.from(result.getMetaData());
        }
    }

    private static String type(int type, String className, int precision) throws SQLException {
        return String.valueOf(JdbcSchema.from(metadata(type, "odd", className, precision))
                .columns()
                .get(0)
                .type());
    }

    private static ResultSetMetaData metadata(int type, String name) {
        return metadata(type, name, "java.lang.Object", 0);
    }

    /** Throws from all other methods, and from {@code getPrecision} if the precision is negative. */
    private static ResultSetMetaData metadata(int type, String name, String className, int precision) {
        return (ResultSetMetaData) Proxy.newProxyInstance(
                JdbcSchemaTest.class.getClassLoader(),
                new Class<?>[] {ResultSetMetaData.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getColumnCount" -> 1;
                    case "getColumnType" -> type;
                    case "getColumnLabel" -> "c";
                    case "getColumnTypeName" -> name;
                    case "getColumnClassName" -> className;
                    case "getPrecision" -> {
                        if (precision < 0) {
                            throw new SQLException("unknown");
                        }
                        yield precision;
                    }
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
