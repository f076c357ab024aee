package io.github.domojvm.internal.csv;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategy;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class EncodedRecordsTest {
    private static final List<String> PIECES = List.of(
            "",
            "a",
            "\\N",
            "\\",
            "N",
            "#",
            ",",
            "\"",
            "\n",
            "\r",
            " ",
            "\t",
            "\0",
            "\uFEFF",
            "\u007f",
            "\u0080",
            "é",
            "\u07ff",
            "\u0800",
            "\ud7ff",
            "\ue000",
            "\uffff",
            "\ud800\udc00",
            "\ud83d\ude00",
            "\udbff\udfff",
            "word");

    private static final QuoteStrategy QUOTED = new QuoteStrategy() {
        @Override
        public boolean quoteEmpty(int line, int field) {
            return true;
        }

        @Override
        public boolean quoteValue(int line, int field, String value) {
            return value.charAt(0) == '\uFEFF' || value.equals("\\N");
        }
    };

    @Test
    void writesTheBytesOfTheReference() throws IOException {
        Random random = new Random(1);
        for (int i = 0; i < 5_000; i++) {
            List<List<String>> records = records(random, 1 + random.nextInt(4));

            assertThat(read(records, random)).as("records %s", records).isEqualTo(reference(records));
        }
    }

    @Test
    void writesLongFields() throws IOException {
        Random random = new Random(2);
        for (String piece : PIECES) {
            for (int length : List.of(4095, 4096, 4097, 100_000)) {
                List<List<String>> records = List.of(
                        List.of("a".repeat(random.nextInt(3)) + piece.repeat(length) + "\"", "b"), List.of("c"));

                assertThat(read(records, random)).isEqualTo(reference(records));
            }
        }
    }

    @Test
    void reportsTheRecordWithALoneSurrogate() {
        for (String text : List.of("\ud83d", "\ude00", "a\ud83d", "\ud83db", "\ude00\ud83d", "\ud83d\ud83d\ude00")) {
            assertThatThrownBy(() -> read(List.of(List.of("ok"), List.of(text), List.of("ok")), new Random(3)))
                    .isInstanceOf(IOException.class)
                    .hasMessage("Record 2 contains a lone surrogate, which cannot be encoded in UTF-8");
        }
    }

    @Test
    void reportsALoneSurrogateInTheHeaderEachTime() throws IOException {
        List<List<String>> none = List.of();
        try (InputStream csv = new EncodedRecords(List.of("\ud83d"), source(none.iterator()), () -> {})) {
            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(csv::read)
                        .isInstanceOf(IOException.class)
                        .hasMessage("The header line contains a lone surrogate, which cannot be encoded in UTF-8");
            }
        }
    }

    @Test
    void dropsTheFieldsOfARecordThatFails() throws IOException {
        Iterator<List<String>> records = List.of(List.of("a"), List.of("fails"), List.of("b"), List.of("fails"))
                .iterator();
        RecordSource source = new RecordSource() {
            @Override
            public boolean hasNext() {
                return records.hasNext();
            }

            @Override
            public void writeNext(RecordBytes target) {
                String text = records.next().get(0);
                target.addText(text);
                if (text.equals("fails")) {
                    throw new UncheckedIOException(new IOException("expected"));
                }
            }
        };
        try (InputStream csv = new EncodedRecords(List.of("name"), source, () -> {})) {
            assertThatThrownBy(csv::read).isInstanceOf(UncheckedIOException.class);
            assertThatThrownBy(csv::read).isInstanceOf(UncheckedIOException.class);
            assertThat(new String(csv.readAllBytes(), UTF_8)).isEqualTo("name\na\nb\n");
        }
    }

    @Test
    void writesNumbersAndTimes() {
        assertThat(record(r -> r.addWhole(0))).isEqualTo("0\n");
        assertThat(record(r -> r.addWhole(Long.MIN_VALUE))).isEqualTo("-9223372036854775808\n");
        assertThat(record(r -> r.addWhole(Long.MAX_VALUE))).isEqualTo("9223372036854775807\n");
        for (long power = 1; power > 0 && power <= Long.MAX_VALUE / 10; power *= 10) {
            long number = power;
            assertThat(record(r -> r.addWhole(number))).isEqualTo(number + "\n");
            assertThat(record(r -> r.addWhole(number - 1))).isEqualTo(number - 1 + "\n");
            assertThat(record(r -> r.addWhole(-number))).isEqualTo(-number + "\n");
        }
        assertThat(record(r -> r.addFixed(-5, 2))).isEqualTo("-0.05\n");
        assertThat(record(r -> r.addFixed(1234, 2))).isEqualTo("12.34\n");
        assertThat(record(r -> r.addPlainText("1.5"))).isEqualTo("1.5\n");
        assertThat(record(r -> r.addDate(LocalDate.of(7, 1, 31)))).isEqualTo("0007-01-31\n");
        LocalDateTime second = LocalDateTime.of(2024, 2, 29, 0, 5, 59, 999_999);
        assertThat(record(r -> r.addDateTime(second))).isEqualTo("2024-02-29T00:05:59\n");
        assertThat(record(r -> r.addDateTime(second.withNano(7_999_999)))).isEqualTo("2024-02-29T00:05:59.007\n");
        assertThat(record(RecordBytes::addNull)).isEqualTo("\\N\n");
    }

    private static String record(Consumer<RecordBytes> fields) {
        RecordBytes bytes = new RecordBytes();
        fields.accept(bytes);
        bytes.endRecord();
        return new String(bytes.bytes, 0, bytes.end, UTF_8);
    }

    private static List<List<String>> records(Random random, int columns) {
        List<List<String>> records = new ArrayList<>();
        for (int i = random.nextInt(5); i >= 0; i--) {
            String[] fields = new String[columns];
            Arrays.setAll(fields, column -> random.nextInt(8) == 0 ? null : text(random));
            records.add(Arrays.asList(fields));
        }
        return records;
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(4); i > 0; i--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }

    private static String read(List<List<String>> records, Random random) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try (InputStream csv = new EncodedRecords(records.iterator(), () -> {})) {
            if (random.nextInt(4) == 0) {
                for (int b = csv.read(); b >= 0; b = csv.read()) {
                    all.write(b);
                }
            } else {
                byte[] block = new byte[1 + random.nextInt(50_000)];
                for (int count = csv.read(block); count >= 0; count = csv.read(block)) {
                    all.write(block, 0, count);
                }
            }
        }
        return all.toString(UTF_8);
    }

    /** A field of a null in a single column is the only difference to the parser's writer. */
    private static String reference(List<List<String>> records) {
        StringWriter text = new StringWriter();
        CsvWriter writer = CsvWriter.builder()
                .quoteStrategy(QUOTED)
                .lineDelimiter(LineDelimiter.LF)
                .bufferSize(0)
                .build(text);
        for (List<String> record : records) {
            if (record.size() == 1 && record.get(0) == null) {
                text.write("\\N\n");
            } else {
                writer.writeRecord(record);
            }
        }
        return text.toString();
    }

    private static RecordSource source(Iterator<List<String>> records) {
        return new RecordSource() {
            @Override
            public boolean hasNext() {
                return records.hasNext();
            }

            @Override
            public void writeNext(RecordBytes target) {
                records.next().forEach(target::addText);
            }
        };
    }
}
