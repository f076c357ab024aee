package io.github.domojvm.internal.csv;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The bytes of a stream from the start of the current record on. Indexes count from that start. */
final class ByteWindow implements Closeable {
    private static final int FIRST_BYTES = 32 << 10;
    private static final int MOST_BYTES = 1 << 20;
    /** A zero among the first two bytes indicates UTF-16. */
    private static final int CHECKED_BYTES = 2;

    private final InputStream in;
    private byte[] bytes = new byte[FIRST_BYTES];
    private int start;
    private int limit;
    /** The number of bytes that were read but look like UTF-16. */
    private int hidden;

    private long position;
    private boolean stopped;
    private boolean ended;
    private @Nullable Exception failure;

    ByteWindow(InputStream in) {
        this.in = in;
    }

    /** Contains the window. Replaced by {@link #more}. */
    byte[] bytes() {
        return bytes;
    }

    /** Returns the index in the array of the first byte. */
    int start() {
        return start;
    }

    /** Returns the index in the array after the last byte. */
    int limit() {
        return limit;
    }

    /** Returns the number of bytes of the stream before the window. */
    long position() {
        return position;
    }

    /** Returns whether the stream has ended and the window is empty. */
    boolean isAtEnd() {
        return ended && start == limit;
    }

    /** Returns a byte; negative if the window cannot be extended to it. */
    int at(int index) {
        while (limit - start <= index) {
            if (!more()) {
                return -1;
            }
        }
        return bytes[start + index] & 0xff;
    }

    /** Removes bytes from the start. */
    void remove(int count) {
        start += count;
        position += count;
    }

    /** Reads more bytes. Returns false at the end, after a failure, if the window is full, and for UTF-16. */
    boolean more() {
        if (stopped) {
            return false;
        }
        makeRoom();
        int count = limit < bytes.length ? read() : 0;
        if (count > 0 && !isUtf16(count)) {
            limit += count;
            return true;
        }
        stopped = true;
        ended = count < 0 && failure == null;
        hidden = Math.max(count, 0);
        return false;
    }

    /** Returns the bytes of the window and those that follow, or the failure that prevented reading them. */
    InputStream rest() {
        InputStream read = new ByteArrayInputStream(bytes, start, limit - start + hidden);
        return new SequenceInputStream(read, ended || failure != null ? new Ended(in, failure) : in);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private void makeRoom() {
        if (start > 0) {
            System.arraycopy(bytes, start, bytes, 0, limit - start);
            limit -= start;
            start = 0;
        }
        if (limit == bytes.length && limit < MOST_BYTES) {
            bytes = Arrays.copyOf(bytes, limit * 2);
        }
    }

    private int read() {
        try {
            return in.read(bytes, limit, bytes.length - limit);
        } catch (IOException | RuntimeException e) {
            failure = e;
            return -1;
        }
    }

    private boolean isUtf16(int count) {
        long from = position + limit - start;
        for (int i = 0; i < count && from + i < CHECKED_BYTES; i++) {
            if (bytes[limit + i] == 0) {
                return true;
            }
        }
        return false;
    }

    /** Is at the end of the stream, or fails as it did. */
    private static final class Ended extends InputStream {
        private final InputStream in;
        private final @Nullable Exception failure;

        Ended(InputStream in, @Nullable Exception failure) {
            this.in = in;
            this.failure = failure;
        }

        @Override
        public int read() throws IOException {
            if (failure instanceof IOException io) {
                throw io;
            }
            if (failure instanceof RuntimeException e) {
                throw e;
            }
            return -1;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            return read();
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
