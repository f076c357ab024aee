package io.github.domojvm.internal.parts;

import static io.github.domojvm.internal.parts.BulkScanner.GROUP_BYTES;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * The bulk scanner changes no result of the bytewise scanner on mutated files: ends and lines of records, number of
 * columns, and text, line and offset of the fault. The system properties {@code csv.mutations} and {@code csv.seed} set
 * the number of files and the first seed.
 */
class BulkScannerTest {
    private static final int FILES = Integer.getInteger("csv.mutations", 2_000);
    private static final long FIRST_SEED = Long.getLong("csv.seed", 0);
    private static final int LARGE = 64 << 10;

    private long comparisons;
    private long records;
    private long batched;
    private long faults;

    @Test
    void bulkScannerAgreesWithTheBytewiseScannerOnMutatedFiles() throws IOException {
        for (long seed = FIRST_SEED; seed < FIRST_SEED + FILES; seed++) {
            try {
                compare(new Random(seed));
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("Seed " + seed + ". Run it with: make csv FILES=1 SEED=" + seed, e);
            }
        }
        String outcome =
                "first seed %d, %d files, %d comparisons: %d records, %d of them in bulk, %d faults, no difference"
                        .formatted(FIRST_SEED, FILES, comparisons, records, batched, faults);
        Files.writeString(Path.of("target", "csv-bulk.txt"), outcome + System.lineSeparator());
        if (FILES >= 1_000) {
            assertThat(batched).as(outcome).isGreaterThan(records / 4);
            assertThat(faults).as(outcome).isBetween(comparisons / 5, comparisons * 4 / 5);
        }
    }

    /** Masks err at the borders of groups, which random changes seldom hit. */
    @Test
    void bulkScannerAgreesWithTheBytewiseScannerAfterOneChangeAtAnyPosition() {
        String record = "17,\"a\nb\"\"c\",1234567,Zo\u00EB \u5C71 \uD83D\uDF01,abc\r\n";
        byte[] csv =
                (record.repeat(2) + "2,plain text,7654321,abcdefghijklmnopqrstuvwxyz,def\n".repeat(4)).getBytes(UTF_8);
        Random random = new Random(0);
        for (int at = 0; at <= csv.length; at++) {
            for (byte[] token : MutatedCsv.TOKENS) {
                for (int removed = 0; removed <= Math.min(2, csv.length - at); removed++) {
                    byte[] changed = MutatedCsv.joined(
                            Arrays.copyOf(csv, at), token, Arrays.copyOfRange(csv, at + removed, csv.length));
                    ScannedCsv expected = ScannedCsv.bytewise(changed, 5, LARGE);
                    for (int blockSize : new int[] {at + token.length, LARGE}) {
                        ScannedCsv.inBatches(changed, 5, LARGE, Math.max(1, blockSize), at % GROUP_BYTES, random)
                                .assertAgreesWith(expected);
                    }
                }
            }
        }
    }

    @Test
    void batchesEndAtTheirLimits() throws CsvFormatException {
        byte[] csv = "1,\"a\n,b\"\r\n".repeat(100).getBytes(UTF_8);
        RecordScanner scanner = new RecordScanner(2, LARGE, 1, 0);
        scanner.feed(csv, 0, csv.length);

        assertThat(scanner.nextBatch(5, LARGE).count()).isEqualTo(5);
        RecordBatch batch = scanner.nextBatch(50, 109);

        assertThat(List.of(batch.count(), batch.lastStart(), batch.end(), batch.lastLine(), batch.line()))
                .isEqualTo(List.of(5L, 90, 100, 19L, 21L));
        assertThat(scanner.nextBatch(50, 109).count()).isZero();
        assertThat(scanner.next()).isEqualTo(110);
        assertThat(scanner.recordLine()).isEqualTo(21);
    }

    private void compare(Random random) {
        int columns = 1 + random.nextInt(4);
        byte[] csv = random.nextInt(4) == 0 ? MutatedCsv.of(random) : MutatedCsv.withColumns(columns, random);
        int maxRecordBytes = random.nextInt(4) == 0 ? 1 + random.nextInt(200) : LARGE;
        for (int declared : new int[] {0, columns}) {
            ScannedCsv expected = ScannedCsv.bytewise(csv, declared, maxRecordBytes);
            int[] blockSizes = {32 + random.nextInt(16), 48 + random.nextInt(200), 250 + random.nextInt(2_000), LARGE};
            for (int blockSize : blockSizes) {
                int index = random.nextInt(GROUP_BYTES);
                ScannedCsv bulk = ScannedCsv.inBatches(csv, declared, maxRecordBytes, blockSize, index, random);
                bulk.assertAgreesWith(expected);
                comparisons++;
                faults += bulk.isRejected() ? 1 : 0;
                records += bulk.records();
                batched += bulk.batched();
            }
        }
    }
}
