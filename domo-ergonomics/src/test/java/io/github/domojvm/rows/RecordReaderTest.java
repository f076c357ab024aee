package io.github.domojvm.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.domojvm.error.DomoDataException;
import io.github.domojvm.rest.model.Schema;
import io.github.domojvm.schema.ColumnName;
import io.github.domojvm.schema.SchemaBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Reads rows as records. */
class RecordReaderTest {
    private static final Schema SCHEMA = SchemaBuilder.builder()
            .stringColumn("name")
            .longColumn("count")
            .doubleColumn("level")
            .decimalColumn("price")
            .dateColumn("day")
            .dateTimeColumn("at")
            .build();

    record Picky(String name) {
        Picky {
            if (name.equals("c")) {
                throw new IllegalStateException("secret");
            }
        }
    }

    record Everything(
            long a,
            int b,
            short c,
            byte d,
            double e,
            float f,
            BigDecimal g,
            LocalDate h,
            LocalDateTime i,
            Instant j,
            OffsetDateTime k,
            ZonedDateTime l,
            String m,
            char n,
            boolean o,
            TimeUnit p,
            UUID q,
            BigInteger r) {}

    record Measure(
            String name,
            int count,
            BigDecimal price,
            @ColumnName("level") Double depth,
            LocalDate day,
            Instant at) {}

    @Test
    void preservesTheSignOfZero() throws IOException {
        record Zeros(double d, float f) {}
        RowFormat<Zeros> format = RowFormat.ofRecords(Zeros.class);
        List<Zeros> written = List.of(new Zeros(-0.0, -0.0f), new Zeros(0.0, 0.0f));

        try (Rows rows = Rows.fromCsv(format.toSource(written).open(), format.schema(), true)) {
            assertThat(rows.toRecords(Zeros.class)).containsExactlyElementsOf(written);
        }
    }

    @Test
    void readsANumberThatFitsAFloatExactly() {
        record Narrow(
                @ColumnName("level") float level,
                @ColumnName("count") float count) {}

        assertThat(read("x,1234567936,0.10000000149011612,,,\n", SCHEMA, false).toRecords(Narrow.class))
                .containsExactly(new Narrow(0.1f, 1234567936));
    }

    @Test
    void rejectsNonCanonicalTextWithoutShowingIt() {
        record Id(@ColumnName("name") UUID id) {}
        record IntegerNumber(@ColumnName("name") BigInteger number) {}

        for (Class<? extends Record> type : List.of(Id.class, IntegerNumber.class)) {
            for (String text : List.of("1-1-1-1-1", "007", "topsecret")) {
                assertThatExceptionOfType(DomoDataException.class)
                        .isThrownBy(() -> read(text + ",,,,,\n", SCHEMA, false)
                                .toRecords(type)
                                .toList())
                        .withNoCause()
                        .withMessageContaining("Row 1, column 'name'")
                        .satisfies(e -> assertThat(e.getMessage()).doesNotContain(text));
            }
        }
    }

    @Test
    void createsRecordsFromTheNamedColumns() {
        try (Rows rows = read("a,12,8.25,1.10,2024-02-29,2024-02-29 05:06:07\nb,13,,1,,\n", SCHEMA, false)) {
            assertThat(rows.toRecords(Measure.class))
                    .containsExactly(
                            new Measure(
                                    "a",
                                    12,
                                    new BigDecimal("1.10"),
                                    8.25,
                                    LocalDate.of(2024, 2, 29),
                                    Instant.parse("2024-02-29T05:06:07Z")),
                            new Measure("b", 13, new BigDecimal("1"), null, null, null));
        }
    }

    @Test
    void roundTripsRecords() throws IOException {
        Random random = new Random(7);
        RowFormat<Everything> format = RowFormat.ofRecords(Everything.class);
        List<Everything> written = random.ints(200)
                .mapToObj(n -> {
                    Instant time = Instant.ofEpochSecond(n);
                    return new Everything(
                            random.nextLong(),
                            n,
                            (short) n,
                            (byte) n,
                            random.nextGaussian() * n,
                            random.nextFloat(),
                            new BigDecimal(new BigInteger(90, random), random.nextInt(20)),
                            LocalDate.ofEpochDay(n % 100_000),
                            LocalDateTime.ofEpochSecond(n, 0, java.time.ZoneOffset.UTC),
                            time,
                            time.atOffset(java.time.ZoneOffset.UTC),
                            time.atZone(java.time.ZoneOffset.UTC),
                            "x\n\"" + n,
                            ',',
                            n % 2 == 0,
                            n % 2 == 0 ? TimeUnit.DAYS : TimeUnit.HOURS,
                            new UUID(n, n),
                            new BigInteger(200, random));
                })
                .toList();

        try (InputStream csv = format.toSource(written).open();
                Rows rows = Rows.fromCsv(csv, format.schema(), true)) {
            assertThat(rows.toRecords(Everything.class)).containsExactlyElementsOf(written);
        }
    }

