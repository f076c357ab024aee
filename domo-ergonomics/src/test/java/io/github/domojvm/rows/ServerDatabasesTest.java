package io.github.domojvm.rows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The JDBC types of the databases that {@code make databases} starts. The test fails if a property is set and its
 * server cannot be reached.
 */
class ServerDatabasesTest {
    private static final String POSTGRESQL = "domo.test.postgresql";
    private static final String MARIADB = "domo.test.mariadb";
    private static final TimeZone ZONE = TimeZone.getDefault();
    private static final JdbcTable TABLE = new JdbcTable();

    @BeforeAll
    static void useATimeZoneWithDaylightSaving() {
        TimeZone.setDefault(TimeZone.getTimeZone("Europe/Berlin"));
    }

    @AfterAll
    static void writeTheTable() throws IOException {
        TimeZone.setDefault(ZONE);
        if (!TABLE.summary().isEmpty()) {
            Files.writeString(Path.of("target", "jdbc-servers.txt"), TABLE.summary() + TABLE.text());
        }
    }

    static Stream<JdbcTable.Case> postgresql() {
        return JdbcTable.cases("PostgreSQL");
    }

    static Stream<JdbcTable.Case> mariadb() {
        return JdbcTable.cases("MariaDB");
    }

    @ParameterizedTest
    @MethodSource("postgresql")
    @EnabledIfSystemProperty(named = POSTGRESQL, matches = ".+")
    void writesTheValueStoredInPostgresqlOrRejectsTheRow(JdbcTable.Case expected) throws SQLException, IOException {
        try (Connection connection = DriverManager.getConnection(System.getProperty(POSTGRESQL))) {
            TABLE.check(connection, expected);
        }
    }

    @ParameterizedTest
    @MethodSource("mariadb")
    @EnabledIfSystemProperty(named = MARIADB, matches = ".+")
    void writesTheValueStoredInMariadbOrRejectsTheRow(JdbcTable.Case expected) throws SQLException, IOException {
        try (Connection connection = DriverManager.getConnection(System.getProperty(MARIADB));
                Statement settings = connection.createStatement()) {
            // A common configuration of older servers, which accepts dates that do not exist.
            settings.execute("SET sql_mode = 'ALLOW_INVALID_DATES'");
            TABLE.check(connection, expected);
        }
    }
}
