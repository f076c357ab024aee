package io.github.domojvm.internal.parts;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;

/** Fills blocks from a stream. */
final class BlockSource implements Closeable {
    private static final int HEAD_BYTES = 3;

    private final InputStream in;
    private final byte[] head = new byte[HEAD_BYTES];
    private int headLength;
    private int headUsed;

    BlockSource(InputStream in) {
        this.in = in;
    }

    /**
     * Skips the byte order mark of UTF-8 and rejects UTF-16.
     *
     * @return the number of bytes skipped
     */
    int skipMark() throws IOException {
        headLength = read(head, 0, HEAD_BYTES);
        int first = headLength > 0 ? head[0] & 0xFF : -1;
        int second = headLength > 1 ? head[1] & 0xFF : -1;
        boolean marked = (first == 0xFE && second == 0xFF) || (first == 0xFF && second == 0xFE);
        // In UTF-16 without a byte order mark, every other byte of ASCII text is zero.
        if (marked || first == 0 || second == 0) {
            throw new CsvFormatException("the bytes look like UTF-16; convert the file to UTF-8 first", 1, 0);
        }
        headUsed =
                headLength == HEAD_BYTES && first == 0xEF && second == 0xBB && head[2] == (byte) 0xBF ? HEAD_BYTES : 0;
        return headUsed;
    }

    /**
     * Fills the block up to its end, or to the end of the input.
     *
     * @return the index after the last byte read
     */
    int fill(byte[] block, int from) throws IOException {
        int fromHead = Math.min(headLength - headUsed, block.length - from);
        System.arraycopy(head, headUsed, block, from, fromHead);
        headUsed += fromHead;
        return read(block, from + fromHead, block.length);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /** Fills the complete block, so that the parts do not depend on the sizes of reads from the stream. */
    private int read(byte[] block, int from, int to) throws IOException {
        int at = from;
        while (at < to) {
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedIOException("Reading the CSV input was interrupted");
            }
            int count = in.read(block, at, to - at);
            if (count < 0) {
                break;
            }
            at += count;
        }
        return at;
    }
}
