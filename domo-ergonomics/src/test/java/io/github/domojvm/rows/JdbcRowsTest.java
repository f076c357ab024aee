package io.github.domojvm.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.TimeZone;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JdbcRowsTest {
    private final TimeZone zone = TimeZone.getDefault();
    private Connection connection;
    private Statement statement;

    @BeforeEach
    void connect() throws SQLException {
        TimeZone.setDefault(TimeZone.getTimeZone("Europe/Berlin"));
        connection = DriverManager.getConnection("jdbc:h2:mem:" + UUID.randomUUID());
        statement = connection.createStatement();
        statement.setFetchSize(2);
    }

    @AfterEach
    void disconnect() throws SQLException {
        TimeZone.setDefault(zone);
        connection.close();
    }

    @Test
    void writesRowsWithNullsAndTimesInUtc() throws Exception {
        assertThat(written("""
                SELECT 9007199254740993 AS id, CAST(1.10 AS NUMERIC(10, 2)) AS price, DATE '2024-02-29' AS d,
                  TIMESTAMP '2024-02-29 05:06:07' AS t, TIMESTAMP WITH TIME ZONE '2024-03-01 00:30:00+01:00' AS z,
                  'a,"b"' AS s, CAST(0.5 AS REAL) AS r, CAST(3 AS NUMERIC(5)) AS n
                UNION ALL SELECT NULL, NULL, NULL, NULL, NULL, '', NULL, NULL"""))
                .isEqualTo(
                        "9007199254740993,1.10,2024-02-29,2024-02-29T05:06:07,2024-02-29T23:30:00,\"a,\"\"b\"\"\",0.5,3\n"
                                + ",,,,,\"\",,\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TIMESTAMP '2024-03-31 02:30:00'                    | 2024-03-31T02:30:00",
                "TIMESTAMP '2024-10-27 02:30:00.25'                 | 2024-10-27T02:30:00.250",
                "TIMESTAMP '1500-01-01 00:00:00'                    | 1500-01-01T00:00:00",
                "TIMESTAMP WITH TIME ZONE '1500-01-01 01:00:00+01'  | 1500-01-01T00:00:00",
                "DATE '1500-01-01'                                  | 1500-01-01",
                "DATE '1582-10-10'                                  | 1582-10-10",
            })
    void datesAndTimesDoNotDependOnTheTimeZoneOfTheJvm(String sql, String text) throws Exception {
        assertThat(written("SELECT " + sql)).isEqualTo(text + "\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CAST(0.1 AS REAL)                         | 0.1",
                "CAST(0.1 AS FLOAT(24))                    | 0.1",
                "CAST(16777216 AS REAL)                    | 16777216",
                "CAST(0.1 AS DOUBLE PRECISION)             | 0.1",
                "CAST(0.10000000149011612 AS DOUBLE PRECISION) | 0.10000000149011612",
                "CAST(0.10000000149011612 AS FLOAT)        | 0.10000000149011612",
                "CAST(1.5 AS DECFLOAT(10))                 | 1.5",
            })
    void writesNumbersAsTheShortestTextThatRoundTrips(String sql, String text) throws Exception {
        assertThat(written("SELECT " + sql)).isEqualTo(text + "\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TIME '10:20:30'                              | 10:20:30",
                "CAST('10:20:30.25' AS TIME(2))               | 10:20:30.25",
                "TIME WITH TIME ZONE '10:20:30+02:00'         | 10:20:30+02",
                "TRUE                                         | TRUE",
                "CAST('long text' AS CLOB)                    | long text",
                "UUID '0192f0c1-7a3e-7000-8000-000000000001'  | 0192f0c1-7a3e-7000-8000-000000000001",
                "JSON '[1]'                                   | [1]",
                "INTERVAL '3' DAY                             | INTERVAL '3' DAY",
            })
    void writesOtherTypesAsTheTextOfTheDriver(String sql, String text) throws Exception {
        assertThat(written("SELECT " + sql)).isEqualTo(text + "\n");
    }

    @Test
    void writesTheColumnLabelsAsHeader() throws Exception {
        try (ResultSet result = statement.executeQuery("SELECT 1 AS n, 'a' AS \"the name\"")) {
            var source = JdbcRows.toSource(result);

            assertThat(source.hasHeader()).isTrue();
            try (InputStream csv = source.open()) {
                assertThat(new String(csv.readAllBytes(), StandardCharsets.UTF_8))
                        .isEqualTo("N,the name\n1,a\n");
            }
        }
    }

    @Test
    void rejectsBinaryColumnsBeforeReadingRows() throws SQLException {
        try (ResultSet result = statement.executeQuery("SELECT CAST('00' AS VARBINARY) AS photo")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> JdbcRows.toSource(result))
                    .withMessageContaining("'PHOTO'");
        }
    }

    @Test
    void doesNotCallNextAfterTheLastRow() throws Exception {
        ResultSet result = statement.executeQuery("SELECT X AS x FROM SYSTEM_RANGE(1, 2)");
        AtomicBoolean ended = new AtomicBoolean();
        ResultSet strict = (ResultSet) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {ResultSet.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("next") && ended.get()) {
                        throw new SQLException("Exhausted Resultset");
                    }
                    Object value = method.invoke(result, arguments);
                    ended.set(method.getName().equals("next") && value.equals(false));
                    return value;
                });

        try (InputStream csv = JdbcRows.toSource(strict).open()) {
            assertThat(new String(csv.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("X\n1\n2\n");
        }
    }

    /** Returns the CSV of the query without the header line. */
    private String written(String query) throws SQLException, IOException {
        try (ResultSet result = statement.executeQuery(query);
                InputStream csv = JdbcRows.toSource(result).open()) {
            String text = new String(csv.readAllBytes(), StandardCharsets.UTF_8);
            return text.substring(text.indexOf('\n') + 1);
        }
    }
}
