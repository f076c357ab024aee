package io.github.domojvm.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.domojvm.error.DomoIoException;
import io.github.domojvm.schema.JdbcSchema;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JdbcRowsTest {
    private Connection connection;
    private Statement statement;

    @BeforeEach
    void connect() throws SQLException {
        connection = DriverManager.getConnection("jdbc:h2:mem:" + UUID.randomUUID());
        statement = connection.createStatement();
        statement.setFetchSize(2);
    }

    @AfterEach
    void disconnect() throws SQLException {
        connection.close();
    }

    @Test
    void mapsEachKindOfColumn() throws SQLException {
        statement.execute("""
                CREATE TABLE t (a TINYINT, b INT, c BIGINT, d REAL, e DOUBLE PRECISION, f NUMERIC(18), g NUMERIC(19), h NUMERIC(10, 2),
                  i DATE, j TIMESTAMP, k TIMESTAMP WITH TIME ZONE, l VARCHAR, m BOOLEAN, n UUID)""");
        try (ResultSet result = statement.executeQuery("SELECT * FROM t")) {
            assertThat(JdbcSchema.of(result.getMetaData()).columns())
                    .extracting(column -> column.name() + " " + column.type())
                    .containsExactly(
                            "A LONG",
                            "B LONG",
                            "C LONG",
                            "D DOUBLE",
                            "E DOUBLE",
                            "F LONG",
                            "G DECIMAL",
                            "H DECIMAL",
                            "I DATE",
                            "J DATETIME",
                            "K DATETIME",
                            "L STRING",
                            "M STRING",
                            "N STRING");
        }
    }

    @Test
    void writesRowsWithNullsAndTimesInUtc() throws Exception {
        try (ResultSet result = statement.executeQuery("""
                SELECT 9007199254740993 AS id, CAST(1.10 AS NUMERIC(10, 2)) AS price, DATE '2024-02-29' AS d,
                  TIMESTAMP '2024-02-29 05:06:07' AS t, TIMESTAMP WITH TIME ZONE '2024-03-01 00:30:00+01:00' AS z,
                  'a,"b"' AS s, TRUE AS f
                UNION ALL SELECT NULL, NULL, NULL, NULL, NULL, '', NULL""")) {
            try (InputStream csv = JdbcRows.source(result).open()) {
                assertThat(new String(csv.readAllBytes(), StandardCharsets.UTF_8))
                        .isEqualTo(
                                "ID,PRICE,D,T,Z,S,F\n9007199254740993,1.10,2024-02-29,2024-02-29T05:06:07,2024-02-29T23:30:00,\"a,\"\"b\"\"\",TRUE\n"
                                        + ",,,,,\"\",\n");
            }
        }
    }

    @Test
    void refusesLabelsThatStandTwice() throws SQLException {
        try (ResultSet result = statement.executeQuery("SELECT 1 AS a, 2 AS a")) {
            assertThatIllegalArgumentException().isThrownBy(() -> JdbcSchema.of(result.getMetaData()));
        }
    }

    @Test
    void tellsADatabaseThatFailsOnTheWay() throws Exception {
        ResultSet result = statement.executeQuery("SELECT X AS x FROM SYSTEM_RANGE(1, 10)");
        try (InputStream csv = JdbcRows.source(result).open()) {
            result.close();
            assertThatExceptionOfType(DomoIoException.class)
                    .isThrownBy(csv::readAllBytes)
                    .withMessageContaining("The database failed");
        }
    }
}
