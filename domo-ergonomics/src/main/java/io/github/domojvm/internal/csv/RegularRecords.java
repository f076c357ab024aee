package io.github.domojvm.internal.csv;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads records from bytes in UTF-8, up to the first record that has a fault, is very long or does not end with a line
 * feed. {@link StrictRecords} continues there, so that both together read the same records and report the same faults
 * as that reader alone.
 */
final class RegularRecords implements Closeable {
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final ByteWindow window;
    private final RegularFields fields;
    private final byte separator;
    private final byte quote;
    private final boolean[] syntax;
    private final int columns;
    private long line = 1;
    private int width = -1;
    /** The number of line feeds in the quoted fields of the record. */
    private int feeds;

    RegularRecords(InputStream in, CsvFormat format, int columns) {
        this.window = new ByteWindow(in);
        this.fields = new RegularFields(format);
        this.separator = (byte) format.separator();
        this.quote = (byte) format.quote();
        this.syntax = syntax(format);
        this.columns = columns;
    }

    /** Other charsets, and syntax outside of ASCII or that FastCSV rejects, are left to the strict reader. */
    static boolean canRead(CsvFormat format) {
        return format.charset().equals(StandardCharsets.UTF_8)
                && isUsable(format.separator())
                && isUsable(format.quote())
                && format.separator() != format.quote();
    }

    private static boolean isUsable(char c) {
        return c > 0 && c < 0x80 && c != '\n' && c != '\r' && c != '#';
    }

    private static boolean[] syntax(CsvFormat format) {
        boolean[] syntax = new boolean[256];
        for (char c : new char[] {'\n', '\r', format.separator(), format.quote()}) {
            syntax[c] = true;
        }
        return syntax;
    }

    /** Returns the fields of the next record, or null at the end and before a record that this reader cannot read. */
    @Nullable
    List<@Nullable String> read() {
        feeds = 0;
        fields.start(width);
        int length = readFields(window.position() == 0 ? markLength() : 0);
        if (length < 0 || (width >= 0 && fields.count() != width)) {
            return null;
        }
        width = fields.count();
        line += feeds + 1L;
        window.remove(length);
        return fields.values();
    }

    /** Returns whether all bytes have been read. */
    boolean isAtEnd() {
        return window.isAtEnd();
    }

    /** Returns the start of the record that this reader cannot read. */
    Start start() {
        return new Start(line, window.position(), width);
    }

    /** Returns the bytes from the record on that this reader cannot read. */
    InputStream rest() {
        return window.rest();
    }

    @Override
    public void close() throws IOException {
        window.close();
    }

    private int markLength() {
        for (int i = 0; i < BYTE_ORDER_MARK.length; i++) {
            if (window.at(i) != (BYTE_ORDER_MARK[i] & 0xff)) {
                return 0;
            }
        }
        return BYTE_ORDER_MARK.length;
    }

    /** Returns the length of the record with its line end, or a negative number if this reader cannot read it. */
    private int readFields(int begin) {
        int from = begin;
        while (true) {
            int end = window.at(from) == quote ? readQuoted(from + 1) : readUnquoted(from);
            int next = end < 0 ? -1 : window.at(end);
            if (next == separator) {
                from = end + 1;
                continue;
            }
            boolean blank = end == begin && (width < 0 ? columns : width) != 1;
            if (blank || (next == '\r' && window.at(end + 1) != '\n')) {
                return -1;
            }
            return next == '\r' ? end + 2 : next == '\n' ? end + 1 : -1;
        }
    }

    /** Returns the index after the field, or a negative number if it does not end. */
    private int readUnquoted(int from) {
        int length = from;
        while (true) {
            byte[] bytes = window.bytes();
            int start = window.start();
            int limit = window.limit();
            int i = start + length;
            while (i < limit && !syntax[bytes[i] & 0xff]) {
                i++;
            }
            length = i - start;
            if (i < limit) {
                return fields.add(bytes, start + from, i) ? length : -1;
            }
            if (!window.more()) {
                return -1;
            }
        }
    }

    /** Returns the index after the closing quote, or a negative number if the field does not end. */
    private int readQuoted(int from) {
        boolean escaped = false;
        int i = from;
        int c = window.at(i);
        while (c >= 0) {
            if (c == quote) {
                if (window.at(i + 1) != quote) {
                    return addQuoted(from, i, escaped) ? i + 1 : -1;
                }
                escaped = true;
                i++;
            } else if (c == '\n') {
                feeds++;
            }
            i++;
            c = window.at(i);
        }
        return -1;
    }

    private boolean addQuoted(int from, int end, boolean escaped) {
        int start = window.start();
        return fields.addQuoted(window.bytes(), start + from, start + end, escaped);
    }
}
