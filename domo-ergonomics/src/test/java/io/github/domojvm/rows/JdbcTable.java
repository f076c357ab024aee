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
 * What a DataSet receives from a database, by column type and stored value, as the files in
 * {@code src/test/resources/jdbc} state it: {@code column type | values | Domo type | CSV text or refusal}, or
 * {@code SELECT ... | | ...} for a query.
 */
final class JdbcTable {
    private static final Path RESOURCES = Path.of("src", "test", "resources", "jdbc");
    private static final String REFUSED = "refused";
    private static final String REFUSED_TYPE = "refused by its type";
    /** Shorter values occur in any stack trace. */
    private static final int TELLING_CHARS = 3;

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

    /** A line for each driver. */
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

    /** Stores the values of a case, reads them, and adds a line once all is as stated. */
    void check(Connection connection, Case stated) throws SQLException, IOException {
        try (Statement statement = connection.createStatement()) {
            if (isQuery(stated.type())) {
                checkQuery(statement, stated.type(), stated);
            } else {
                String table = "jdbc_table_" + TABLES.incrementAndGet();
                statement.execute(
                        "CREATE TABLE " + table + "(c " + stated.type().replace("untyped", "") + ")");
                try {
                    for (String value : stated.values()) {
                        statement.execute("INSERT INTO " + table + " VALUES (" + value + ")");
                    }
                    checkQuery(statement, "SELECT c FROM " + table, stated);
                } finally {
                    statement.execute("DROP TABLE " + table);
                }
            }
        }
        checked.add(stated);
        text.append(LINE.formatted(
                stated.driver(),
                stated.type(),
                String.join("; ", stated.values()),
                stated.domoType(),
                String.join("; ", stated.texts())));
    }

    private static void checkQuery(Statement statement, String query, Case stated) throws SQLException, IOException {
        if (stated.texts().equals(List.of(REFUSED_TYPE))) {
            refusedByType(statement, query);
        } else {
            checkRows(statement, query, stated);
        }
    }

    private static void refusedByType(Statement statement, String query) throws SQLException {
        try (ResultSet result = statement.executeQuery(query)) {
            IllegalArgumentException refusal =
                    catchThrowableOfType(IllegalArgumentException.class, () -> JdbcRows.toSource(result));
            assertThat(refusal).hasMessageMatching("(?i)Column 'c' has the type .*");
        }
    }

    private static void checkRows(Statement statement, String query, Case stated) throws SQLException, IOException {
        int last = stated.texts().size() - 1;
        boolean refused = stated.texts().get(last).equals(REFUSED);
        try (ResultSet result = statement.executeQuery(query)) {
            assertThat(SchemaBuilder.from(result.getMetaData())
                            .build()
                            .columns()
                            .get(0)
                            .type())
                    .asString()
                    .isEqualTo(stated.domoType());
            if (!refused) {
                assertThat(read(result)).isEqualTo(stated.texts());
                return;
            }
            CsvException refusal = catchThrowableOfType(CsvException.class, () -> read(result));
            assertThat(refusal).as("the refusal of row %d", last + 1).isNotNull();
            assertThat(refusal.line()).isEqualTo(last + 1);
            assertThat(refusal)
                    .hasMessageMatching("(?i)Row " + refusal.line()
                            + " of the JDBC result cannot be sent: the column 'c' .* CAST\\(c AS VARCHAR\\) .*");
            checkSilence(refusal, stated.values().get(last));
        }
        try (ResultSet result = statement.executeQuery(query)) {
            assertThat(read(firstRows(result, last))).isEqualTo(stated.texts().subList(0, last));
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

    /** A stack trace is logged as a whole. */
    private static void checkSilence(CsvException refusal, String value) {
        String stored = value.replace("'", "");
        if (stored.length() >= TELLING_CHARS) {
            StringWriter trace = new StringWriter();
            refusal.printStackTrace(new PrintWriter(trace));
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
