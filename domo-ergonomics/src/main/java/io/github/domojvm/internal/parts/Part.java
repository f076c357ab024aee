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
 * A sequence of complete records of the input, ready to be sent. Immutable, so any thread may send it, and a retry
 * sends the same number and the same bytes.
 */
public final class Part {
    private static final int SCAN_BYTES = 8 * 1024;

    private final int number;
    private final long firstByte;
    private final long firstLine;
    private final long records;
    private final long rawBytes;
    private final int crc32;
    private final int columns;
    private final int gzipLevel;
    private final List<byte[]> content;
    private final long contentLength;

    Part(
            int number,
            long firstByte,
            long firstLine,
            long records,
            long rawBytes,
            int crc32,
            int columns,
            int gzipLevel,
            List<byte[]> content) {
        this.number = number;
        this.firstByte = firstByte;
        this.firstLine = firstLine;
        this.records = records;
        this.rawBytes = rawBytes;
        this.crc32 = crc32;
        this.columns = columns;
        this.gzipLevel = gzipLevel;
        this.content = List.copyOf(content);
        this.contentLength = content.stream().mapToLong(bytes -> bytes.length).sum();
    }

    /**
     * Returns the position in the input. Domo joins the parts of an execution in this order.
     *
     * @return the number, from 1
     */
    public int number() {
        return number;
    }

    /**
     * Returns the position of the first byte among the bytes of all parts, before compression.
     *
     * @return the number of bytes in the parts before this one
     */
    public long firstByte() {
        return firstByte;
    }

    /**
     * Returns the line of the source on which the part starts.
     *
     * @return the physical line of the first record, from 1
     */
    public long firstLine() {
        return firstLine;
    }

    /**
     * Returns the number of records. A record with line breaks inside quotes counts once.
     *
     * @return the number of records, at least 1
     */
    public long records() {
        return records;
    }

    /**
     * Returns the size of the records.
     *
     * @return the number of bytes before compression
     */
    public long rawBytes() {
        return rawBytes;
    }

    /**
     * Returns the checksum of the records. It does not depend on the compression.
     *
     * @return the CRC-32 of the bytes before compression
     */
    public long crc32() {
        return Integer.toUnsignedLong(crc32);
    }

    /**
     * Returns whether the content is compressed.
     *
     * @return true for one gzip member, false for plain CSV
     */
    public boolean gzip() {
        return gzipLevel > 0;
    }

    /**
     * Returns how the content was compressed.
     *
     * @return 1 to 9, or 0 for plain CSV
     */
    public int gzipLevel() {
        return gzipLevel;
    }

    /**
     * Returns the size of the content that {@link #writeTo} writes.
     *
     * @return the number of bytes to send
     */
    public long contentLength() {
        return contentLength;
    }

    /**
     * Writes the content, compressed if {@link #gzip} is true. May be called any number of times, from any thread.
     *
     * @param out the stream, which is neither flushed nor closed
     * @throws IOException if writing to the stream fails
     */
    public void writeTo(OutputStream out) throws IOException {
        for (byte[] bytes : content) {
            out.write(bytes);
        }
    }

    /**
     * Returns the line of a record in the source, for messages about rejected records. Decompresses and scans the part,
     * so it is intended for errors only.
     *
     * @param row the position within the part, from 1
     * @return the physical line of the source on which the record starts
     * @throws IllegalArgumentException if the part has no such row
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
        return gzip() ? new GZIPInputStream(in) : in;
    }
}
