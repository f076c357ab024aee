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
 * The databases that {@code make databases} starts. A property that names a server which cannot be reached is a
 * failure.
 */
class ServerDatabasesTest {
    private static final String POSTGRESQL = "domo.test.postgresql";
    private static final String MARIADB = "domo.test.mariadb";
    private static final TimeZone ZONE = TimeZone.getDefault();
    private static final JdbcTable TABLE = new JdbcTable();

    @BeforeAll
    static void liveInAZoneThatSkipsAnHour() {
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
    void dataSetReceivesWhatPostgresqlStoresOrTheRowIsRefused(JdbcTable.Case stated) throws SQLException, IOException {
        try (Connection connection = DriverManager.getConnection(System.getProperty(POSTGRESQL))) {
            TABLE.check(connection, stated);
        }
    }

    @ParameterizedTest
    @MethodSource("mariadb")
    @EnabledIfSystemProperty(named = MARIADB, matches = ".+")
    void dataSetReceivesWhatMariadbStoresOrTheRowIsRefused(JdbcTable.Case stated) throws SQLException, IOException {
        try (Connection connection = DriverManager.getConnection(System.getProperty(MARIADB));
                Statement settings = connection.createStatement()) {
            // The server as it was configured for decades: dates that do not exist can be stored.
            settings.execute("SET sql_mode = 'ALLOW_INVALID_DATES'");
            TABLE.check(connection, stated);
        }
    }
}
