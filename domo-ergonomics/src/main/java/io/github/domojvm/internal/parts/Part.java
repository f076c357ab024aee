package io.github.domojvm.internal.parts;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.util.Collections;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * Some whole records of the input, ready to be sent. Immutable, so any thread may send it, and again when a try has
 * failed: same number, same bytes.
 */
public final class Part {
    private static final int SCAN_BYTES = 8 * 1024;

    private final int number;
    private final long firstLine;
    private final long records;
    private final long rawBytes;
    private final int crc32;
    private final int columns;
    private final boolean gzip;
    private final List<byte[]> content;
    private final long contentLength;

    Part(
            int number,
            long firstLine,
            long records,
            long rawBytes,
            int crc32,
            int columns,
            boolean gzip,
            List<byte[]> content) {
        this.number = number;
        this.firstLine = firstLine;
        this.records = records;
        this.rawBytes = rawBytes;
        this.crc32 = crc32;
        this.columns = columns;
        this.gzip = gzip;
        this.content = List.copyOf(content);
        this.contentLength = content.stream().mapToLong(bytes -> bytes.length).sum();
    }

    /**
     * Position in the input; Domo puts the parts of an execution together by it.
     *
     * @return the number, the first part being 1
     */
    public int number() {
        return number;
    }

    /**
     * Where the part begins in the source.
     *
     * @return physical line on which the first record starts, the first line being 1
     */
    public long firstLine() {
        return firstLine;
    }

    /**
     * How many records it holds; a record with line breaks inside quotes is one.
     *
     * @return number of records, at least 1
     */
    public long records() {
        return records;
    }

    /**
     * Size of the records.
     *
     * @return bytes before compression
     */
    public long rawBytes() {
        return rawBytes;
    }

    /**
     * Checksum of the records: equal for equal records, whatever the compression.
     *
     * @return CRC-32 of the bytes before compression
     */
    public long crc32() {
        return Integer.toUnsignedLong(crc32);
    }

    /**
     * Whether the content is compressed.
     *
     * @return true for one gzip member, false for plain CSV
     */
    public boolean gzip() {
        return gzip;
    }

    /**
     * Size of what {@link #writeTo} writes.
     *
     * @return bytes to send
     */
    public long contentLength() {
        return contentLength;
    }

    /**
     * Writes the content, compressed if {@link #gzip} says so. May be called any number of times, from any thread.
     *
     * @param out is neither flushed nor closed
     * @throws IOException when the stream refuses the bytes
     */
    public void writeTo(OutputStream out) throws IOException {
        for (byte[] bytes : content) {
            out.write(bytes);
        }
    }

    /**
     * Finds a record again in the source, to tell the user where a refused one stands. It unpacks and scans the part,
     * so it is for errors only.
     *
     * @param row position within the part, the first record being 1
     * @return physical line of the source on which that record starts
     * @throws IllegalArgumentException when the part has no such row
     */
    public long lineOfRow(long row) {
        if (row < 1 || row > records) {
            throw new IllegalArgumentException("row must be 1 to " + records + ", not " + row);
        }
        try (InputStream raw = open()) {
            RecordScanner scanner = new RecordScanner(columns, Integer.MAX_VALUE, firstLine, 0);
            byte[] block = new byte[SCAN_BYTES];
            for (long found = 0; found < row; ) {
                if (scanner.next() == RecordScanner.NONE) {
                    scanner.feed(block, 0, raw.read(block));
                } else {
                    found++;
                }
            }
            return scanner.recordLine();
        } catch (IOException e) {
            throw new IllegalStateException("Part " + number + " cannot be read back", e);
        }
    }

    private InputStream open() throws IOException {
        InputStream in = new SequenceInputStream(Collections.enumeration(
                content.stream().map(ByteArrayInputStream::new).toList()));
        return gzip ? new GZIPInputStream(in) : in;
    }
}
