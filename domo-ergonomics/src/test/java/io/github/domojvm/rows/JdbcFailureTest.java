package io.github.domojvm.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.domojvm.DomoClient;
import io.github.domojvm.error.CsvException;
import io.github.domojvm.error.DomoIoException;
import io.github.domojvm.rest.model.UpdateMethod;
import io.github.domojvm.sandbox.DomoSandbox;
import io.github.domojvm.schema.SchemaBuilder;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.SocketException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTimeoutException;
import java.sql.Statement;
import java.time.DateTimeException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Drivers that fail with a message that contains a value. */
class JdbcFailureTest {
    private static final String SECRET = "SECRET-VALUE";

    private Connection connection;
    private Statement statement;

    @BeforeEach
    void connect() throws SQLException {
        connection = DriverManager.getConnection("jdbc:h2:mem:" + UUID.randomUUID());
        statement = connection.createStatement();
    }

    @AfterEach
    void disconnect() throws SQLException {
        connection.close();
    }

    static Stream<Exception> unreadableValues() {
        return Stream.of(
                new SQLException(SECRET),
                new SQLException(SECRET, "22003", 17, new IllegalStateException(SECRET)),
                new DateTimeException(SECRET),
                new NumberFormatException(SECRET),
                new ClassCastException(SECRET),
                new IllegalStateException(SECRET, new SQLException(SECRET)));
    }

    @ParameterizedTest
    @MethodSource("unreadableValues")
    void reportsAnUnreadableValueByRowAndColumnWithoutTheValue(Exception failure) throws Exception {
        ResultSet result = failing("getObject", 3, failure);

        CsvException exception = (CsvException) catchThrowable(() -> read(result));

        assertThat(exception)
                .hasMessageStartingWith(
                        "Row 2 of the JDBC result cannot be sent: the column 'N' has a value that the JDBC"
                                + " driver cannot read (" + failure.getClass().getName())
                .hasMessageEndingWith(
                        "Correct the value, or cast the column in the query, for example CAST(N AS VARCHAR)"
                                + " for a STRING column.");
        assertThat(exception.line()).isEqualTo(2);
        assertThat(trace(exception)).doesNotContain(SECRET);
    }

    @Test
    void preservesSqlStateVendorCodeCausesAndStackTrace() throws Exception {
        SQLException failure = new SQLException(SECRET, "22003", 17, new IllegalStateException(SECRET));

        Throwable exception = catchThrowable(() -> read(failing("getObject", 1, failure)));

        assertThat(exception).hasMessageContaining("(java.sql.SQLException, SQLState 22003, vendor code 17)");
        assertThat(exception.getCause()).isInstanceOfSatisfying(SQLException.class, cause -> {
            assertThat(cause.getSQLState()).isEqualTo("22003");
            assertThat(cause.getErrorCode()).isEqualTo(17);
            assertThat(cause.getStackTrace()).isEqualTo(failure.getStackTrace());
            assertThat(cause.getCause()).hasMessage("java.lang.IllegalStateException");
        });
    }

    static Stream<Exception> lostConnections() {
        return Stream.of(
                new SQLException(SECRET, "08006"),
                new SQLException(SECRET, "57P01"),
                new SQLException(SECRET, "40001"),
                new SQLException(SECRET, "HYT00"),
                new SQLException(SECRET, new SocketException(SECRET)),
                new SQLNonTransientConnectionException(SECRET),
                new SQLRecoverableException(SECRET),
                new SQLTimeoutException(SECRET),
                new UncheckedIOException(new SocketException(SECRET)));
    }

    @ParameterizedTest
    @MethodSource("lostConnections")
    void reportsALostConnectionAsAFailureOfTheDatabase(Exception failure) throws Exception {
        for (String call : List.of("next", "getObject")) {
            Throwable exception = catchThrowable(() -> read(failing(call, 1, failure)));

            assertThat(exception)
                    .isInstanceOf(DomoIoException.class)
                    .hasMessageStartingWith("The database failed while row 1 of the JDBC result was read ("
                            + failure.getClass().getName());
            assertThat(trace(exception)).doesNotContain(SECRET);
        }
    }

    @Test
    void reportsAClosedResultSetAsAFailureOfTheDatabase() throws Exception {
        ResultSet result = statement.executeQuery("SELECT X AS n, 'a' AS t FROM SYSTEM_RANGE(1, 10)");
        try (InputStream csv = JdbcRows.toSource(result).open()) {
            result.close();
            assertThatExceptionOfType(DomoIoException.class)
                    .isThrownBy(csv::readAllBytes)
                    .withMessageStartingWith("The database failed while row 1 of");
        }
        ResultSet closed = failing("getObject", 1, new SQLException(SECRET));
        assertThatExceptionOfType(DomoIoException.class).isThrownBy(() -> read(returning(closed, "isClosed", true)));
    }

    static Stream<Exception> rowsThatCannotBeComputed() {
        return Stream.of(new SQLException(SECRET, "22012"), new NumberFormatException(SECRET));
    }

