package io.github.domojvm.rows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.TimeZone;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The JDBC types of databases that run inside this JVM. */
class JdbcTableTest {
    private static final Map<String, String> URLS = Map.of(
            "H2", "jdbc:h2:mem:" + UUID.randomUUID(),
            "SQLite", "jdbc:sqlite::memory:",
            "DuckDB", "jdbc:duckdb:",
            "HSQLDB", "jdbc:hsqldb:mem:" + UUID.randomUUID(),
            "Derby", "jdbc:derby:memory:" + UUID.randomUUID() + ";create=true");
    private static final TimeZone ZONE = TimeZone.getDefault();
    private static final JdbcTable TABLE = new JdbcTable();

    @BeforeAll
    static void useATimeZoneWithDaylightSaving() {
        TimeZone.setDefault(TimeZone.getTimeZone("Europe/Berlin"));
    }

    @AfterAll
    static void writeTheTable() throws IOException {
        TimeZone.setDefault(ZONE);
        Files.writeString(Path.of("target", "jdbc.txt"), TABLE.summary() + TABLE.text());
    }

    static Stream<JdbcTable.Case> cases() {
        return URLS.keySet().stream().sorted().flatMap(JdbcTable::cases);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void writesTheStoredValueOrRejectsTheRow(JdbcTable.Case expected) throws SQLException, IOException {
        try (Connection connection = DriverManager.getConnection(URLS.get(expected.driver()))) {
            TABLE.check(connection, expected);
        }
    }
}
