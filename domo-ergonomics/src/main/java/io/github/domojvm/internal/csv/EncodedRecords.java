package io.github.domojvm.internal.csv;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategy;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Encodes records, while it is read, as CSV in the format that Domo accepts: UTF-8, commas, LF, an unquoted empty field
 * for null and a quoted one for empty text (Domo docs, DataSet API). Text that could be interpreted as null or as a
 * byte order mark is quoted. Null in a single column is {@code \\N}, since an empty field would be a blank line.
 * Buffers some hundred records.
 */
public final class EncodedRecords extends InputStream {
    private static final int BUFFER_CHARS = 32 << 10;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private static final QuoteStrategy QUOTED = new QuoteStrategy() {
        @Override
        public boolean quoteEmpty(int line, int field) {
            return true;
        }

        @Override
        public boolean quoteValue(int line, int field, String value) {
            return value.charAt(0) == BYTE_ORDER_MARK || value.equals(DomoNull.MARK);
        }
    };

    private final Iterator<? extends List<@Nullable String>> records;
    private final Closeable origin;
    private final StringWriter text = new StringWriter();
    private final CsvWriter csv = CsvWriter.builder()
            .quoteStrategy(QUOTED)
            .lineDelimiter(LineDelimiter.LF)
            .bufferSize(0)
            .build(text);
    private ByteBuffer ready = ByteBuffer.allocate(0);
    private long written;

    /**
     * Creates a stream.
     *
     * @param header the names of the columns, written as the first record; empty for no header
     * @param records the fields of each record; read when bytes are requested
     * @param origin the source of the records, closed together with this stream
     */
    public EncodedRecords(List<String> header, Iterator<? extends List<@Nullable String>> records, Closeable origin) {
        this.records = records;
        this.origin = origin;
        if (!header.isEmpty()) {
            csv.writeRecord(header);
        }
    }

    @Override
    public int read() throws IOException {
        return fill() ? ready.get() & 0xff : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, target.length);
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, ready.remaining());
        ready.get(target, offset, count);
        return count;
    }

    @Override
    public void close() throws IOException {
        origin.close();
    }

    private boolean fill() throws IOException {
        long before = written;
        while (!ready.hasRemaining() && (text.getBuffer().length() > 0 || records.hasNext())) {
            while (text.getBuffer().length() < BUFFER_CHARS && records.hasNext()) {
                write(records.next());
            }
            ready = encoded(before + 1);
            text.getBuffer().setLength(0);
        }
        return ready.hasRemaining();
    }

    private void write(List<@Nullable String> record) {
        if (record.size() == 1 && record.get(0) == null) {
            text.write(DomoNull.MARK + "\n");
        } else {
            csv.writeRecord(record);
        }
        written++;
    }

    /** Encodes strictly: a lone surrogate cannot be encoded in UTF-8 and would be replaced with a question mark. */
    private ByteBuffer encoded(long firstRecord) throws IOException {
        try {
            return StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text.getBuffer()));
        } catch (CharacterCodingException e) {
            throw new IOException(
                    "One of the records " + firstRecord + " to " + written
                            + " contains a lone surrogate, which cannot be" + " encoded in UTF-8",
                    e);
        }
    }
}
