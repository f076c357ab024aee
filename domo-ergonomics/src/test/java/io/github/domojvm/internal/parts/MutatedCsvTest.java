package io.github.domojvm.internal.parts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.domojvm.dataset.ScannedExport;
import io.github.domojvm.error.CsvException;
import io.github.domojvm.internal.csv.CsvRecords;
import io.github.domojvm.internal.csv.DomoNull;
import io.github.domojvm.internal.parts.ReferenceReader.Reading;
import io.github.domojvm.internal.parts.ReferenceReader.Row;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The cutter of uploads, the record reader, the scanner of exports and the reference agree on mutated files: on every
 * byte and field, and on the line of the first fault. The system properties {@code csv.mutations} and {@code csv.seed}
 * set the number of files and the first seed.
 */
class MutatedCsvTest {
    private static final int FILES = Integer.getInteger("csv.mutations", 2_000);
    private static final long FIRST_SEED = Long.getLong("csv.seed", 0);

    private static final Pattern TRUNCATION =
            Pattern.compile("is not closed|the record has \\d+ columns?|a blank line before");

    private int rejected;

    @Test
    void allReadersAgreeOnMutatedFiles() throws IOException {
        for (long seed = FIRST_SEED; seed < FIRST_SEED + FILES; seed++) {
            try {
                compare(new Random(seed));
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("Seed " + seed + ". Run it with: make csv FILES=1 SEED=" + seed, e);
            }
        }
        String outcome = "first seed %d, %d files: %d accepted, %d rejected, no reader differs"
                .formatted(FIRST_SEED, FILES, FILES - rejected, rejected);
        Files.writeString(Path.of("target", "csv.txt"), outcome + System.lineSeparator());
        if (FILES >= 1_000) {
            assertThat(rejected).as(outcome).isBetween(FILES / 5, FILES * 4 / 5);
        }
    }

    private void compare(Random random) throws IOException {
        byte[] csv = MutatedCsv.of(random);
        int columns = random.nextInt(3) == 0 ? 1 + random.nextInt(3) : 0;
        Reading expected = ReferenceReader.read(csv, columns);
        rejected += expected.fault() == null ? 0 : 1;
        String fault = compareCutter(csv, columns, expected, random);
        compareReader(csv, columns, expected);
        compareScanner(csv, columns, expected, fault, random);
    }

    /**
     * Cuts with random blocks and limits. Parts before a fault contain complete records.
     *
     * @return the message of the fault, or empty text
     */
    private static String compareCutter(byte[] csv, int columns, Reading expected, Random random) throws IOException {
        boolean header = random.nextInt(4) == 0;
        PartOptions.Builder builder = PartOptions.builder()
                .columns(columns)
                .header(header)
                .maxRecords(1 + random.nextInt(5))
                .maxBytes(1 + random.nextInt(random.nextBoolean() ? 50 : 20_000));
        PartOptions options = (random.nextInt(8) == 0 ? builder : builder.gzipLevel(0)).build();
        int blockSize = 1 + random.nextInt(csv.length > 2_000 || random.nextBoolean() ? 5_000 : 16);
        List<Row> sent = expected.rows().stream().skip(header ? 1 : 0).toList();
        List<String> cuts = ReferenceCuts.of(sent, options).parts();
        List<String> parts = new ArrayList<>();
        try (PartCutter cutter = Cuts.cutter(new ByteArrayInputStream(csv), options, Runnable::run, blockSize)) {
            List<String> names = cutter.columnNames();
            for (PendingPart part = cutter.next(); part != null; part = cutter.next()) {
                parts.add(new String(Cuts.raw(part.ready().join()), UTF_8));
            }
            assertThat(expected.fault()).as("the fault that the cutter accepts").isNull();
            assertThat(parts)
                    .as("parts of %s in blocks of %d", options, blockSize)
                    .isEqualTo(cuts);
            assertThat(names)
                    .isEqualTo(
                            header && !expected.rows().isEmpty()
                                    ? expected.rows().get(0).fields()
                                    : List.of());
            return "";
        } catch (CsvFormatException e) {
            assertThat(e.line() + ":" + e.byteOffset()).as(e.getMessage()).isEqualTo(expected.fault());
            assertThat(parts)
                    .as("parts before the fault")
                    .isEqualTo(cuts.stream().limit(parts.size()).toList());
            return e.getMessage();
        }
    }

    /** Compares the values and the line of the fault. The caller of the reader compares the number of columns. */
    private static void compareReader(byte[] csv, int columns, Reading expected) throws IOException {
        List<List<String>> values = new ArrayList<>();
        String fault = null;
        try (CsvRecords records =
                new CsvRecords("the file", new ByteArrayInputStream(csv), UTF_8, ',', '"', DomoNull.FIELDS, columns)) {
            while (records.hasNext()) {
                List<String> record = records.next();
                if (columns > 0 && record.size() != columns) {
                    fault = "another number of columns";
                    break;
                }
                values.add(record);
            }
        } catch (CsvException e) {
            fault = e.getMessage();
            assertThat(expected.fault()).as(fault).startsWith(e.line() + ":");
        }
        assertThat(fault == null)
                .as("accepted by the reader, which reports %s instead of %s", fault, expected.fault())
                .isEqualTo(expected.fault() == null);
        assertThat(values)
                .as("values of the reader")
                .isEqualTo(expected.rows().stream().map(Row::values).toList());
    }

    /**
     * The scanner of exports counts rows and detects truncated ones. Differences that cannot result from truncation,
     * such as a quote inside an unquoted field, are left to the reader, and a missing last line end is a fault.
     */
    private static void compareScanner(byte[] csv, int columns, Reading expected, String fault, Random random) {
        int width = expected.rows().isEmpty()
                ? columns
                : expected.rows().get(0).fields().size();
        if (width == 0) {
            return;
        }
        byte[] body = new String(csv, 0, Math.min(3, csv.length), UTF_8).equals("\uFEFF")
                ? Arrays.copyOfRange(csv, 3, csv.length)
                : csv;
        OptionalLong rows = ScannedExport.rows(body, width, random);
        if (expected.fault() == null) {
            boolean complete = body.length == 0 || body[body.length - 1] == '\n';
            assertThat(rows)
                    .as("rows of the scanner")
                    .isEqualTo(complete ? OptionalLong.of(expected.rows().size()) : OptionalLong.empty());
        } else if (TRUNCATION.matcher(fault).find()) {
            assertThat(rows).as("rows of the scanner, despite: %s", fault).isEmpty();
        }
    }
}
