package io.github.domojvm.internal.parts;

import java.io.IOException;
import java.util.Arrays;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The block being read and the part being assembled. If names are to be avoided at the start of parts, the previous
 * record is added to the part only after the next one has ended: until then it may have to become the first record of
 * the next part.
 */
final class PartAssembly {
    private final BlockCompressor compressor;
    private final IntSupplier gzipLevel;
    private final long maxRecords;
    private final long maxBytes;
    private final boolean looksAhead;
    private int parts;
    /** The number of bytes in the parts that are finished. */
    private long finishedBytes;

    private PartBuilder part;
    /** The last record that has ended. */
    private OpenRecord previous;

    private long previousLine;
    /** The record being scanned. */
    private OpenRecord current;
    /** The number of bytes of both records in submitted blocks that are not yet in the part. */
    private long bytesApart;

    private byte[] block = {};
    /** The first byte that is not yet submitted. */
    private int start;
    /** The first byte in this block of the last record that has ended. */
    private int previousStart;
    /** The first byte in this block of the record being scanned. */
    private int recordStart;

    private int limit;

    PartAssembly(PartOptions options, BlockCompressor compressor) {
        this.compressor = compressor;
        this.gzipLevel = options.gzipLevel();
        this.maxRecords = options.maxRecords();
        this.maxBytes = options.maxBytes();
        this.looksAhead = !options.avoidAtStart().isEmpty();
        this.part = new PartBuilder(compressor, gzipLevel);
        this.previous = new OpenRecord(compressor, options.avoidAtStart());
        this.current = new OpenRecord(compressor, options.avoidAtStart());
    }

    void begin() throws IOException {
        block = compressor.newBlock();
    }

    byte[] block() {
        return block;
    }

    /** Returns the index after the last byte read. */
    int limit() {
        return limit;
    }

    void filled(int newLimit) {
        limit = newLimit;
    }

    /** Skips the bytes before the first record. */
    void skip(int end) {
        start = end;
        recordStart = end;
    }

    /** Returns whether a part can end only after the next record has been read. */
    boolean looksAhead() {
        return looksAhead;
    }

    /** Returns the number of records of the part, including the last record that has ended. */
    long records() {
        return part.records();
    }

    /** Returns the bytes of the record that ends here, empty if it started in an earlier block. */
    byte[] record(int end) {
        return current.bytesAdded() > 0 ? new byte[0] : Arrays.copyOfRange(block, recordStart, end);
    }

    /**
     * Adds the record that ends here to the part, or to the next part if this one is full.
     *
     * @return the part if it is full, otherwise null
     * @throws CsvFormatException if a part would have to start with a record that is to be avoided there
     */
    @Nullable
    PendingPart add(RecordScanner scanner, int end) throws IOException {
        PendingPart finished = null;
        if (part.records() == 0) {
            if (looksAhead && current.holdsNames(block, recordStart, end)) {
                throw namesAtStart(scanner, "declare the header line, or put another record first");
            }
        } else if (part.records() == maxRecords || part.rawBytes() + bytesApart + end - start > maxBytes) {
            finished = current.holdsNames(block, recordStart, end) ? finishEarlier(scanner, end) : finish(scanner);
        }
        if (previous.isUsed() || current.isUsed()) {
            settlePrevious();
            OpenRecord settled = previous;
            previous = current;
            current = settled;
            bytesApart = previous.bytesAdded();
        }
        previousLine = scanner.recordLine();
        previousStart = recordStart;
        recordStart = end;
        part.addRecord(previousLine);
        if (!looksAhead) {
            settlePrevious();
        }
        return finished;
    }

    /**
     * Adds the next records that neither start nor end the part.
     *
     * @return false if there are none; the next record must then be added separately
     */
    boolean addBatch(RecordScanner scanner) {
        if (part.records() == 0 || previous.isUsed() || current.isUsed()) {
            return false;
        }
        int room = (int) Math.min(block.length, maxBytes - part.rawBytes());
        RecordBatch batch = scanner.nextBatch(maxRecords - part.records(), start + room);
        if (batch.count() == 0) {
            return false;
        }
        previousLine = batch.lastLine();
        previousStart = batch.lastStart();
        recordStart = batch.end();
        part.addRecords(batch.count());
        return true;
    }

    /** Ends the part before the record that is being scanned. */
    PendingPart finish(RecordScanner scanner) throws IOException {
        settlePrevious();
        return finish(scanner, recordStart);
    }

    /** Submits the bytes that certainly belong to the part, and moves the rest to the start of a block. */
    void makeRoom(boolean dropRest) throws IOException {
        int end = dropRest ? recordStart : limit;
        int keep = looksAhead && part.records() > 0 ? previousStart : recordStart;
        byte[] full = block;
        if (end - keep < block.length) {
            if (start < keep) {
                block = compressor.newBlock();
                System.arraycopy(full, keep, block, 0, end - keep);
                part.addBlock(full, start, keep);
            } else {
                System.arraycopy(full, keep, block, 0, end - keep);
            }
            limit = end - keep;
            recordStart -= keep;
        } else if (recordStart > 0) {
            block = compressor.newBlock();
            System.arraycopy(full, recordStart, block, 0, end - recordStart);
            previous.addBlock(full, 0, recordStart, part.level());
            bytesApart += recordStart;
            limit = end - recordStart;
            recordStart = 0;
        } else {
            // The end of the record decides to which part it belongs. Its bytes must not stay in memory until then.
            current.addBlock(full, 0, end, part.level());
            bytesApart += end;
            block = compressor.newBlock();
            limit = 0;
        }
        start = 0;
        previousStart = 0;
    }

    /**
     * Ends the part before the last record that has ended, so that the next part does not start with the record that
     * ends now.
     */
    private PendingPart finishEarlier(RecordScanner scanner, int end) throws IOException {
        if (part.records() == 1
                || bytesApart + end - previousStart > maxBytes
                || previous.holdsNames(block, previousStart, recordStart)) {
            throw namesAtStart(scanner, "remove or move the record, or cut larger parts");
        }
        part.removeRecord();
        PendingPart finished = finish(scanner, previousStart);
        part.addRecord(previousLine);
        return finished;
    }

    private static CsvFormatException namesAtStart(RecordScanner scanner, String advice) {
        return scanner.fault(
                "the record contains the column names and a part would have to start with it, where the service"
                        + " can interpret it as a header line and drop it; " + advice);
    }

    /** The rest of the block is not moved, since the scanner is reading it. */
    private PendingPart finish(RecordScanner scanner, int end) throws IOException {
        if (start < end) {
            byte[] copy = compressor.newBlock();
            System.arraycopy(block, start, copy, 0, end - start);
            part.addBlock(copy, 0, end - start);
            start = end;
        }
        parts++;
        PendingPart finished = part.build(parts, finishedBytes, scanner.columns());
        finishedBytes += finished.rawBytes();
        part = new PartBuilder(compressor, gzipLevel);
        return finished;
    }

    private void settlePrevious() {
        if (previous.isUsed()) {
            bytesApart -= previous.bytesAdded();
            previous.moveTo(part);
        }
    }
}
