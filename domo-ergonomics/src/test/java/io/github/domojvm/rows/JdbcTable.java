package io.github.domojvm.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.domojvm.error.CsvException;
import io.github.domojvm.schema.SchemaBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The expected CSV by column type and stored value. The lines of the files in {@code src/test/resources/jdbc} have the
 * format {@code column type | values | Domo type | CSV text or "refused"}, or {@code SELECT ... | | ...} for a query.
 */
final class JdbcTable {
    private static final Path RESOURCES = Path.of("src", "test", "resources", "jdbc");
    private static final String REFUSED = "refused";
    private static final String REFUSED_TYPE = "refused by its type";
    /** Shorter values can occur in any stack trace. */
    private static final int MIN_CHARS = 3;

    private static final AtomicInteger TABLES = new AtomicInteger();

    private static final String LINE = "%-10s | %-60s | %-70s | %-8s | %s%n";

    private final StringBuilder text =
            new StringBuilder(LINE.formatted("driver", "column type or query", "stored values", "Domo", "CSV text"));

    private final List<Case> checked = new ArrayList<>();

    record Case(String driver, String type, List<String> values, String domoType, List<String> texts) {
        @Override
        public String toString() {
            return driver + " " + type + " " + values;
        }
    }

    static Stream<Case> cases(String driver) {
        try {
            return Files.readAllLines(RESOURCES.resolve(driver + ".txt")).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> Arrays.stream(line.split("\\|", -1))
                            .map(String::strip)
                            .toList())
                    .map(parts -> new Case(driver, parts.get(0), list(parts.get(1)), parts.get(2), list(parts.get(3))));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> list(String values) {
        return values.isBlank()
                ? List.of()
                : Arrays.stream(values.split(";", -1)).map(String::strip).toList();
    }

    String text() {
        return text.toString();
    }

    /** Returns a line for each driver. */
    String summary() {
        return checked.stream()
                .collect(Collectors.groupingBy(
                        Case::driver,
                        TreeMap::new,
                        Collectors.mapping(
                                Case::type, Collectors.filtering(type -> !isQuery(type), Collectors.toSet()))))
                .entrySet()
                .stream()
                .map(driver -> "%s: %d column types, ran%n"
                        .formatted(driver.getKey(), driver.getValue().size()))
                .collect(Collectors.joining());
    }

    private static boolean isQuery(String type) {
        return type.startsWith("SELECT ");
    }

    /** Stores the values of a case, reads them, and adds a line if they are as expected. */
    void check(Connection connection, Case expected) throws SQLException, IOException {
        try (Statement statement = connection.createStatement()) {
            if (isQuery(expected.type())) {
                checkQuery(statement, expected.type(), expected);
            } else {
                String table = "jdbc_table_" + TABLES.incrementAndGet();
                statement.execute(
                        "CREATE TABLE " + table + "(c " + expected.type().replace("untyped", "") + ")");
                try {
                    for (String value : expected.values()) {
                        statement.execute("INSERT INTO " + table + " VALUES (" + value + ")");
                    }
                    checkQuery(statement, "SELECT c FROM " + table, expected);
                } finally {
                    statement.execute("DROP TABLE " + table);
                }
            }
        }
        checked.add(expected);
        text.append(LINE.formatted(
                expected.driver(),
                expected.type(),
                String.join("; ", expected.values()),
                expected.domoType(),
                String.join("; ", expected.texts())));
    }

    private static void checkQuery(Statement statement, String query, Case expected) throws SQLException, IOException {
        if (expected.texts().equals(List.of(REFUSED_TYPE))) {
            checkRejectedByType(statement, query);
        } else {
            checkRows(statement, query, expected);
        }
    }

    private static void checkRejectedByType(Statement statement, String query) throws SQLException {
        try (ResultSet result = statement.executeQuery(query)) {
            IllegalArgumentException exception =
                    catchThrowableOfType(IllegalArgumentException.class, () -> JdbcRows.toSource(result));
            assertThat(exception).hasMessageMatching("(?i)Column 'c' has the type .*");
        }
    }

    private static void checkRows(Statement statement, String query, Case expected) throws SQLException, IOException {
        int last = expected.texts().size() - 1;
        boolean rejected = expected.texts().get(last).equals(REFUSED);
        try (ResultSet result = statement.executeQuery(query)) {
            assertThat(SchemaBuilder.from(result.getMetaData())
                            .build()
                            .columns()
                            .get(0)
                            .type())
                    .asString()
                    .isEqualTo(expected.domoType());
            if (!rejected) {
                assertThat(read(result)).isEqualTo(expected.texts());
                return;
            }
            CsvException exception = catchThrowableOfType(CsvException.class, () -> read(result));
            assertThat(exception).as("the exception for row %d", last + 1).isNotNull();
            assertThat(exception.line()).isEqualTo(last + 1);
            assertThat(exception)
                    .hasMessageMatching("(?i)Row " + exception.line()
                            + " of the JDBC result cannot be sent: the column 'c' .* CAST\\(c AS VARCHAR\\) .*");
            checkValueIsNotShown(exception, expected.values().get(last));
        }
        try (ResultSet result = statement.executeQuery(query)) {
            assertThat(read(firstRows(result, last))).isEqualTo(expected.texts().subList(0, last));
        }
    }

    private static ResultSet firstRows(ResultSet result, int rows) {
        AtomicInteger left = new AtomicInteger(rows);
        return (ResultSet) Proxy.newProxyInstance(
                JdbcTable.class.getClassLoader(),
                new Class<?>[] {ResultSet.class},
                (proxy, method, arguments) -> method.getName().equals("next") && left.getAndDecrement() == 0
                        ? (Object) false
                        : method.invoke(result, arguments));
    }

    /** Checks the complete stack trace, since programs log it. */
    private static void checkValueIsNotShown(CsvException exception, String value) {
        String stored = value.replace("'", "");
        if (stored.length() >= MIN_CHARS) {
            StringWriter trace = new StringWriter();
            exception.printStackTrace(new PrintWriter(trace));
            assertThat(trace.toString().lines().filter(line -> !line.startsWith("\tat ")))
                    .noneMatch(line -> line.contains(stored));
        }
    }

    private static List<String> read(ResultSet result) throws SQLException, IOException {
        try (InputStream csv = JdbcRows.toSource(result).open()) {
            String text = new String(csv.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .skip(1)
                    .map(line -> line.equals("\\N") ? "null" : line)
                    .collect(Collectors.toCollection(ArrayList::new));
        }
    }
}
