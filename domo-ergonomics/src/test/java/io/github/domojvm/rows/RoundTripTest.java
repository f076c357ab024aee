package io.github.domojvm.rows;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.domojvm.rest.model.Schema;
import io.github.domojvm.schema.SchemaBuilder;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows that are written and read again have the same values: every column type, and text of every Unicode plane. */
class RoundTripTest {
    private static final int ROWS = 2_000;
    private static final int PLANES = 17;
    private static final int PLANE_SIZE = 0x10000;
    private static final long SECONDS_UNTIL_YEAR_10000 = 253_402_300_800L;

    private static final Schema SCHEMA = SchemaBuilder.builder()
            .longColumn("id")
            .stringColumn("text")
            .doubleColumn("double")
            .decimalColumn("decimal")
            .dateColumn("date")
            .dateTimeColumn("time")
            .build();

    private static final List<String> TEXTS = Arrays.asList(
            null, "", "\\N", "\"", "\"\"", ",", "\n", "\r", "\r\n", " ", "\t", "\uFEFF", "\uFEFFa", "a\"b", "=1+1",
            "@x", "007", "1e5", "NULL", "NaN", "a\0b", "\u2028", "\uFFFF", "#");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void readsTheValuesThatWereWritten(long seed) throws IOException {
        Random random = new Random(seed);
        List<List<?>> written = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            written.add(row(i, random));
        }

        try (Rows rows =
                Rows.fromCsv(RowFormat.ofLists(SCHEMA).toSource(written).open(), SCHEMA, true)) {
            List<List<?>> read = new ArrayList<>();
            rows.forEach(row -> read.add(Arrays.asList(
                    row.getLong("id"),
                    row.getString("text"),
                    row.getDouble("double"),
                    row.getDecimal("decimal"),
                    row.getDate("date"),
                    row.getDateTime("time"))));
            assertThat(read).isEqualTo(written);
        }
    }

    private static List<?> row(int index, Random random) {
        return Arrays.asList(
                index % 10 == 1 ? Long.MIN_VALUE : random.nextLong(),
                index < TEXTS.size() ? TEXTS.get(index) : text(index, random),
                random.nextInt(10) == 0 ? null : number(random),
                random.nextInt(10) == 0 ? null : new BigDecimal(new BigInteger(200, random), random.nextInt(40)),
                random.nextInt(10) == 0 ? null : time(random).toLocalDate(),
                random.nextInt(10) == 0 ? null : time(random));
    }

    private static String text(int index, Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(20); i >= 0; i--) {
            int c = index % PLANES * PLANE_SIZE + random.nextInt(PLANE_SIZE);
            boolean surrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
            text.appendCodePoint(surrogate ? 'x' : c);
        }
        return text.toString();
    }

    private static double number(Random random) {
        double number = Double.longBitsToDouble(random.nextLong());
        return Double.isFinite(number) ? number : Double.MIN_VALUE;
    }

    private static LocalDateTime time(Random random) {
        long second = (long) (random.nextDouble() * SECONDS_UNTIL_YEAR_10000);
        return LocalDateTime.ofEpochSecond(second, random.nextInt(1_000) * 1_000_000, ZoneOffset.UTC);
    }
}
