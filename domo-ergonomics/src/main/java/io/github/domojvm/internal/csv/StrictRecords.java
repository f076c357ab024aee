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
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads CSV of any charset with the parser of FastCSV, from any record on, and describes every fault. */
final class StrictRecords implements Closeable {
    private final String name;
    private final CloseableIterator<List<@Nullable String>> records;
    private final @Nullable LinePositions lines;
    private final Fields fields;
    private final int columns;
    private int width;

    /**
     * Creates a reader.
     *
     * @param name the name of the source in messages
     * @param format how the CSV is written
     * @param csv the bytes from the first one of a record, closed by {@link #close}
     * @param start the position of that record
     * @param columns the number of columns, which decides about blank lines before the first record; 0 if it is not
     *     known
     */
    StrictRecords(String name, CsvFormat format, InputStream csv, Start start, int columns) {
        this.name = name;
        this.lines =
                hasPlainLineFeeds(format.charset()) ? new LinePositions(csv, start.line(), start.position()) : null;
        this.fields = new Fields(format.nulls(), start.line());
        this.columns = columns;
        this.width = start.width();
        this.records = CsvReader.builder()
                .fieldSeparator(format.separator())
                .quoteCharacter(format.quote())
                .skipEmptyLines(false)
                .detectBomHeader(false)
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .build(fields, new StrictText(lines == null ? csv : lines, format, start))
                .iterator();
    }

    /** Returns the fields of the next record, or null at the end. */
    @Nullable
    List<@Nullable String> read() {
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

    @Override
    public void close() throws IOException {
        records.close();
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
        private long line;

        private long nextLine;

        Fields(Set<String> nulls, long firstLine) {
            this.nulls = nulls;
            this.line = firstLine;
            this.nextLine = firstLine;
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
