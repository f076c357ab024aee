package io.github.domojvm.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.domojvm.internal.jdbc.JdbcMetadata;
import io.github.domojvm.rest.model.ColumnType;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The behavior of drivers that cannot run in this build. */
class JdbcColumnTest {
    private static final Instant INSTANT = Instant.parse("2024-02-29T05:06:07Z");
    private static final LocalDateTime TIME = LocalDateTime.of(2024, 2, 29, 5, 6, 7);

    private final List<String> calls = new ArrayList<>();

    static Stream<Throwable> unsupportedGetObject() {
        return Stream.of(
                new SQLFeatureNotSupportedException("no java.time"),
                new SQLException("Type passed is unsupported"),
                new UnsupportedOperationException("getObject"),
                new AbstractMethodError("JDBC 4.0"));
    }

    @ParameterizedTest
    @MethodSource("unsupportedGetObject")
    void usesLegacyTypesAfterOneFailureOfADriverWithoutJavaTime(Throwable failure) throws SQLException {
        ResultSet result = result(Map.of(
                "getObject", failure,
                "getDate", Date.valueOf("2024-02-29"),
                "getTimestamp", Timestamp.valueOf(TIME)));
        Reader date = column(Types.DATE, "date", "java.sql.Date", ColumnType.DATE);
        Reader time = column(Types.TIMESTAMP, "timestamp", "java.sql.Timestamp", ColumnType.DATETIME);

        assertThat(date.text(result)).isEqualTo("2024-02-29");
        assertThat(time.text(result)).isEqualTo("2024-02-29T05:06:07");
        assertThat(time.text(result)).isEqualTo("2024-02-29T05:06:07");
        assertThat(calls).containsExactly("getObject", "getDate", "getObject", "getTimestamp", "getTimestamp");
    }

    @Test
    void legacyTypesOfATimeWithZoneAreConvertedToUtc() throws SQLException {
        ResultSet result = result(
                Map.of("getObject", new SQLFeatureNotSupportedException(), "getTimestamp", Timestamp.from(INSTANT)));

        assertThat(column(Types.TIMESTAMP_WITH_TIMEZONE, "tz", "java.sql.Timestamp", ColumnType.DATETIME)
                        .text(result))
                .isEqualTo("2024-02-29T05:06:07");
        assertThat(column(Types.TIMESTAMP, "timestamptz", "java.sql.Timestamp", ColumnType.DATETIME)
                        .text(result))
                .isEqualTo("2024-02-29T05:06:07");
    }

    @Test
    void preservesNullOfLegacyTypes() throws SQLException {
        ResultSet result = result(Map.of("getObject", new SQLFeatureNotSupportedException()));

        assertThat(column(Types.DATE, "date", "java.sql.Date", ColumnType.DATE).text(result))
                .isNull();
        assertThat(column(Types.TIMESTAMP, "timestamp", "java.sql.Timestamp", ColumnType.DATETIME)
                        .text(result))
                .isNull();
    }

