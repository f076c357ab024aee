package io.github.domojvm.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.domojvm.csv.CsvSource;
import io.github.domojvm.error.CsvException;
import io.github.domojvm.rest.model.ColumnType;
import io.github.domojvm.rest.model.Schema;
import io.github.domojvm.schema.ColumnName;
import io.github.domojvm.schema.SchemaBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RowFormatTest {
    record Sale(@ColumnName("Sold On") LocalDate day, String fruit, Long pieces, double revenue, boolean open) {}

    private static final Schema TEXTS =
            SchemaBuilder.builder().stringColumn("a").stringColumn("b").build();

    @Test
    void writesRecordsInTheOrderOfTheirComponents() throws IOException {
        RowFormat<Sale> format = RowFormat.ofRecords(Sale.class);

        assertThat(text(format.toSource(List.of(
                        new Sale(LocalDate.of(2018, 1, 1), "Apples", 3L, 100.5, true),
                        new Sale(LocalDate.of(2018, 1, 2), "", null, 1e10, false)))))
                .isEqualTo("2018-01-01,Apples,3,100.5,true\n2018-01-02,\"\",,10000000000,false\n");
        assertThat(format.schema().columns())
                .extracting(column -> column.name() + " " + column.type())
                .containsExactly("Sold On DATE", "fruit STRING", "pieces LONG", "revenue DOUBLE", "open STRING");
    }

    @Test
    void distinguishesNullFromEmptyTextAndQuotesSpecialCharacters() throws IOException {
        List<List<? extends Object>> rows = List.of(
                Arrays.asList("", null),
                List.of("a,b", "say \"hi\""),
                List.of("line\nbreak", "cr\rhere"),
                List.of(" x ", "ü€😀"));

        assertThat(text(RowFormat.ofLists(TEXTS).toSource(rows)))
                .isEqualTo("\"\",\n\"a,b\",\"say \"\"hi\"\"\"\n\"line\nbreak\",\"cr\rhere\"\n x ,ü€😀\n");
    }

    @Test
    void writesMapsByNameAndRejectsAnUnknownEntry() throws IOException {
        RowFormat<Map<String, ? extends Object>> format = RowFormat.ofMaps(TEXTS);
        assertThat(text(format.toSource(List.of(Map.of("b", 2, "a", 1), Map.of("b", "only")))))
                .isEqualTo("1,2\n,only\n");
        assertThatExceptionOfType(CsvException.class)
                .isThrownBy(() -> text(format.toSource(List.of(Map.of("a", 1), Map.of("a", 1, "c", 2)))))
                .withMessageContaining("Row 2")
                .withMessageContaining("[c]");
    }

    @Test
    void writesArraysAndResultsOfARowFunction() throws IOException {
        assertThat(text(RowFormat.ofArrays(TEXTS).toSource(Collections.singletonList(new Object[] {"x", null}))))
                .isEqualTo("x,\n");
        assertThat(text(RowFormat.<Integer>of(TEXTS, n -> List.of(n, n * n)).toSource(List.of(2, 3))))
                .isEqualTo("2,4\n3,9\n");
    }

    @Test
    void rejectsARowWithAnotherNumberOfValues() {
        assertThatExceptionOfType(CsvException.class)
                .isThrownBy(
                        () -> text(RowFormat.ofArrays(TEXTS).toSource(Collections.singletonList(new Object[] {"x"}))))
                .withMessageContaining("Row 1")
                .withMessageContaining("1 values for 2 columns");
    }

    static Stream<Arguments> values() {
        return Stream.of(
                Arguments.of(ColumnType.LONG, 7, "7"),
                Arguments.of(ColumnType.LONG, Long.MIN_VALUE, "-9223372036854775808"),
                Arguments.of(ColumnType.LONG, new BigInteger("12"), "12"),
                Arguments.of(ColumnType.LONG, new BigDecimal("12.00"), "12"),
                Arguments.of(ColumnType.LONG, "0012", "0012"),
                Arguments.of(ColumnType.DOUBLE, 0.1, "0.1"),
                Arguments.of(ColumnType.DOUBLE, 0.1f, "0.1"),
                Arguments.of(ColumnType.DOUBLE, 1e-7, "0.00000010"),
                Arguments.of(ColumnType.DOUBLE, 5, "5"),
                Arguments.of(ColumnType.DECIMAL, new BigDecimal("1E+3"), "1000"),
                Arguments.of(ColumnType.DECIMAL, new BigDecimal("1.10"), "1.10"),
                Arguments.of(ColumnType.DATE, LocalDate.of(2024, 2, 29), "2024-02-29"),
                Arguments.of(ColumnType.DATE, java.sql.Date.valueOf("2024-02-29"), "2024-02-29"),
                Arguments.of(ColumnType.DATETIME, LocalDateTime.of(2024, 2, 29, 5, 6), "2024-02-29T05:06:00"),
                Arguments.of(
                        ColumnType.DATETIME, Timestamp.valueOf("2024-02-29 05:06:07.5"), "2024-02-29T05:06:07.500"),
                Arguments.of(ColumnType.DATETIME, Instant.parse("2024-02-29T05:06:07.000999Z"), "2024-02-29T05:06:07"),
                Arguments.of(
                        ColumnType.DATETIME, OffsetDateTime.parse("2024-03-01T00:30:00+01:00"), "2024-02-29T23:30:00"),
                Arguments.of(
                        ColumnType.DATETIME,
                        ZonedDateTime.parse("2024-10-27T02:30:00+02:00[Europe/Berlin]"),
                        "2024-10-27T00:30:00"),
                Arguments.of(ColumnType.DOUBLE, 9007199254740992L, "9007199254740992"),
                Arguments.of(ColumnType.DOUBLE, new BigDecimal("0.10"), "0.10"),
                Arguments.of(
                        ColumnType.DOUBLE,
                        new BigDecimal("0.1000000000000000055511151231257827021181583404541015625"),
                        "0.1000000000000000055511151231257827021181583404541015625"),
                Arguments.of(ColumnType.DOUBLE, new BigInteger("10").pow(22), "10000000000000000000000"),
                Arguments.of(ColumnType.DOUBLE, "-1.5e-3", "-1.5e-3"),
                Arguments.of(ColumnType.DOUBLE, "346244e16", "346244e16"),
                Arguments.of(ColumnType.DOUBLE, "1e23", "1e23"),
                Arguments.of(ColumnType.DOUBLE, 1.4721865E20f, "147218650000000000000"),
                Arguments.of(ColumnType.DOUBLE, Double.MIN_VALUE, new BigDecimal("4.9E-324").toPlainString()),
                Arguments.of(ColumnType.DOUBLE, ".5", ".5"),
                Arguments.of(ColumnType.DECIMAL, 9007199254740993L, "9007199254740993"),
                Arguments.of(ColumnType.DECIMAL, "0.1234567890123456789", "0.1234567890123456789"),
                Arguments.of(ColumnType.DECIMAL, new AtomicLong(4), "4"),
                Arguments.of(ColumnType.DATE, "2024-02-29", "2024-02-29"),
                Arguments.of(ColumnType.DATETIME, LocalDate.of(2024, 2, 29), "2024-02-29T00:00:00"),
                Arguments.of(ColumnType.DATETIME, java.sql.Date.valueOf("2024-02-29"), "2024-02-29T00:00:00"),
                Arguments.of(
                        ColumnType.DATETIME,
                        java.util.Date.from(Instant.ofEpochMilli(1_500)),
                        "1970-01-01T00:00:01.500"),
                Arguments.of(ColumnType.DATETIME, "2024-02-29 05:06:07", "2024-02-29 05:06:07"),
                Arguments.of(ColumnType.DATETIME, "2024-02-29T05:06:07.123+02:00", "2024-02-29T05:06:07.123+02:00"),
                Arguments.of(ColumnType.DATETIME, "2024-02-29T05:06:07Z", "2024-02-29T05:06:07Z"),
                Arguments.of(ColumnType.STRING, "\\N", "\"\\N\""),
                Arguments.of(ColumnType.STRING, "\\n", "\\n"),
                Arguments.of(ColumnType.STRING, "\uFEFFx", "\"\uFEFFx\""),
                Arguments.of(ColumnType.STRING, TimeUnit.DAYS, "DAYS"),
                Arguments.of(ColumnType.STRING, 'c', "c"),
                Arguments.of(ColumnType.STRING, 1.5, "1.5"),
                Arguments.of(ColumnType.STRING, LocalDate.EPOCH, "1970-01-01"),
                Arguments.of(ColumnType.STRING, Duration.ofHours(1), "PT1H"),
                Arguments.of(ColumnType.STRING, URI.create("https://a.example/b"), "https://a.example/b"),
                Arguments.of(
                        ColumnType.STRING, Path.of("a", "b"), Path.of("a", "b").toString()),
                Arguments.of(ColumnType.STRING, new Point(1, 2), "\"Point[x=1, y=2]\""),
                Arguments.of(ColumnType.STRING, new UUID(0, 1), "00000000-0000-0000-0000-000000000001"));
    }

    @ParameterizedTest(name = "{1} in {0}")
    @MethodSource("values")
    void writesAValueByTheTypeOfItsColumn(ColumnType type, Object value, String expected) throws IOException {
        assertThat(text(single(type).toSource(List.of(List.of(value))))).isEqualTo(expected + "\n");
    }

    static Stream<Arguments> invalid() {
        return Stream.of(
                Arguments.of(ColumnType.LONG, 1.5),
                Arguments.of(ColumnType.LONG, new BigDecimal("1.5")),
                Arguments.of(ColumnType.LONG, new BigInteger("9223372036854775808")),
                Arguments.of(ColumnType.LONG, "secret"),
                Arguments.of(ColumnType.DOUBLE, Double.NaN),
                Arguments.of(ColumnType.DOUBLE, Float.NEGATIVE_INFINITY),
                Arguments.of(ColumnType.DOUBLE, true),
                Arguments.of(ColumnType.DATE, Instant.EPOCH),
                Arguments.of(ColumnType.DATE, "2023-02-29"),
                Arguments.of(ColumnType.LONG, "1.2E1"),
                Arguments.of(ColumnType.LONG, "\u0663"),
                Arguments.of(ColumnType.LONG, ""),
                Arguments.of(ColumnType.LONG, "9223372036854775808"),
                Arguments.of(ColumnType.DOUBLE, 9007199254740993L),
                Arguments.of(ColumnType.DOUBLE, new BigInteger("9007199254740993")),
                Arguments.of(ColumnType.DOUBLE, new BigDecimal("0.1234567890123456789")),
                Arguments.of(ColumnType.DOUBLE, new BigDecimal("1E400")),
                Arguments.of(ColumnType.DOUBLE, "0.1234567890123456789"),
                Arguments.of(ColumnType.DOUBLE, "NaN"),
                Arguments.of(ColumnType.DOUBLE, "1d"),
                Arguments.of(ColumnType.DOUBLE, " 5 "),
                Arguments.of(ColumnType.DOUBLE, "0x1p3"),
                Arguments.of(ColumnType.DOUBLE, "."),
                Arguments.of(ColumnType.DECIMAL, new BigDecimal("1E+999999999")),
                Arguments.of(ColumnType.DECIMAL, new BigDecimal("1E-999999999")),
                Arguments.of(ColumnType.DECIMAL, "1d"),
                Arguments.of(ColumnType.DECIMAL, " 5 "),
                Arguments.of(ColumnType.DECIMAL, ""),
                Arguments.of(ColumnType.DECIMAL, LocalDate.EPOCH),
                Arguments.of(ColumnType.DATE, "2018-01-01 garbage"),
                Arguments.of(ColumnType.DATE, "2018-01-01T00:00:00"),
                Arguments.of(ColumnType.DATE, ""),
                Arguments.of(ColumnType.DATE, java.util.Date.from(Instant.EPOCH)),
                Arguments.of(ColumnType.DATE, LocalDate.of(12345, 1, 1)),
                Arguments.of(ColumnType.DATE, LocalDate.of(-1, 1, 1)),
                Arguments.of(ColumnType.DATETIME, LocalDateTime.of(12345, 1, 1, 0, 0)),
                Arguments.of(ColumnType.DATETIME, Instant.MAX),
                Arguments.of(ColumnType.DATETIME, java.sql.Time.valueOf("05:06:07")),
                Arguments.of(ColumnType.DATETIME, 5),
                Arguments.of(ColumnType.DATETIME, ""),
                Arguments.of(ColumnType.DATETIME, "2018-01-01"),
                Arguments.of(ColumnType.DATETIME, "2018-01-01T10:00"),
                Arguments.of(ColumnType.DATETIME, "2018-01-01T24:00:00"),
                Arguments.of(ColumnType.DATETIME, "2018-01-01T10:00:00+99:00"),
                Arguments.of(ColumnType.STRING, new byte[] {1}),
                Arguments.of(ColumnType.STRING, new int[] {1}),
                Arguments.of(ColumnType.STRING, new String[] {"secret"}),
                Arguments.of(ColumnType.STRING, Optional.of("secret")),
                Arguments.of(ColumnType.STRING, new AtomicReference<>("secret")),
                Arguments.of(ColumnType.STRING, java.util.Date.from(Instant.EPOCH)),
                Arguments.of(ColumnType.STRING, new java.util.GregorianCalendar()),
                Arguments.of(ColumnType.STRING, OptionalInt.of(5)),
                Arguments.of(ColumnType.STRING, List.of("secret")),
                Arguments.of(ColumnType.STRING, Map.of("secret", 1)),
                Arguments.of(ColumnType.STRING, new Object()),
                Arguments.of(ColumnType.DATETIME, "noon"));
    }

    @ParameterizedTest(name = "{1} in {0}")
    @MethodSource("invalid")
    void rejectsAValueThatDoesNotFitTheColumnType(ColumnType type, Object value) {
        assertThatExceptionOfType(CsvException.class)
                .isThrownBy(() -> text(single(type).toSource(List.of(List.of(value)))))
                .withMessageContaining("Row 1")
                .withMessageContaining("'value' accepts " + type)
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("secret"))
                .satisfies(e -> assertThat(e.line()).isEqualTo(1));
    }

    record Point(int x, int y) {}

    @Test
    void suggestsNullInsteadOfEmptyText() {
        assertThatExceptionOfType(CsvException.class)
                .isThrownBy(() -> text(single(ColumnType.DATETIME).toSource(List.of(List.of("")))))
                .withMessage(
                        "Row 1 of the given rows cannot be sent: the column 'value' accepts DATETIME and got empty text;"
                                + " use null for no value.");
    }

    @Test
    void reportsTheRowWhoseFunctionFailed() {
        RowFormat<Integer> format = RowFormat.of(TEXTS, n -> List.of(n, n == 2 ? null : "x"));

        assertThatExceptionOfType(CsvException.class)
                .isThrownBy(() -> text(format.toSource(List.of(1, 2))))
                .withMessage("Row 2 of the given rows cannot be sent: its row function failed with"
                        + " java.lang.NullPointerException (List.of rejects null, Arrays.asList accepts it).")
                .withCauseInstanceOf(NullPointerException.class)
                .satisfies(e -> assertThat(e.line()).isEqualTo(2));
        assertThatExceptionOfType(CsvException.class)
                .isThrownBy(() -> text(RowFormat.<Integer>of(TEXTS, n -> {
                            throw new IllegalArgumentException();
                        })
                        .toSource(List.of(1))))
                .withMessageContaining("Row 1")
                .withMessageContaining("java.lang.IllegalArgumentException");
        assertThatExceptionOfType(CsvException.class)
                .isThrownBy(() -> text(RowFormat.<Integer>of(TEXTS, n -> null).toSource(List.of(1))))
                .withMessageContaining("returned null");
    }

    @Test
    void reportsARowThatIsNull() {
        assertThatExceptionOfType(CsvException.class)
                .isThrownBy(() -> text(RowFormat.ofRecords(Sale.class).toSource(Arrays.asList((Sale) null))))
                .withMessage("Row 1 of the given rows cannot be sent: it is null.");
        assertThatExceptionOfType(CsvException.class)
                .isThrownBy(() -> text(RowFormat.ofMaps(TEXTS).toSource(Arrays.asList((Map<String, Object>) null))))
                .withMessageContaining("it is null");
        assertThatExceptionOfType(CsvException.class)
                .isThrownBy(() -> text(RowFormat.ofArrays(TEXTS).toSource(Collections.<Object[]>singletonList(null))))
                .withMessageContaining("it is null");
        assertThatExceptionOfType(CsvException.class)
                .isThrownBy(() -> text(RowFormat.ofLists(TEXTS).toSource(Arrays.asList((List<Object>) null))))
                .withMessageContaining("it is null");
    }

    @Test
    void reportsTheRowWhoseToStringFailed() {
        Object failing = new Object() {
            @Override
            public String toString() {
                throw new IllegalArgumentException("secret");
            }
        };

        assertThatExceptionOfType(CsvException.class)
                .isThrownBy(() -> text(single(ColumnType.STRING).toSource(List.of(List.of(failing)))))
                .withMessageContaining("Row 1")
                .withMessageContaining("'value'")
                .withMessageContaining("java.lang.IllegalArgumentException")
                .withCauseInstanceOf(IllegalArgumentException.class)
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("secret"));
    }

    @Test
    void writesNullInASingleColumnAsBackslashN() throws IOException {
        RowFormat<List<? extends Object>> format = single(ColumnType.STRING);
        List<List<? extends Object>> rows =
                List.of(Arrays.asList((Object) null), List.of("a"), List.of(""), Arrays.asList((Object) null));

        assertThat(text(format.toSource(rows))).isEqualTo("\\N\na\n\"\"\n\\N\n");
        try (Rows back = Rows.fromCsv(format.toSource(rows).open(), format.schema(), true)) {
            assertThat(back.stream().map(row -> row.getString("value"))).containsExactly(null, "a", "", null);
        }
    }

    @Test
    void rejectsALoneSurrogate() {
        assertThatThrownBy(() -> text(RowFormat.ofLists(TEXTS).toSource(List.of(List.of("ok", "\ud83d")))))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("lone surrogate");
    }

    @Test
    void writesTheColumnNamesAsHeader() throws IOException {
        CsvSource source = RowFormat.ofLists(SchemaBuilder.builder()
                        .stringColumn("a, b")
                        .stringColumn("c")
                        .build())
                .toSource(List.of());

        assertThat(csv(source)).isEqualTo("\"a, b\",c\n");
        assertThat(source.hasHeader()).isTrue();
    }

    @Test
    void readsTheStreamOfRowsLazilyAndClosesIt() throws IOException {
        AtomicInteger consumed = new AtomicInteger();
        AtomicBoolean closed = new AtomicBoolean();
        Stream<Integer> numbers = IntStream.range(0, 1_000_000)
                .boxed()
                .peek(n -> consumed.incrementAndGet())
                .onClose(() -> closed.set(true));

        try (InputStream csv = RowFormat.<Integer>of(TEXTS, n -> List.of(n, n))
                .toSource(numbers)
                .open()) {
            assertThat(csv.read()).isPositive();
            assertThat(consumed.get()).isLessThan(20_000);
        }
        assertThat(closed).isTrue();
    }

    @Test
    void listCanBeReadTwiceAndAnIteratorOnce() throws IOException {
        List<Object[]> rows = Collections.singletonList(new Object[] {1, 2});
        CsvSource again = RowFormat.ofArrays(TEXTS).toSource(rows);
        CsvSource once = RowFormat.ofArrays(TEXTS).toSource(rows.iterator());

        assertThat(text(again)).isEqualTo(text(again)).isNotEmpty();
        assertThat(text(once)).isNotEmpty();
        assertThatThrownBy(once::open)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("it can be opened only once");
    }

    @Test
    void rejectsARecordClassWithAnUnsupportedComponentType() {
        record Odd(String name, List<String> tags) {}
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RowFormat.ofRecords(Odd.class))
                .withMessageContaining("tags");
    }

    private static RowFormat<List<? extends Object>> single(ColumnType type) {
        return RowFormat.ofLists(SchemaBuilder.builder().column("value", type).build());
    }

    /** Returns the CSV without the header line. */
    private static String text(CsvSource source) throws IOException {
        return csv(source).replaceFirst("[^\n]*\n", "");
    }

    private static String csv(CsvSource source) throws IOException {
        try (InputStream csv = source.open()) {
            return new String(csv.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
