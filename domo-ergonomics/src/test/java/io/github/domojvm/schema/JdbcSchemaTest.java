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
    void mapsEachKindOfColumn(String sql, String type) throws SQLException {
        assertThat(schema("CAST(NULL AS " + sql + ") AS c").columns())
                .extracting(column -> column.name() + " " + column.type())
                .containsExactly("C " + type);
    }

    @ParameterizedTest
    @ValueSource(strings = {"BLOB", "BINARY(2)", "VARBINARY(2)", "INTEGER ARRAY", "JAVA_OBJECT"})
    void refusesWhatHasNoText(String sql) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> schema("1 AS a, CAST(NULL AS " + sql + ") AS photo"))
                .withMessageMatching("Column 'PHOTO' has the type [A-Z_() ]+, which .*[Cc]onvert it .* leave it out.*");
    }

    @ParameterizedTest
    @ValueSource(ints = {Types.LONGVARBINARY, Types.STRUCT})
    void refusesWhatH2DoesNotHave(int type) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JdbcSchema.of(described(type, "odd")))
                .withMessageContaining("Column 'c' has the type odd");
    }

    @Test
    void keepsWhatIsOfNoStandardTypeAsText() throws SQLException {
        assertThat(JdbcSchema.of(described(Types.OTHER, "inet")).columns())
                .extracting(column -> String.valueOf(column.type()))
                .containsExactly("STRING");
    }

    @Test
    void refusesLabelsThatStandTwice() {
        assertThatIllegalArgumentException().isThrownBy(() -> schema("1 AS a, 2 AS a"));
    }

    private Schema schema(String columns) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT " + columns)) {
            return JdbcSchema.of(result.getMetaData());
        }
    }

    private static ResultSetMetaData described(int type, String name) {
        return (ResultSetMetaData) Proxy.newProxyInstance(
                JdbcSchemaTest.class.getClassLoader(),
                new Class<?>[] {ResultSetMetaData.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getColumnCount" -> 1;
                    case "getColumnType" -> type;
                    case "getColumnLabel" -> "c";
                    case "getColumnTypeName" -> name;
                    case "getColumnClassName" -> "java.lang.Object";
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
