package io.github.domojvm.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.domojvm.error.CsvException;
import io.github.domojvm.error.DomoDataException;
import io.github.domojvm.rest.model.ColumnType;
import io.github.domojvm.rest.model.QueryColumnMetadata;
import io.github.domojvm.rest.model.QueryResult;
import io.github.domojvm.rest.model.Schema;
import io.github.domojvm.schema.SchemaBuilder;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RowsTest {
    private static final Schema SCHEMA = SchemaBuilder.builder()
            .stringColumn("name")
            .longColumn("count")
            .doubleColumn("level")
            .decimalColumn("price")
            .dateColumn("day")
            .dateTimeColumn("at")
            .build();

    @Test
    void readsValuesByColumnType() {
        try (Rows rows = read("007,12,8.25,1.10,2024-02-29,2024-02-29 05:06:07\n", SCHEMA, false)) {
            Row row = rows.iterator().next();

            assertThat(row.getString("name")).isEqualTo("007");
            assertThat(row.getLong("count")).isEqualTo(12L);
            assertThat(row.getDouble("level")).isEqualTo(8.25);
            assertThat(row.getDecimal("price")).isEqualTo(new BigDecimal("1.10"));
            assertThat(row.getDate("day")).isEqualTo(LocalDate.of(2024, 2, 29));
            assertThat(row.getDateTime("at")).isEqualTo(LocalDateTime.of(2024, 2, 29, 5, 6, 7));
            assertThat(row.get("count")).isEqualTo(12L);
            assertThat(row.toMap())
                    .containsEntry("price", new BigDecimal("1.10"))
                    .hasSize(6);
            assertThat(row.toString()).contains("name=007");
            assertThat(row.values()).hasSize(6);
        }
    }

    @Test
    void convertsNumbersBetweenNumericTypes() {
        try (Rows rows = read("x,12,8.25,1.10,,\ny,,4,7,,\n", SCHEMA, false)) {
            List<Row> all = rows.stream().toList();
            Row first = all.get(0);
            Row second = all.get(1);

            assertThat(first.getDouble("count")).isEqualTo(12.0);
            assertThat(first.getDouble("price")).isEqualTo(1.1);
            assertThat(first.getDecimal("count")).isEqualTo(new BigDecimal("12"));
            assertThat(first.getDecimal("level")).isEqualTo(new BigDecimal("8.25"));
            assertThat(second.getLong("level")).isEqualTo(4L);
            assertThat(second.getLong("price")).isEqualTo(7L);
            assertThat(second.getLong("count")).isNull();
            assertThat(second.getDecimal("count")).isNull();
            assertThat(second.getDouble("count")).isNull();
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> first.getLong("level"))
                    .withMessage("Row 1, column 'level': the number has a fraction or needs more than 64 bits");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> first.getDouble("name"))
                    .withMessage("The column 'name' is STRING and cannot be read as DOUBLE");
        }
    }

    @Test
    void rejectsANumberBeyondTheRangeOfADouble() {
        try (Rows rows = read("x,,,1e400,,\n", SCHEMA, false)) {
            Row row = rows.stream().toList().get(0);

            assertThat(row.getDecimal("price")).isEqualTo(new BigDecimal("1e400"));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> row.getDouble("price"))
                    .withMessageContaining("Row 1, column 'price': the number is beyond the range of a double");
        }
    }

    @Test
    void doesNotShowAnInvalidValue() {
        assertThatExceptionOfType(DomoDataException.class)
                .isThrownBy(
                        () -> read("x,topsecret,,,,\n", SCHEMA, false).stream().toList())
                .withMessageContaining("Row 1")
                .havingRootCause()
                .withMessage("the value is not a valid LONG");
    }

    @Test
    void closesTheInputWhenTheHeaderDiffersFromTheSchema() {
        AtomicBoolean closed = new AtomicBoolean();
        InputStream csv = new FilterInputStream(new ByteArrayInputStream("a,b\n".getBytes(StandardCharsets.UTF_8))) {
            @Override
            public void close() {
                closed.set(true);
            }
        };

        assertThatExceptionOfType(DomoDataException.class).isThrownBy(() -> Rows.fromCsv(csv, SCHEMA, true));
        assertThat(closed).isTrue();
    }

    @Test
    void readsEveryUnicodeCharacter() {
        String text = "\uFFFF\uFFFE\uD83D\uDFFF\uD7FF\uE000".repeat(3_000);
        try (Rows rows = read(text + ",,,,,\n", SCHEMA, false)) {
            assertThat(rows.iterator().next().getString("name")).isEqualTo(text);
        }
    }

    @Test
    void distinguishesNullFromEmptyText() {
        try (Rows rows = read(",,,,,\n\"\",\\N,,,,\n\"\\N\",,,,,\n", SCHEMA, false)) {
            assertThat(rows.stream().map(row -> row.getString("name"))).containsExactly(null, "", "\\N");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2024-02-29T05:06:07",
        "2024-02-29T05:06:07.000Z",
        "2024-02-29T06:06:07+01:00",
        "2024-02-29T00:06:07-05:00"
    })
    void readsTimesInUtc(String text) {
        Schema schema = SchemaBuilder.builder().dateTimeColumn("at").build();
        try (Rows rows = read(text + "\n", schema, false)) {
            assertThat(rows.iterator().next().getDateTime("at")).isEqualTo(LocalDateTime.of(2024, 2, 29, 5, 6, 7));
        }
    }

    @ParameterizedTest
    @CsvSource({"2018-01-01T00:00:00", "2018-01-01 00:00:00", "2018-01-01T00:00:00.000Z", "2018-01-01"})
    void readsADateWrittenAsMidnight(String text) {
        Schema schema = SchemaBuilder.builder().dateColumn("day").build();
        try (Rows rows = read(text + "\n", schema, false)) {
            assertThat(rows.iterator().next().getDate("day")).isEqualTo(LocalDate.of(2018, 1, 1));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "DATE, 2018-01-01 garbage",
        "DATE, 2018-01-01T05:00:00",
        "DATE, 2018",
        "DATETIME, x",
        "DATETIME, 2018-01-01 garbage",
        "DOUBLE, NaN",
        "DOUBLE, 1d",
        "DOUBLE, 0x1p3",
        "DECIMAL, x",
        "LONG, 1.5",
        "LONG, \u0663"
    })
    void rejectsTextThatIsInvalidForTheColumnType(ColumnType type, String text) {
        Schema schema = SchemaBuilder.builder().column("v", type).build();
        assertThatExceptionOfType(DomoDataException.class)
                .isThrownBy(() -> read(text + "\n", schema, false).stream().toList())
                .withMessageContaining("Row 1")
                .withMessageContaining("'v'");
    }

    @Test
    void readsIntegersInTheFormatOfQueryResults() {
        Schema schema = SchemaBuilder.builder().longColumn("n").longColumn("m").build();
        try (Rows rows = read("12.0,1.2E1\n", schema, false)) {
            assertThat(rows.iterator().next().values()).containsExactly(12L, 12L);
        }
    }

    @Test
    void rejectsANameOfTwoColumns() {
        QueryResult result = QueryResult.builder()
                .columns(List.of("v", "w", "v"))
                .metadata(List.of(metadata(ColumnType.LONG), metadata(ColumnType.LONG), metadata(ColumnType.STRING)))
                .rows(List.of(List.of(1, 2, "a")))
                .build();
        record Unique(long w) {}
        record Twice(long v) {}

        Row row = Rows.from(result).iterator().next();
        assertThat(row.values()).containsExactly(1L, 2L, "a");
        assertThat(row.get("w")).isEqualTo(2L);
        assertThat(row.toString()).isEqualTo("{v=1, w=2, v=a}");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> row.get("v"))
                .withMessage(
                        "2 columns are named 'v'. Give them different names with AS in the query, or use values().");
        assertThatIllegalArgumentException().isThrownBy(() -> row.getLong("v"));
        assertThatIllegalArgumentException().isThrownBy(row::toMap).withMessageContaining("'v'");
        assertThat(Rows.from(result).toRecords(Unique.class)).containsExactly(new Unique(2));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rows.from(result).toRecords(Twice.class))
                .withMessageContaining("'v'");
    }

    @Test
    void rowsWithTheSameColumnsAndValuesAreEqual() {
        Schema one = SchemaBuilder.builder().longColumn("n").stringColumn("s").build();
        Schema other = SchemaBuilder.builder().longColumn("m").stringColumn("s").build();
        List<Row> rows = read("1,a\n1,a\n2,a\n", one, false).stream().toList();
        Row renamed = read("1,a\n", other, false).iterator().next();

        assertThat(rows.get(0))
                .isEqualTo(rows.get(0))
                .isEqualTo(rows.get(1))
                .hasSameHashCodeAs(rows.get(1))
                .isNotEqualTo(rows.get(2))
                .isNotEqualTo(renamed)
                .isNotEqualTo("{n=1, s=a}");
        assertThat(new HashSet<>(rows)).hasSize(2);
    }

    @Test
    void rejectsASecondIteration() {
        Rows rows = read("1\n2\n", SchemaBuilder.builder().longColumn("n").build(), false);

        assertThat(rows.toString()).isEqualTo("Rows[columns=[n], read=0]");
        assertThat(rows.iterator().next().getLong("n")).isEqualTo(1);
        assertThat(rows.toString()).isEqualTo("Rows[columns=[n], read=1]");
        assertThatIllegalStateException()
                .isThrownBy(rows::iterator)
                .withMessage("Rows can be iterated only once, and these were requested before. Collect them in a list,"
                        + " or read them again.");
        assertThatIllegalStateException().isThrownBy(rows::stream);
    }

    private static QueryColumnMetadata metadata(ColumnType type) {
        return QueryColumnMetadata.builder().type(type).build();
    }

    @Test
    void rejectsAHeaderThatDiffersFromTheSchema() {
        assertThat(read("name,count,level,price,day,at\n", SCHEMA, true).stream())
                .isEmpty();
        assertThatExceptionOfType(DomoDataException.class)
                .isThrownBy(() -> read("name,count,level,price,at,day\n", SCHEMA, true))
                .withMessageContaining("If the schema was changed");
    }

    @Test
    void rejectsAMissingHeaderWithoutShowingTheRow() {
        for (String csv : new String[] {"", "topsecret,1,,,,\n"}) {
            assertThatExceptionOfType(DomoDataException.class)
                    .isThrownBy(() -> read(csv, SCHEMA, true))
                    .withMessageContaining("[name, count, level, price, day, at]")
                    .satisfies(e -> assertThat(e.getMessage()).doesNotContain("topsecret"));
        }
    }

    @Test
    void rejectsAResponseWithoutColumnsOrRows() {
        assertThatExceptionOfType(DomoDataException.class)
                .isThrownBy(() -> Rows.from(QueryResult.builder().build()))
                .withMessageContaining("no columns");
        assertThatExceptionOfType(DomoDataException.class)
                .isThrownBy(() -> Rows.from(QueryResult.builder()
                        .columns(List.of("n"))
                        .metadata(List.of(metadata(ColumnType.LONG)))
                        .build()))
                .withMessageContaining("no rows");
    }

    @Test
    void reportsTheRowThatDoesNotFitTheSchema() {
        Schema schema = SchemaBuilder.builder().longColumn("n").build();
        assertThatExceptionOfType(DomoDataException.class)
                .isThrownBy(() -> read("1\nsecret\n", schema, false).stream().toList())
                .withMessageContaining("Row 2")
                .withMessageContaining("'n'")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("secret"));
        assertThatExceptionOfType(DomoDataException.class)
                .isThrownBy(() -> read("1,2\n", schema, false).stream().toList())
                .withMessageContaining("2 fields for 1 columns");
    }

    @ParameterizedTest
    @EnumSource(
            value = ColumnType.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"STRING", "UNKNOWN"})
    void typedAccessorRejectsAnotherColumnType(ColumnType type) {
        Schema schema = SchemaBuilder.builder().column("x", type).build();
        try (Rows rows = read("\n", schema, false)) {
            Row row = rows.iterator().next();
            assertThat(row.get("x")).isNull();
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> row.getString("x"))
                    .withMessageContaining(type.toString());
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> row.getString("y"))
                    .withMessageContaining("[x]");
        }
    }

    @Test
    void closingTheStreamClosesTheSource() {
        AtomicBoolean closed = new AtomicBoolean();
        InputStream csv = new ByteArrayInputStream("a\nb\n".getBytes(StandardCharsets.UTF_8)) {
            @Override
            public void close() {
                closed.set(true);
            }
        };
        try (var maps = Rows.fromCsv(
                        csv, SchemaBuilder.builder().stringColumn("x").build(), false)
                .toMaps()) {
            assertThat(maps.findFirst())
                    .hasValueSatisfying(map -> assertThat(map).containsEntry("x", "a"));
        }
        assertThat(closed).isTrue();
    }

    @Test
    void rejectsInvalidCsvWithItsLine() {
        assertThatExceptionOfType(CsvException.class)
                .isThrownBy(() -> read(
                                "a\nb\"c\n",
                                SchemaBuilder.builder().stringColumn("x").build(),
                                false)
                        .stream()
                        .toList())
                .satisfies(e -> assertThat(e.line()).isEqualTo(2));
    }

    private static Rows read(String csv, Schema schema, boolean header) {
        return Rows.fromCsv(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)), schema, header);
    }
}
