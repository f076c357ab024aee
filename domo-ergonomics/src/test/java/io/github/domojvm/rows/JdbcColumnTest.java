package io.github.domojvm.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.domojvm.rest.model.ColumnType;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What drivers other than H2 do. */
class JdbcColumnTest {
    private static final Instant INSTANT = Instant.parse("2024-02-29T05:06:07Z");
    private static final LocalDateTime TIME = LocalDateTime.of(2024, 2, 29, 5, 6, 7);

    private final List<String> calls = new ArrayList<>();

    static Stream<Throwable> refusals() {
        return Stream.of(
                new SQLFeatureNotSupportedException("no java.time"),
                new SQLException("Type passed is unsupported"),
                new AbstractMethodError("JDBC 4.0"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void takesTheOldTypesOfADriverThatHasNoOthersAndAsksItOnce(Throwable refusal) throws SQLException {
        ResultSet result = result(Map.of(
                "getObject", refusal,
                "getDate", Date.valueOf("2024-02-29"),
                "getTimestamp", Timestamp.valueOf(TIME)));
        JdbcColumn date = column(Types.DATE, "date", ColumnType.DATE);
        JdbcColumn time = column(Types.TIMESTAMP, "timestamp", ColumnType.DATETIME);

        assertThat(date.read(result)).isEqualTo(LocalDate.of(2024, 2, 29));
        assertThat(time.read(result)).isEqualTo(TIME);
        assertThat(time.read(result)).isEqualTo(TIME);
        assertThat(calls).containsExactly("getObject", "getDate", "getObject", "getTimestamp", "getTimestamp");
    }

    @Test
    void oldTypesOfATimeWithZoneAreAPointInTime() throws SQLException {
        ResultSet result = result(
                Map.of("getObject", new SQLFeatureNotSupportedException(), "getTimestamp", Timestamp.from(INSTANT)));

        assertThat(column(Types.TIMESTAMP_WITH_TIMEZONE, "tz", ColumnType.DATETIME)
                        .read(result))
                .isEqualTo(INSTANT);
        assertThat(column(Types.TIMESTAMP, "timestamptz", ColumnType.DATETIME).read(result))
                .isEqualTo(INSTANT);
    }

    @Test
    void nullOfOldTypesStaysNull() throws SQLException {
        ResultSet result = result(Map.of("getObject", new SQLFeatureNotSupportedException()));

        assertThat(column(Types.DATE, "date", ColumnType.DATE).read(result)).isNull();
        assertThat(column(Types.TIMESTAMP, "timestamp", ColumnType.DATETIME).read(result))
                .isNull();
    }

    @Test
    void failureOfTheDatabaseIsNoReasonForOldTypes() {
        SQLException lost = new SQLException("connection lost");
        ResultSet result = result(Map.of("getObject", lost, "getDate", new SQLException("closed")));

        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> column(Types.DATE, "date", ColumnType.DATE).read(result))
                .isSameAs(lost)
                .satisfies(e -> assertThat(e.getSuppressed()).hasSize(1));
    }

    @Test
    void realThatTheDriverHoldsAsDoubleIsNotCut() throws SQLException {
        ResultSet result = result(Map.of("getDouble", 0.1, "wasNull", false));

        assertThat(column(Types.REAL, "REAL", ColumnType.DOUBLE).read(result)).isEqualTo(0.1);
    }

    @Test
    void fractionInAColumnThatTheDriverCallsWholeIsNotCut() throws SQLException {
        BigDecimal fraction = new BigDecimal("1.5");

        assertThat(column(Types.NUMERIC, "numeric", ColumnType.LONG).read(result(Map.of("getBigDecimal", fraction))))
                .isEqualTo(fraction);
    }

    private static JdbcColumn column(int sql, String name, ColumnType type) throws SQLException {
        return new JdbcColumn(
                fake(
                        ResultSetMetaData.class,
                        Map.of("getColumnType", sql, "getColumnTypeName", name),
                        new ArrayList<>()),
                1,
                type);
    }

    private ResultSet result(Map<String, Object> answers) {
        return fake(ResultSet.class, answers, calls);
    }

    private static <T> T fake(Class<T> type, Map<String, Object> answers, List<String> calls) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    calls.add(method.getName());
                    Object answer = answers.get(method.getName());
                    if (answer instanceof Throwable failure) {
                        throw failure;
                    }
                    return answer;
                }));
    }
}