    @Test
    void reportsTheFirstSqlExceptionWhenLegacyTypesFailToo() {
        SQLException lost = new SQLException("connection lost");
        ResultSet result = result(Map.of("getObject", lost, "getDate", new SQLException("closed")));

        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> column(Types.DATE, "date", "java.sql.Date", ColumnType.DATE)
                        .text(result))
                .isSameAs(lost)
                .satisfies(e -> assertThat(e.getSuppressed()).hasSize(1));
    }

    @Test
    void reportsTheSecondFailureWhenTheFirstIsNotAnSqlException() {
        SQLException closed = new SQLException("closed");
        ResultSet result = result(Map.of("getObject", new AbstractMethodError("JDBC 4.0"), "getDate", closed));

        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> column(Types.DATE, "date", "java.sql.Date", ColumnType.DATE)
                        .text(result))
                .isSameAs(closed);
    }

    static Stream<SQLException> invalidDates() {
        return Stream.of(
                new SQLException("30 February", "22007"),
                new SQLException("30 February", "22008"),
                new SQLException("30 February", new DateTimeException("30 February")));
    }

    @ParameterizedTest
    @MethodSource("invalidDates")
    void doesNotReadAnInvalidDateWithALenientGetter(SQLException failure) {
        ResultSet result = result(Map.of("getObject", failure, "getDate", Date.valueOf("2024-03-01")));

        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> column(Types.DATE, "date", "java.sql.Date", ColumnType.DATE)
                        .text(result))
                .isSameAs(failure);
    }

    @Test
    void doesNotUseLegacyTypesAfterTheDriverReturnedJavaTime() throws SQLException {
        Reader column = column(Types.DATE, "date", "java.sql.Date", ColumnType.DATE);
        SQLException failure = new SQLException("refused");

        assertThat(column.text(result(Map.of("getObject", LocalDate.of(2024, 2, 29)))))
                .isEqualTo("2024-02-29");
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(
                        () -> column.text(result(Map.of("getObject", failure, "getDate", Date.valueOf("2024-03-01")))))
                .isSameAs(failure);
    }

    /** MariaDB Connector/J 3.5.3 returns a shifted LocalDateTime, Derby only a shifted Timestamp. */
    static Stream<Object> shiftedTimes() {
        return Stream.of(LocalDateTime.parse("2024-03-31T03:30:00.123"), new SQLFeatureNotSupportedException());
    }

    @ParameterizedTest
    @MethodSource("shiftedTimes")
    void readsATimeThatTheZoneOfTheJvmSkipsWithACalendarInUtc(Object shifted) throws SQLException {
        TimeZone zone = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Europe/Berlin"));
            Timestamp local = Timestamp.valueOf("2024-03-31 03:30:00.123");
            Map<String, Object> driver = Map.of("getObject", shifted, "getTimestamp", local);

            assertThat(textOfTime(driver, Timestamp.from(Instant.parse("2024-03-31T02:30:00.123Z"))))
                    .isEqualTo("2024-03-31T02:30:00.123");
            assertThat(textOfTime(driver, Timestamp.from(Instant.parse("2024-03-31T03:30:00.123Z"))))
                    .isEqualTo("2024-03-31T03:30:00.123");
            assertThat(textOfTime(driver, local)).isEqualTo("2024-03-31T03:30:00.123");
            assertThat(textOfTime(driver, new SQLFeatureNotSupportedException()))
                    .isEqualTo("2024-03-31T03:30:00.123");
        } finally {
            TimeZone.setDefault(zone);
        }
    }

    private String textOfTime(Map<String, Object> driver, Object withCalendar) throws SQLException {
        Map<String, Object> all = new HashMap<>(driver);
        all.put("getTimestamp with calendar", withCalendar);
        return column(Types.TIMESTAMP, "timestamp", "java.sql.Timestamp", ColumnType.DATETIME)
                .text(result(all));
    }

    @Test
    void rejectsADateThatTheDriverConvertsToNull() {
        ResultSet result = result(Map.of("getString", "0000-00-00"));

        assertThatExceptionOfType(UnfitValueException.class)
                .isThrownBy(() -> column(Types.DATE, "DATE", "java.sql.Date", ColumnType.DATE)
                        .text(result))
                .withMessageNotContaining("0000");
    }

    @Test
    void doesNotRoundARealThatTheDriverReturnsAsDouble() throws SQLException {
        ResultSet result = result(Map.of("getObject", 0.1));

        assertThat(column(Types.REAL, "REAL", "java.lang.Float", ColumnType.DOUBLE)
                        .text(result))
                .isEqualTo("0.1");
    }

    @Test
    void writesTheTextOfAFloatThatTheDriverReturnsAsDouble() throws SQLException {
        ResultSet result = result(Map.of("getObject", (double) 0.1f));

        assertThat(column(Types.REAL, "REAL", "java.lang.Float", ColumnType.DOUBLE)
                        .text(result))
                .isEqualTo("0.1");
        assertThat(column(Types.REAL, "REAL", "java.lang.Double", ColumnType.DOUBLE)
                        .text(result))
                .isEqualTo("0.10000000149011612");
    }

    @Test
    void rejectsAFractionInAColumnDeclaredAsInteger() {
        ResultSet result = result(Map.of("getObject", new BigDecimal("1.5")));

        assertThatExceptionOfType(UnfitValueException.class)
                .isThrownBy(() -> column(Types.NUMERIC, "numeric", "java.math.BigDecimal", ColumnType.LONG)
                        .text(result));
    }

    /** A vendor type, as Oracle's driver returns it if configured to. */
    private record VendorNumber(String text) {}

    @Test
    void readsANumberOfAVendorClassFromItsText() throws SQLException {
        Reader column = column(Types.NUMERIC, "NUMBER", "vendor.Number", ColumnType.DECIMAL);

        assertThat(column.text(result(Map.of("getObject", new VendorNumber("~"), "getString", "1.50"))))
                .isEqualTo("1.50");
        assertThatExceptionOfType(UnfitValueException.class)
                .isThrownBy(() -> column.text(result(Map.of("getObject", new VendorNumber("~"), "getString", "~"))));
    }

    private static Reader column(int sql, String name, String className, ColumnType type) {
        return new Reader(new JdbcColumn(new JdbcMetadata("c", sql, name, className, 0, 0, true), 1, type));
    }

    private record Reader(JdbcColumn column) {
        String text(ResultSet result) throws SQLException {
            return ValueText.of(column.value(result), column.type());
        }
    }

    private ResultSet result(Map<String, Object> returned) {
        return (ResultSet) Proxy.newProxyInstance(
                ResultSet.class.getClassLoader(), new Class<?>[] {ResultSet.class}, (proxy, method, arguments) -> {
                    calls.add(method.getName());
                    boolean calendar = method.getName().equals("getTimestamp") && arguments.length > 1;
                    Object value = returned.get(method.getName() + (calendar ? " with calendar" : ""));
                    if (value instanceof Throwable failure) {
                        throw failure;
                    }
                    return value;
                });
    }
}
