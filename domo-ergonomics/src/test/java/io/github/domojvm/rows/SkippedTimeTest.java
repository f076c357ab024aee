package io.github.domojvm.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.TimeZone;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Times are written as they are stored, although the JVM that reads them has a zone that skips some of them. */
class SkippedTimeTest {
    private final TimeZone zone = TimeZone.getDefault();

    @AfterEach
    void restoreTheZone() {
        TimeZone.setDefault(zone);
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:derby:memory:%s;create=true, Europe/Berlin",
        "jdbc:derby:memory:%s;create=true, Australia/Lord_Howe",
        "jdbc:h2:mem:%s, Europe/Berlin",
        "jdbc:hsqldb:mem:%s, Europe/Berlin",
        "jdbc:duckdb:, Europe/Berlin"
    })
    void timesDoNotDependOnTheZoneOfTheJvm(String url, String reading) throws SQLException, IOException {
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        try (Connection connection = DriverManager.getConnection(url.formatted(UUID.randomUUID()));
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE t(c TIMESTAMP)");
            statement.execute("INSERT INTO t VALUES ('2024-03-31 01:30:00'), ('2024-03-31 02:30:00'),"
                    + " ('2024-03-31 03:30:00'), ('2024-10-27 02:30:00'), ('2024-10-06 02:15:00'), (NULL)");

            TimeZone.setDefault(TimeZone.getTimeZone(reading));

            try (ResultSet result = statement.executeQuery("SELECT c FROM t");
                    InputStream csv = JdbcRows.toSource(result).open()) {
                assertThat(new String(csv.readAllBytes(), StandardCharsets.UTF_8)
                                .lines()
                                .skip(1))
                        .containsExactly(
                                "2024-03-31T01:30:00",
                                "2024-03-31T02:30:00",
                                "2024-03-31T03:30:00",
                                "2024-10-27T02:30:00",
                                "2024-10-06T02:15:00",
                                "\\N");
            }
        }
    }
}