    @ParameterizedTest
    @MethodSource("rowsThatCannotBeComputed")
    void reportsARowThatTheDatabaseCannotComputeByItsNumber(Exception failure) throws Exception {
        Throwable exception = catchThrowable(() -> read(failing("next", 2, failure)));

        assertThat(exception)
                .isInstanceOf(CsvException.class)
                .hasMessageStartingWith("Row 2 of the JDBC result cannot be sent: ")
                .hasMessageContaining("change the query");
        assertThat(trace(exception)).doesNotContain(SECRET);
    }

    static Stream<Exception> unknownFailures() {
        return Stream.of(new SQLException(SECRET), new IllegalStateException(new SQLException(SECRET)));
    }

    @ParameterizedTest
    @MethodSource("unknownFailures")
    void reportsAnyOtherFailureToFetchARowAsAFailureOfTheDatabase(Exception failure) throws Exception {
        Throwable exception = catchThrowable(() -> read(failing("next", 2, failure)));

        assertThat(exception).isInstanceOf(DomoIoException.class).hasMessageContaining("row 2 of");
        assertThat(trace(exception)).doesNotContain(SECRET);
    }

    @ParameterizedTest
    @MethodSource("unreadableValues")
    void reportsAColumnThatTheDriverCannotDescribe(Exception failure) throws Exception {
        ResultSet result = statement.executeQuery("SELECT 1 AS n");
        for (String call : List.of("getColumnCount", "getColumnLabel", "getColumnType")) {
            ResultSetMetaData failing = failing(ResultSetMetaData.class, result.getMetaData(), call, 1, failure);

            Throwable exception = catchThrowable(() -> SchemaBuilder.from(failing));

            assertThat(exception)
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining(
                            switch (call) {
                                case "getColumnCount" -> "count the columns";
                                case "getColumnLabel" -> "name column 1. Name it with AS";
                                default -> "describe column 'N'. Cast it in the query, for example CAST(N AS VARCHAR)";
                            });
            assertThat(trace(exception)).doesNotContain(SECRET);
        }
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> JdbcRows.toSource(failing(ResultSet.class, result, "getMetaData", 1, failure)))
                .withMessageStartingWith("The JDBC driver cannot describe the result");
    }

    @Test
    void rejectsTextInANumericColumnAndLeavesTheDataSetUnchanged() throws Exception {
        try (DomoSandbox sandbox = DomoSandbox.start();
                DomoClient domo = DomoClient.builder()
                        .apiUrl(sandbox.url().toString())
                        .credentials(sandbox.clientId(), sandbox.clientSecret())
                        .build();
                Connection sqlite = DriverManager.getConnection("jdbc:sqlite::memory:");
                Statement query = sqlite.createStatement()) {
            query.execute("CREATE TABLE t(qty INTEGER)");
            query.execute("INSERT INTO t VALUES (3)");
            String id;
            try (ResultSet result = query.executeQuery("SELECT qty FROM t")) {
                id = domo.dataSets()
                        .create(
                                "Stock",
                                SchemaBuilder.from(result.getMetaData()).build())
                        .id();
                domo.load(id, JdbcRows.toSource(result), UpdateMethod.REPLACE);
            }

            query.execute("INSERT INTO t VALUES ('n/a'), ('12 kg'), (2.75)");
            try (ResultSet result = query.executeQuery("SELECT qty FROM t")) {
                assertThatExceptionOfType(CsvException.class)
                        .isThrownBy(() -> domo.load(id, JdbcRows.toSource(result), UpdateMethod.REPLACE))
                        .withMessageContaining(
                                "Row 2 of the JDBC result cannot be sent: the column 'qty' accepts LONG");
            }
            assertThat(sandbox.rows(id)).containsExactly(List.of("3"));
        }
    }

    private ResultSet failing(String call, int time, Exception failure) throws SQLException {
        return failing(
                ResultSet.class,
                statement.executeQuery("SELECT X AS n, 'a' AS t FROM SYSTEM_RANGE(1, 3)"),
                call,
                time,
                failure);
    }

    /** Returns a proxy that fails at the given call, counted from 1. */
    private static <T> T failing(Class<T> type, T target, String call, int time, Exception failure) {
        int[] calls = {0};
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (method.getName().equals(call) && ++calls[0] == time) {
                        throw failure;
                    }
                    try {
                        return method.invoke(target, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    private static ResultSet returning(ResultSet target, String call, Object value) {
        return (ResultSet) Proxy.newProxyInstance(
                ResultSet.class.getClassLoader(), new Class<?>[] {ResultSet.class}, (proxy, method, arguments) -> {
                    try {
                        return method.getName().equals(call) ? value : method.invoke(target, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static void read(ResultSet result) throws Exception {
        try (InputStream csv = JdbcRows.toSource(result).open()) {
            csv.readAllBytes();
        }
    }

    private static String trace(Throwable failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        return trace.toString();
    }
}
