package io.github.domojvm.upload.parts;

import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The block being read and the part that grows out of it. Where names are to be avoided, the record that ended last
 * stays apart from the part until the next one has ended: only then it is known whether the next part must begin with it.
 */
final class PartAssembly {
    private final PartOptions options;
    private final BlockCompressor compressor;
    private final boolean looksAhead;
    private int parts;
    private PartBuilder part;
    /** The record that ended last, while it is apart from the part. */
    private OpenRecord previous;
    /** Line of that record, 0 when there is none. */
    private long previousLine;
    /** The record being scanned. */
    private OpenRecord current;

    private byte[] block = {};
    /** First byte not handed over yet. */
    private int start;
    /** First byte in this block of the record that ended last. */
    private int previousStart;
    /** First byte in this block of the record being scanned. */
    private int recordStart;

    private int limit;

    PartAssembly(PartOptions options, BlockCompressor compressor) {
        this.options = options;
        this.compressor = compressor;
        this.looksAhead = !options.avoidAtStart().isEmpty();
        this.part = new PartBuilder(compressor);
        this.previous = new OpenRecord(compressor, options.avoidAtStart());
        this.current = new OpenRecord(compressor, options.avoidAtStart());
    }

    void begin() throws IOException {
        block = compressor.newBlock();
    }

    byte[] block() {
        return block;
    }

    /** Index after the last byte read. */
    int limit() {
        return limit;
    }

    void filled(int newLimit) {
        limit = newLimit;
    }

    /** Leaves out what comes before the first record. */
    void skip(int end) {
        start = end;
        recordStart = end;
    }

    /** Returns whether a part can end only when the record after it is known. */
    boolean looksAhead() {
        return looksAhead;
    }

    /** Records of the part, the one that ended last included. */
    long records() {
        return part.records() + (previousLine > 0 ? 1 : 0);
    }

    /** Bytes of the record that ends here, empty for one that began in an earlier block. */
    byte[] record(int end) {
        return current.bytesAdded() > 0 ? new byte[0] : Arrays.copyOfRange(block, recordStart, end);
    }

    /**
     * Adds the record that ends here to the part, or to the next one when this is full.
     *
     * @return the part that is full, else null
     * @throws CsvFormatException when a part would have to begin with a record that is to be avoided there
     */
    @Nullable
    PendingPart add(RecordScanner scanner, int end) throws IOException {
        PendingPart finished = finishIfFull(scanner, end);
        settlePrevious();
        if (current.isUsed()) {
            OpenRecord settled = previous;
            previous = current;
            current = settled;
        }
        previousLine = scanner.recordLine();
        previousStart = recordStart;
        recordStart = end;
        if (!looksAhead) {
            settlePrevious();
        }
        return finished;
    }

    /** Ends the part before the record being scanned. */
    PendingPart finish(RecordScanner scanner) throws IOException {
        settlePrevious();
        return finish(scanner, recordStart);
    }

    /** Hands over what belongs to the part in any case, and moves the rest to the front of a block. */
    void makeRoom(boolean dropRest) throws IOException {
        int end = dropRest ? recordStart : limit;
        int keep = previousLine > 0 ? previousStart : recordStart;
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
            previous.addBlock(full, 0, recordStart);
            limit = end - recordStart;
            recordStart = 0;
        } else {
            // Where the record ends decides whether the part can take it; it must not stay in memory until then.
            current.addBlock(full, 0, end);
            block = compressor.newBlock();
            limit = 0;
        }
        start = 0;
        previousStart = 0;
    }

    private @Nullable PendingPart finishIfFull(RecordScanner scanner, int end) throws IOException {
        if (records() == 0) {
            if (current.holdsNames(block, recordStart, end)) {
                throw namesAtStart(scanner, "declare the header line, or put another record first");
            }
            return null;
        }
        long length = current.bytesAdded() + end - recordStart;
        long bytes = part.rawBytes() + previous.bytesAdded() + recordStart - start;
        if (records() < options.maxRecords() && bytes + length <= options.maxBytes()) {
            return null;
        }
        return current.holdsNames(block, recordStart, end) ? finishEarlier(scanner, length) : finish(scanner);
    }

    /** Ends the part before the record that ended last, so that the next one does not begin with the one that ends now. */
    private PendingPart finishEarlier(RecordScanner scanner, long length) throws IOException {
        long bytes = previous.bytesAdded() + recordStart - previousStart + length;
        if (part.records() == 0
                || bytes > options.maxBytes()
                || previous.holdsNames(block, previousStart, recordStart)) {
            throw namesAtStart(scanner, "remove or move the record, or cut larger parts");
        }
        return finish(scanner, previousStart);
    }

    private static CsvFormatException namesAtStart(RecordScanner scanner, String whatToDo) {
        return scanner.fault(
                "the record holds the column names and a part would have to begin with it, where the service"
                        + " can take it for a header line and drop it; " + whatToDo);
    }

    /** What is left of the block stays where the scanner reads it. */
    private PendingPart finish(RecordScanner scanner, int end) throws IOException {
        if (start < end) {
            byte[] copy = compressor.newBlock();
            System.arraycopy(block, start, copy, 0, end - start);
            part.addBlock(copy, 0, end - start);
            start = end;
        }
        parts++;
        PendingPart finished = part.build(parts, scanner.columns());
        part = new PartBuilder(compressor);
        return finished;
    }

    private void settlePrevious() {
        if (previousLine > 0) {
            if (previous.isUsed()) {
                previous.moveTo(part);
            }
            part.addRecord(previousLine);
            previousLine = 0;
        }
    }
}