    @Test
    void rejectsAComponentThatCannotRepresentTheValue() {
        record Narrow(byte count) {}
        record Primitive(double level) {}
        record UnknownColumn(String nothing) {}
        record Mismatch(TimeUnit name) {}

        String csv = "DAY,300,,1,2024-02-29,\n";
        assertThatExceptionOfType(DomoDataException.class)
                .isThrownBy(
                        () -> read(csv, SCHEMA, false).toRecords(Narrow.class).toList())
                .withMessageContaining("'count'");
        assertThatExceptionOfType(DomoDataException.class)
                .isThrownBy(() ->
                        read(csv, SCHEMA, false).toRecords(Primitive.class).toList())
                .withMessageContaining("'level'")
                .withMessageContaining("there is no value");
        assertThatExceptionOfType(DomoDataException.class)
                .isThrownBy(
                        () -> read(csv, SCHEMA, false).toRecords(Mismatch.class).toList())
                .withMessageContaining("'name'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(csv, SCHEMA, false).toRecords(UnknownColumn.class))
                .withMessageContaining("'nothing'");
    }

    @Test
    void rejectsAComponentThatWouldLoseDigits() {
        record IntegerNumber(double count) {}
        record Exact(@ColumnName("price") double amount) {}
        record Coarse(float level) {}
        record Fits(
                @ColumnName("count") double a,
                @ColumnName("price") Double b,
                @ColumnName("level") float c,
                @ColumnName("level") BigDecimal d) {}

        String csv = "x,9007199254740993,0.123456789,123456789.123456789,,\n";
        assertThatExceptionOfType(DomoDataException.class)
                .isThrownBy(() ->
                        read(csv, SCHEMA, false).toRecords(IntegerNumber.class).toList())
                .withMessageContaining("Row 1")
                .withMessageContaining("'count'");
        assertThatExceptionOfType(DomoDataException.class)
                .isThrownBy(
                        () -> read(csv, SCHEMA, false).toRecords(Exact.class).toList())
                .withMessageContaining("'price'");
        assertThatExceptionOfType(DomoDataException.class)
                .isThrownBy(
                        () -> read(csv, SCHEMA, false).toRecords(Coarse.class).toList())
                .withMessageContaining("'level'");
        assertThat(read("x,9007199254740992,0.1,1.10,,\n", SCHEMA, false).toRecords(Fits.class))
                .containsExactly(new Fits(9007199254740992.0, 1.1, 0.1f, new BigDecimal("0.1")));
    }

    @Test
    void reportsTheRowThatCannotBeConverted() {
        record Small(byte count, String name) {}

        String csv = "a,1,,,,\nb,2,,,,\nc,300,,,,\n";
        assertThatExceptionOfType(DomoDataException.class)
                .isThrownBy(
                        () -> read(csv, SCHEMA, false).toRecords(Small.class).toList())
                .withMessage(
                        "Row 3, column 'count': its value, a Long, cannot be converted to the type of the record component,"
                                + " byte. Use another type for the component.");
        assertThatExceptionOfType(DomoDataException.class)
                .isThrownBy(
                        () -> read(csv, SCHEMA, false).toRecords(Picky.class).toList())
                .withMessageContaining("Row 3 ")
                .withMessageContaining("Picky")
                .withMessageContaining("java.lang.IllegalStateException")
                .withCauseInstanceOf(IllegalStateException.class)
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("secret"));
    }

    @Test
    void preservesNullComponents() throws IOException {
        record Boxed(Integer n, String s, Boolean b) {}
        RowFormat<Boxed> format = RowFormat.ofRecords(Boxed.class);
        List<Boxed> written = Arrays.asList(new Boxed(null, null, null), new Boxed(1, "", true));

        try (InputStream csv = format.toSource(written).open();
                Rows rows = Rows.fromCsv(csv, format.schema(), true)) {
            assertThat(rows.toRecords(Boxed.class)).containsExactlyElementsOf(written);
        }
    }

    private static Rows read(String csv, Schema schema, boolean header) {
        return Rows.fromCsv(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)), schema, header);
    }
}
