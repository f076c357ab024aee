package io.github.domojvm.rows;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.domojvm.error.CsvException;
import io.github.domojvm.rest.model.ColumnType;
import io.github.domojvm.rest.model.Schema;
import io.github.domojvm.schema.SchemaBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Values are written as they are converted to text, by whichever method. */
class ValueBytesTest {
    private static final int VALUES = 50_000;

    @Test
    void writesTheTextOfAValue() throws IOException {
        Random random = new Random(5);
        ColumnType[] types = {
            ColumnType.STRING,
            ColumnType.LONG,
            ColumnType.DOUBLE,
            ColumnType.DECIMAL,
            ColumnType.DATE,
            ColumnType.DATETIME
        };
        for (int i = 0; i < VALUES; i++) {
            Object value = value(random);
            ColumnType type = types[random.nextInt(types.length)];

            assertThat(written(value, type)).as("%s as %s", value, type).isEqualTo(converted(value, type));
        }
    }

    private static String converted(Object value, ColumnType type) {
        try {
            return ValueText.of(value, type);
        } catch (UnfitValueException e) {
            return "accepts " + type + " and got " + e.getMessage();
        }
    }

    private static String written(Object value, ColumnType type) throws IOException {
        Schema schema = SchemaBuilder.builder().column("value", type).build();
        try (InputStream csv =
                RowFormat.ofLists(schema).toSource(List.of(List.of(value))).open()) {
            String text = new String(csv.readAllBytes(), UTF_8);
            return text.substring(text.indexOf('\n') + 1, text.length() - 1);
        } catch (CsvException e) {
            String message = e.getMessage();
            return message.substring(message.indexOf("accepts"), message.length() - 1);
        }
    }

    private static Object value(Random random) {
        LocalDate date =
                LocalDate.ofEpochDay(random.nextInt(20) == 0 ? random.nextInt() / 100 : random.nextInt(40_000));
        LocalDateTime time = date.atTime(random.nextInt(24), random.nextInt(60), random.nextInt(60));
        return switch (random.nextInt(16)) {
            case 0 -> random.nextLong() >> random.nextInt(64);
            case 1 -> random.nextInt();
            case 2 -> (short) random.nextInt();
            case 3 -> random.nextDouble() * Math.pow(10, random.nextInt(40) - 20);
            case 4 -> Double.longBitsToDouble(random.nextLong());
            case 5 ->
                List.of(0.0, -0.0, Double.NaN, Double.POSITIVE_INFINITY, Double.MIN_VALUE, 1e7, 1.5e23)
                        .get(random.nextInt(7));
            case 6 -> random.nextFloat();
            case 7 -> new BigDecimal(new BigInteger(random.nextInt(80), random), random.nextInt(40) - 15);
            case 8 -> BigDecimal.valueOf(random.nextInt() >> random.nextInt(32), random.nextInt(25));
            case 9 -> new BigInteger(random.nextInt(80), random).negate();
            case 10 -> date;
            case 11 ->
                time.withNano(random.nextInt(3) == 0 ? random.nextInt(1_000_000_000) : random.nextInt(2_000_000));
            case 12 -> time;
            case 13 -> time.toInstant(ZoneOffset.UTC);
            case 14 -> Date.from(time.toInstant(ZoneOffset.UTC));
            default -> "word";
        };
    }
}
