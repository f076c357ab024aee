package io.github.domojvm.internal.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.domojvm.error.CsvException;
import io.github.domojvm.error.DomoIoException;
import io.github.domojvm.internal.parts.CsvFormatException;
import io.github.domojvm.internal.parts.PartCutter;
import io.github.domojvm.internal.parts.PartOptions;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvRecordsTest {
    private static final String FAULT = "fault";
    /** The size of the read buffer, at whose boundaries errors are likely. */
    private static final int BUFFER_SIZE = 8 << 10;

    /**
     * The scanner of the uploads reads bytes, this reader characters: both must return the same rows and reject the
     * same input.
     */
    @Test
    void acceptsAndRejectsTheSameInputAsAnUpload() {
        int rejected = 0;
        for (int seed = 0; seed < 20_000; seed++) {
            Random random = new Random(seed);
            byte[] csv = mutated(random);
            int columns = random.nextInt(4);
            String expected = upload(csv, columns);
            assertThat(outcome(new ByteArrayInputStream(csv), columns))
                    .as("seed %d, %d columns", seed, columns)
                    .isEqualTo(expected);
            rejected += expected.equals(FAULT) ? 1 : 0;
        }
        assertThat(rejected)
                .as("accepted and rejected inputs are both frequent")
                .isBetween(2_000, 18_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "\r\n\n",
                "\n\nx\n",
                "\r\nx\n\ny\n",
                "\nx,y\n",
                "\n\r\nx,y\n",
                "\n\nx,y",
                "\n\r",
                "\n\"",
                "\n\"\"\n",
                "\n,\n",
                "\uFEFF\n\nx\n",
                "\uFEFF\nx,y\n",
                "\0",
                "\0x\n",
                "x\0",
                "x\0,\0\n",
                "xy\0\n",
                "\n\0",
                "\n\0x\n",
                "\u00fc\0\n",
                "\"\0\"\n",
                ",\0\n"
            })
    void acceptsAndRejectsTheSameStartAsAnUpload(String text) {
        byte[] csv = text.getBytes(StandardCharsets.UTF_8);
        for (int columns = 0; columns < 4; columns++) {
            assertThat(outcome(new ByteArrayInputStream(csv), columns))
                    .as("%d columns", columns)
                    .isEqualTo(upload(csv, columns));
        }
    }

    @Test
    void reportsBlankLinesBeforeTheFirstRecord() {
        assertThatExceptionOfType(CsvException.class)
                .isThrownBy(() -> records("\n\na,b\n").next())
                .withMessage(
                        "The CSV of the test is malformed at line 1 (byte 0): a blank line before further records.");
    }

    @Test
    void reportsUtf16() {
        assertThatExceptionOfType(CsvException.class)
                .isThrownBy(() -> records("a\0,\0b\0").next())
                .withMessage("The CSV of the test is malformed at line 1 (byte 0): the bytes look like UTF-16.");
    }

    @Test
    void readsAZeroInUtf16() {
        byte[] csv = "a\0,b\n".getBytes(StandardCharsets.UTF_16LE);
        CsvRecords records = records(new ByteArrayInputStream(csv), StandardCharsets.UTF_16LE);

        assertThat(records.next()).containsExactly("a\0", "b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1,2\r\n\r\n", "1,2\r\n\r\n3,4\n", "\"a\nb\",\"c\"\"d\"\r\n", "1,2\n3\n", "1,\"x\n", "1,x\"\n",
                        "1,2\r3,4\n",
                "1,\u00fc\n", "1,\uD83D\uDE00\n", "1,2\n\n\n\n", "1,2\n\n\nx,y\n", "1,2\r", "1,\"\"x\n", "1,2\r\n\r"
            })
    void readsTheSameRecordsAtEveryBufferBoundary(String text) {
        byte[] csv = text.getBytes(StandardCharsets.UTF_8);
        for (int before = BUFFER_SIZE - csv.length - 1; before <= BUFFER_SIZE + 1; before++) {
            byte[] filler = ("\"" + "f".repeat(before - 5) + "\",\n").getBytes(StandardCharsets.UTF_8);
            byte[] all = new byte[filler.length + csv.length];
            System.arraycopy(filler, 0, all, 0, filler.length);
            System.arraycopy(csv, 0, all, filler.length, csv.length);

            assertThat(outcome(new ByteArrayInputStream(all), 0))
                    .as("after %d bytes", before)
                    .isEqualTo(upload(all, 0));
        }
    }

    @Test
    void returnsTheRecordsBeforeAFault() {
        CsvRecords records = records("a,b\nc,d\n\ne,f\n");

        assertThat(records.next()).containsExactly("a", "b");
        assertThat(records.next()).containsExactly("c", "d");
        assertThatExceptionOfType(CsvException.class)
                .isThrownBy(records::hasNext)
                .withMessage(
                        "The CSV of the test is malformed at line 3 (byte 8): a blank line before further records.");
    }

    @Test
    void readsARecordOfManyColumns() {
        CsvRecords records = records(",".repeat(19_999) + "\n" + ",".repeat(19_999) + "\n");

        assertThat(records.next()).hasSize(20_000);
        assertThat(records.next()).hasSize(20_000);
    }

    @Test
    void readsBlankLinesOfASingleColumnAsNull() {
        CsvRecords records = new CsvRecords(
                "the test",
                new ByteArrayInputStream("\r\n\"\"\n\nx\n\n".getBytes(StandardCharsets.UTF_8)),
                StandardCharsets.UTF_8,
                ',',
                '"',
                DomoNull.FIELDS,
                1);

        List<List<String>> all = new ArrayList<>();
        records.forEachRemaining(all::add);
        assertThat(all)
                .containsExactly(
                        Arrays.asList((String) null),
                        List.of(""),
                        Arrays.asList((String) null),
                        List.of("x"),
                        Arrays.asList((String) null));
        assertThatThrownBy(records::next).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void reportsASourceThatFails() {
        InputStream failing = new SequenceInputStream(
                new ByteArrayInputStream("a,b\n".getBytes(StandardCharsets.UTF_8)), new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException();
                    }

                    @Override
                    public int read(byte[] target, int offset, int length) throws IOException {
                        throw new IOException();
                    }
                });
        CsvRecords records = records(failing, StandardCharsets.UTF_8);

        assertThat(records.next()).containsExactly("a", "b");
        assertThatExceptionOfType(DomoIoException.class)
                .isThrownBy(records::next)
                .withMessage("Cannot read the test: IOException.");
    }

    @Test
    void readsACharsetThatCannotEncode() {
        Charset decodeOnly = Charset.forName("x-JISAutoDetect");
        byte[] csv = "a,b\nc\n".getBytes(StandardCharsets.US_ASCII);
        CsvRecords records = records(new ByteArrayInputStream(csv), decodeOnly);

        assertThat(records.next()).containsExactly("a", "b");
        assertThatExceptionOfType(CsvException.class).isThrownBy(records::next).withMessageContaining("line 2");
        assertThatExceptionOfType(CsvException.class)
                .isThrownBy(() -> records(
                                new ByteArrayInputStream("a\rb".getBytes(StandardCharsets.US_ASCII)), decodeOnly)
                        .next())
                .withMessageContaining("carriage return");
    }

    private static CsvRecords records(String csv) {
        return records(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
    }

    private static CsvRecords records(InputStream csv, Charset charset) {
        return new CsvRecords("the test", csv, charset, ',', '"', DomoNull.FIELDS, 0);
    }

    /** Returns the records, encoded again, or {@link #FAULT}. */
    private static String outcome(InputStream csv, int columns) {
        CsvRecords records =
                new CsvRecords("the test", csv, StandardCharsets.UTF_8, ',', '"', DomoNull.FIELDS, columns);
        List<List<String>> all = new ArrayList<>();
        try {
            records.forEachRemaining(all::add);
        } catch (CsvException e) {
            return FAULT;
        }
        // The caller of the reader compares the number of columns.
        if (columns > 0 && all.stream().anyMatch(record -> record.size() != columns)) {
            return FAULT;
        }
        try (EncodedRecords domo = new EncodedRecords(all.iterator(), () -> {})) {
            return "rows " + new String(domo.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String upload(byte[] csv, int columns) {
        PartOptions options = PartOptions.builder()
                .columns(columns)
                .gzipLevel(0)
                .maxRecords(Long.MAX_VALUE)
                .build();
        try (PartCutter cutter = new PartCutter(new ByteArrayInputStream(csv), options, Runnable::run)) {
            ByteArrayOutputStream sent = new ByteArrayOutputStream();
            for (var part = cutter.next(); part != null; part = cutter.next()) {
                part.ready().join().writeTo(sent);
            }
            return outcome(new ByteArrayInputStream(sent.toByteArray()), columns);
        } catch (CsvFormatException e) {
            return FAULT;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] mutated(Random random) {
        ByteArrayOutputStream csv = new ByteArrayOutputStream();
        String[] fields = {"a", "", "\"\"", "\"b\"\"c\"", "\"d\ne\"", "\"f,g\"", "ü", "\uD83D\uDE00", "\\N", "\"\\N\""};
        int width = 1 + random.nextInt(3);
        for (int row = random.nextInt(6); row >= 0; row--) {
            for (int i = 0; i < width; i++) {
                String field = fields[random.nextInt(fields.length)];
                csv.writeBytes((field + (i + 1 < width ? "," : random.nextBoolean() ? "\n" : "\r\n"))
                        .getBytes(StandardCharsets.UTF_8));
            }
        }
        byte[] bytes = csv.toByteArray();
        byte[] significant = {'"', '"', ',', '\r', '\n', '\n', 'a', ' ', 0, (byte) 0xC3, (byte) 0xA9, (byte) 0xFF};
        for (int i = random.nextInt(3); i > 0; i--) {
            int index = random.nextInt(bytes.length + 1);
            if (index < bytes.length && random.nextBoolean()) {
                bytes[index] = significant[random.nextInt(significant.length)];
            } else {
                bytes = Arrays.copyOf(bytes, index);
            }
        }
        return bytes;
    }
}
