package io.github.domojvm.internal.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The results of scanning an input, with or without batches. */
final class ScannedCsv {
    private final RecordScanner scanner;
    /** The source offset of each record's end and its line; null for a record within a batch. */
    private final List<String> ends = new ArrayList<>();

    private String fault = "";
    private long batched;

    private ScannedCsv(RecordScanner scanner) {
        this.scanner = scanner;
    }

    static ScannedCsv bytewise(byte[] csv, int columns, int maxRecordBytes) {
        ScannedCsv scanned = new ScannedCsv(new RecordScanner(columns, maxRecordBytes, 1, 0));
        scanned.scan(csv, csv.length, 0, null);
        return scanned;
    }

    /** Scans blocks that start at an index of their array, in batches with random limits. */
    static ScannedCsv inBatches(byte[] csv, int columns, int maxRecordBytes, int blockSize, int index, Random random) {
        ScannedCsv scanned = new ScannedCsv(new RecordScanner(columns, maxRecordBytes, 1, 0));
        scanned.scan(csv, blockSize, index, random);
        return scanned;
    }

    private void scan(byte[] csv, int blockSize, int index, Random random) {
        byte[] block = new byte[index + blockSize];
        try {
            for (int at = 0; at < csv.length; at += blockSize) {
                int length = Math.min(blockSize, csv.length - at);
                System.arraycopy(csv, at, block, index, length);
                scan(block, index, index + length, at - index, random);
            }
            if (scanner.inRecord()) {
                scanner.checkEnd();
                scan(new byte[] {'\n'}, 0, 1, csv.length, random);
            }
        } catch (CsvFormatException e) {
            fault = e.getMessage();
        }
    }

    private void scan(byte[] block, int from, int to, int base, Random random) throws CsvFormatException {
        scanner.feed(block, from, to);
        int position = from;
        while (position != RecordScanner.NONE) {
            if (random != null) {
                position = scanBatch(position, base, random);
            }
            position = scanner.next();
            if (position != RecordScanner.NONE) {
                ends.add(base + position + " " + scanner.recordLine());
            }
        }
    }

    private int scanBatch(int position, int base, Random random) {
        long maxRecords = random.nextBoolean() ? 1 + random.nextInt(20) : Long.MAX_VALUE;
        int maxEnd = random.nextBoolean() ? position + random.nextInt(400) : Integer.MAX_VALUE;
        RecordBatch batch = scanner.nextBatch(maxRecords, maxEnd);
        if (batch.count() == 0) {
            return position;
        }
        assertThat(batch.count()).isLessThanOrEqualTo(maxRecords);
        assertThat(batch.end()).isLessThanOrEqualTo(maxEnd);
        if (batch.count() == 1) {
            assertThat(batch.lastStart()).isEqualTo(position);
        }
        for (long i = 1; i < batch.count(); i++) {
            ends.add(null);
        }
        ends.add(base + batch.end() + " " + scanner.recordLine());
        assertThat(batch.lastLine()).isEqualTo(scanner.recordLine());
        batched += batch.count();
        return batch.end();
    }

    long records() {
        return ends.size();
    }

    /** Returns the number of records in batches. */
    long batched() {
        return batched;
    }

    boolean isRejected() {
        return !fault.isEmpty();
    }

    /** Checks that the results are those of a scan without batches. */
    void assertAgreesWith(ScannedCsv bytewise) {
        assertThat(fault).isEqualTo(bytewise.fault);
        assertThat(ends).hasSameSizeAs(bytewise.ends);
        for (int i = 0; i < ends.size(); i++) {
            if (ends.get(i) != null) {
                assertThat(ends.get(i)).isEqualTo(bytewise.ends.get(i));
            }
        }
        assertThat(scanner.columns()).isEqualTo(bytewise.scanner.columns());
        assertThat(scanner.inBlankLines()).isEqualTo(bytewise.scanner.inBlankLines());
    }
}
