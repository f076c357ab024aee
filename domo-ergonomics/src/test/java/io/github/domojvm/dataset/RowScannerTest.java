package io.github.domojvm.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.domojvm.internal.call.UnusableBodyException;
import io.github.domojvm.internal.csv.CsvRecords;
import io.github.domojvm.internal.csv.DomoNull;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares the scanner with the CSV reader on generated rows. */
class RowScannerTest {
    private static final String[] FIELDS = {
        "",
        "a",
        "\"\"",
        "\"a\"",
        "\"a,b\"",
        "\"a\nb\"",
        "\"\r\n\"",
        "\"\"\"\"",
        "\"a\"\"\"",
        "\"\"\"a\"",
        "ü€😀",
        "-1.5",
        "\\N",
        "a b",
        "!#$%&'()*+"
    };

    static IntStream seeds() {
        return IntStream.range(0, 300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void countsTheSameRecordsAsTheReader(int seed) throws UnusableBodyException {
        Random random = new Random(seed);
        int columns = 1 + random.nextInt(4);
        byte[] csv = rows(random, columns, random.nextInt(20)).getBytes(StandardCharsets.UTF_8);
        long expected = 0;
        var reader = new CsvRecords(
                "the rows", new ByteArrayInputStream(csv), StandardCharsets.UTF_8, ',', '"', DomoNull.FIELDS, columns);
        while (reader.hasNext()) {
            reader.next();
            expected++;
        }

        assertThat(ScannedExport.rowsOf(csv, columns, random)).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void detectsEveryTruncationThatIsNotBetweenTwoRows(int seed) throws UnusableBodyException {
        Random random = new Random(seed);
        int columns = 2 + random.nextInt(3);
        String begin = rows(random, columns, random.nextInt(5));
        String last = rows(random, columns, 1).stripTrailing() + "\n";
        byte[] csv = (begin + last).getBytes(StandardCharsets.UTF_8);
        int start = begin.getBytes(StandardCharsets.UTF_8).length;

        for (int cut = start + 1; cut < csv.length; cut++) {
            byte[] part = Arrays.copyOf(csv, cut);
            assertThatThrownBy(() -> ScannedExport.rowsOf(part, columns, random))
                    .isInstanceOf(UnusableBodyException.class);
        }
    }

    private static String rows(Random random, int columns, int count) {
        StringBuilder csv = new StringBuilder();
        String end = random.nextBoolean() ? "\n" : "\r\n";
        for (int row = 0; row < count; row++) {
            for (int column = 0; column < columns; column++) {
                csv.append(column == 0 ? "" : ",").append(FIELDS[random.nextInt(FIELDS.length)]);
            }
            csv.append(end);
        }
        return csv.toString();
    }
}
