package io.github.domojvm.internal.csv;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.github.domojvm.error.CsvException;
import io.github.domojvm.error.DomoException;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
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
    private final CloseableIterator<List<@Nullable String>> records;
    private final @Nullable LinePositions lines;
    private final Fields fields;
    private final int columns;
    private int width = -1;
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
        this.lines = hasPlainLineFeeds(charset) ? new LinePositions(csv) : null;
        this.fields = new Fields(nulls);
        this.columns = columns;
        this.records = CsvReader.builder()
                .fieldSeparator(separator)
                .quoteCharacter(quote)
                .skipEmptyLines(false)
                .detectBomHeader(false)
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .build(fields, new StrictText(lines == null ? csv : lines, charset, separator, quote))
                .iterator();
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
        records.close();
    }

    private @Nullable List<@Nullable String> read() {
        CsvException blank = null;
        try {
            while (records.hasNext()) {
                List<@Nullable String> record = records.next();
                if (lines != null) {
                    lines.forgetBefore(fields.line);
                }
                if (fields.blank && (width < 0 ? columns : width) != 1) {
                    blank = blank == null ? malformed(fields.line, "a blank line before further records", null) : blank;
                    continue;
                }
                if (blank != null) {
                    throw blank;
                }
                check(record);
                return record;
            }
            return null;
        } catch (CsvParseException | UncheckedIOException e) {
            throw broken(e, blank);
        }
    }

    private void check(List<@Nullable String> record) {
        if (width < 0) {
            width = record.size();
        } else if (record.size() != width) {
            String fieldsHere = record.size() + (record.size() == 1 ? " field" : " fields");
            throw malformed(fields.line, fieldsHere + ", but the first record has " + width, null);
        }
    }

    private RuntimeException broken(RuntimeException e, @Nullable CsvException blank) {
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof StrictText.MalformedTextException fault) {
                return blank != null && !fault.onBlankLine
                        ? blank
                        : malformed(fault.line, String.valueOf(fault.getMessage()), e);
            }
            if (cause instanceof DomoException failure) {
                // The source converts its input and has already described the failure.
                return failure;
            }
            if (cause instanceof IOException failure) {
                return Unreadable.source(name, failure, "");
            }
        }
        return malformed(fields.line, "a field of more than 16 million characters", e);
    }

    private CsvException malformed(long line, String what, @Nullable Throwable cause) {
        String place = "line " + line + (lines == null ? "" : " (byte " + lines.of(line) + ")");
        return new CsvException("The CSV of " + name + " is malformed at " + place + ": " + what + ".", line, cause);
    }

    /** In other charsets, such as UTF-16, other characters can contain the byte of a line feed. */
    private static boolean hasPlainLineFeeds(Charset charset) {
        return charset.canEncode() && Arrays.equals("\n".getBytes(charset), new byte[] {'\n'});
    }

    private static final class Fields extends AbstractBaseCsvCallbackHandler<List<@Nullable String>> {
        private final Set<String> nulls;
        private List<@Nullable String> values = new ArrayList<>();
        private boolean blank;
        /** The line of the record. The parser's own count includes carriage returns inside quotes. */
        private long line = 1;

        private long nextLine = 1;

        Fields(Set<String> nulls) {
            this.nulls = nulls;
        }

        @Override
        protected void handleBegin(long startingLineNumber) {
            values = new ArrayList<>(values.size());
            blank = false;
            line = nextLine;
        }

        @Override
        protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
            String value = new String(buffer, offset, length);
            for (int at = value.indexOf('\n'); at >= 0; at = value.indexOf('\n', at + 1)) {
                nextLine++;
            }
            values.add(!quoted && nulls.contains(value) ? null : value);
        }

        @Override
        protected void handleEmpty() {
            blank = true;
            values.add(nulls.contains("") ? null : "");
        }

        @Override
        protected List<@Nullable String> buildRecord() {
            nextLine++;
            return values;
        }
    }
}
