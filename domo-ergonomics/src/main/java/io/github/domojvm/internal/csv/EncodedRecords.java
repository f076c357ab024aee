package io.github.domojvm.internal.csv;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Encodes records as CSV, see {@link RecordBytes}, while it is read. Buffers some hundred records. */
public final class EncodedRecords extends InputStream {
    private static final int BUFFER_BYTES = 32 << 10;

    private final RecordSource records;
    private final Closeable origin;
    private final RecordBytes buffer = new RecordBytes();
    /** The index of the first byte that was not read. */
    private int next;

    private long written;

    /**
     * Creates a stream of records that write themselves.
     *
     * @param header the names of the columns, written as the first record; empty for no header
     * @param records the records; written when bytes are requested
     * @param origin the source of the records, closed together with this stream
     */
    public EncodedRecords(List<String> header, RecordSource records, Closeable origin) {
        this.records = records;
        this.origin = origin;
        if (!header.isEmpty()) {
            header.forEach(buffer::addText);
            buffer.endRecord();
        }
    }

    /**
     * Creates a stream of lists.
     *
     * @param records the fields of each record; read when bytes are requested
     * @param origin the source of the records, closed together with this stream
     */
    public EncodedRecords(Iterator<? extends List<@Nullable String>> records, Closeable origin) {
        this(List.of(), new Lists(records), origin);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, target.length);
        if (length == 0) {
            return 0;
        }
        if (next == buffer.end) {
            next = 0;
            buffer.clear();
        }
        if (next == 0) {
            fill();
        }
        int count = Math.min(length, buffer.end - next);
        System.arraycopy(buffer.bytes, next, target, offset, count);
        next += count;
        return count == 0 ? -1 : count;
    }

    @Override
    public void close() throws IOException {
        origin.close();
    }

    private void fill() throws IOException {
        checkEncoded();
        // Drops the fields of a record that has failed.
        buffer.startRecord();
        while (buffer.end < BUFFER_BYTES && records.hasNext()) {
            records.writeNext(buffer);
            buffer.endRecord();
            written++;
            checkEncoded();
        }
    }

    private void checkEncoded() throws IOException {
        if (buffer.hasLoneSurrogate()) {
            throw new IOException((written == 0 ? "The header line" : "Record " + written)
                    + " contains a lone surrogate, which cannot be encoded in UTF-8");
        }
    }

    private record Lists(Iterator<? extends List<@Nullable String>> records) implements RecordSource {
        @Override
        public boolean hasNext() {
            return records.hasNext();
        }

        @Override
        public void writeNext(RecordBytes target) {
            for (String field : records.next()) {
                target.addText(field);
            }
        }
    }
}
