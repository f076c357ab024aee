package io.github.domojvm.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.domojvm.csv.CsvSource;
import io.github.domojvm.internal.call.FakeTiming;
import io.github.domojvm.internal.call.TestDomo;
import io.github.domojvm.rest.model.UpdateMethod;
import io.github.domojvm.rows.Row;
import io.github.domojvm.sandbox.DomoSandbox;
import io.github.domojvm.schema.SchemaBuilder;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SqlTest {
    static Stream<Arguments> values() {
        return Stream.of(
                Arguments.of("O'Hara", "'O''Hara'"),
                Arguments.of("' OR 1=1 --", "''' OR 1=1 --'"),
                Arguments.of("a\\b", "CONCAT('a', CHAR(92), 'b')"),
                Arguments.of("\\' OR 1=1 -- ", "CONCAT('', CHAR(92), ''' OR 1=1 -- ')"),
                Arguments.of("what?", "'what?'"),
                Arguments.of(7, "7"),
                Arguments.of(-7L, "(-7)"),
                Arguments.of(new BigDecimal("-7.5"), "(-7.5)"),
                Arguments.of('x', "'x'"),
                Arguments.of(Timestamp.valueOf("2018-03-25 02:30:00"), "'2018-03-25 02:30:00'"),
                Arguments.of(OffsetDateTime.parse("2018-01-01T13:00:00+02:00"), "'2018-01-01 11:00:00'"),
                Arguments.of(ZonedDateTime.parse("2018-01-01T13:00:00+01:00[Europe/Berlin]"), "'2018-01-01 12:00:00'"),
                Arguments.of(new Object[] {"a", -1}, "('a', (-1))"),
                Arguments.of(-1.5e-7, "(-0.00000015)"),
                Arguments.of(new BigDecimal("1E+3"), "1000"),
                Arguments.of(true, "'true'"),
                Arguments.of(TimeUnit.DAYS, "'DAYS'"),
                Arguments.of(new UUID(0, 1), "'00000000-0000-0000-0000-000000000001'"),
                Arguments.of(LocalDate.of(2018, 1, 1), "'2018-01-01'"),
                Arguments.of(LocalDateTime.of(2018, 1, 1, 13, 0), "'2018-01-01 13:00:00'"),
                Arguments.of(Instant.parse("2018-01-01T13:00:00.5Z"), "'2018-01-01 13:00:00.5'"),
                Arguments.of(List.of("a", 1), "('a', 1)"),
                Arguments.of(null, "NULL"));
    }

    @ParameterizedTest
    @MethodSource("values")
    void writesValuesAsEscapedLiterals(Object value, String literal) {
        assertThat(Sql.of("SELECT ? FROM table", Arrays.asList(value))).isEqualTo("SELECT " + literal + " FROM table");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT '?' FROM table", "SELECT `a?` FROM table", "SELECT \"?\" FROM table",
                        "SELECT 1 -- ?\nFROM table",
                "SELECT /* ? */ 1 FROM table", "SELECT 'it''s ?' FROM table", "SELECT 1 -- ?", "SELECT 1 /* ?"
            })
    void ignoresQuestionMarksInLiteralsAndComments(String sql) {
        assertThat(Sql.of(sql, List.of())).isEqualTo(sql);
        assertThatIllegalArgumentException().isThrownBy(() -> Sql.of(sql, List.of(1)));
    }

    @Test
    void expandsAListWithAndWithoutParenthesesInTheQuery() {
        assertThat(Sql.of("SELECT 1 WHERE a IN ( ? ) AND b IN ?", List.of(List.of("x", "y"), List.of(1))))
                .isEqualTo("SELECT 1 WHERE a IN ( 'x', 'y' ) AND b IN (1)");
        assertThat(Sql.of("SELECT 1 WHERE a = (?)", List.of(-1))).isEqualTo("SELECT 1 WHERE a = ((-1))");
    }

    /** Two hyphens would start a comment, and the rest of the literal would be read as SQL. */
    @Test
    void wrapsANegativeNumberInParentheses() {
        assertThat(Sql.of("SELECT name FROM table WHERE n = 10 -? AND name = ?", List.of(-1L, "\n OR 1=1 --")))
                .isEqualTo("SELECT name FROM table WHERE n = 10 -(-1) AND name = '\n OR 1=1 --'");
    }

    @Test
    void rejectsInvalidValuesAndQueries() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sql.of("SELECT ?", List.of()))
                .withMessage("The query has one question mark, but the number of values is 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sql.of("SELECT ?", List.of(Arrays.asList("a", null))))
                .withMessageContaining("no collection with null");
        assertThatIllegalArgumentException().isThrownBy(() -> Sql.of("SELECT ?", List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> Sql.of("SELECT ?", List.of(1, 2)));
        assertThatIllegalArgumentException().isThrownBy(() -> Sql.of("SELECT ?", List.of(List.of())));
        assertThatIllegalArgumentException().isThrownBy(() -> Sql.of("SELECT ?", List.of(Double.NaN)));
        assertThatIllegalArgumentException().isThrownBy(() -> Sql.of("SELECT ?", List.of(new Object())));
        assertThatIllegalArgumentException().isThrownBy(() -> Sql.of("SELECT ?", List.of("a\0b")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sql.of("SELECT 'open", List.of()))
                .withMessageContaining("not closed");
    }

    @Test
    void queryFindsExactlyTheGivenValue() {
        try (DomoSandbox sandbox = DomoSandbox.start();
                TestDomo domo = new TestDomo(sandbox, new FakeTiming())) {
            DataSets dataSets = domo.facade(DataSets.class);
            String id = dataSets.create(
                            "Names",
                            SchemaBuilder.builder()
                                    .stringColumn("name")
                                    .longColumn("n")
                                    .build())
                    .id();
            List<String> names = List.of("O'Hara", "a\\b", "\\' OR 1=1 -- ", "%", "?", "ü😀", "x\ny");
            StringBuilder csv = new StringBuilder();
            names.forEach(name -> csv.append('"').append(name).append("\",1\n"));
            dataSets.importCsv(id, CsvSource.fromText(csv.toString()), UpdateMethod.REPLACE);

            for (String name : names) {
                try (var rows =
                        dataSets.query(id, "SELECT name FROM table WHERE name = ? AND n IN ?", name, List.of(1, 2))) {
                    assertThat(rows.stream().map((Row row) -> row.getString("name")))
                            .containsExactly(name);
                }
            }
            try (var rows = dataSets.query(id, "SELECT COUNT(*) AS c, MAX(n) AS m FROM table")) {
                assertThat(rows.iterator().next().getLong("c")).isEqualTo(7);
            }
            try (var rows = dataSets.rows(id)) {
                assertThat(rows.stream()).hasSize(7);
            }
        }
    }
}
