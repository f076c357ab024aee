package io.github.domojvm.internal.csv;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads CSV record by record and distinguishes null from empty text. Malformed input is rejected with its line: a quote
 * inside an unquoted field, text after a closing quote, an unclosed quote at the end, a record with another number of
 * fields than the first, a carriage return without a line feed, bytes that are invalid in the charset or look like
 * UTF-16, and a blank line before a record. With one column, a blank line is a record; otherwise blank lines after the
 * last record are dropped. The cutter of an upload accepts the same input, and rejects other input at the same line.
 */
public final class CsvRecords implements Iterator<List<@Nullable String>>, Closeable {
    private final String name;
    private final CsvFormat format;
    private final int columns;
    /** Reads the regular records in front of the first one that only the other reader can read. */
    private @Nullable RegularRecords regular;

    private @Nullable StrictRecords strict;
    private @Nullable List<@Nullable String> next;

    /**
     * Creates a reader.
     *
     * @param name the name of the source in messages
     * @param csv the bytes, closed by {@link #close}
     * @param charset the charset; a byte order mark is dropped
     * @param separator the character between fields
     * @param quote the character around a quoted field
     * @param nulls the unquoted fields that represent null; a quoted field never does
     * @param columns the number of columns, which decides about blank lines before the first record; 0 if it is not
     *     known. The caller compares it with the records.
     */
    public CsvRecords(
            String name, InputStream csv, Charset charset, char separator, char quote, Set<String> nulls, int columns) {
        this.name = name;
        this.format = new CsvFormat(charset, separator, quote, nulls);
        this.columns = columns;
        if (RegularRecords.canRead(format)) {
            regular = new RegularRecords(csv, format, columns);
        } else {
            strict = new StrictRecords(name, format, csv, Start.OF_INPUT, columns);
        }
    }

    @Override
    public boolean hasNext() {
        if (next == null) {
            next = read();
        }
        return next != null;
    }

    @Override
    public List<@Nullable String> next() {
        List<@Nullable String> record = next == null ? read() : next;
        next = null;
        if (record == null) {
            throw new NoSuchElementException("There is no further record in " + name);
        }
        return record;
    }

    /**
     * Reads the next record as a header line.
     *
     * @return the names; a null field is an empty name
     */
    public List<String> names() {
        return next().stream().map(name -> Objects.requireNonNullElse(name, "")).toList();
    }

    @Override
    public void close() throws IOException {
        (regular == null ? Objects.requireNonNull(strict) : regular).close();
    }

    private @Nullable List<@Nullable String> read() {
        if (regular != null) {
            List<@Nullable String> record = regular.read();
            if (record != null || regular.isAtEnd()) {
                return record;
            }
            strict = new StrictRecords(name, format, regular.rest(), regular.start(), columns);
            regular = null;
        }
        return Objects.requireNonNull(strict).read();
    }
}
