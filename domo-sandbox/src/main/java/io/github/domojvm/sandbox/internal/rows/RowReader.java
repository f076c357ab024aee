package io.github.domojvm.sandbox.internal.rows;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * Reads CSV by Domo's grammar. An unquoted empty field and an unquoted {@code \N} are null; a quoted empty field is
 * empty text.
 */
final class RowReader implements Closeable {
    private static final String NULL_MARK = "\\N";

    private final CloseableIterator<List<@Nullable String>> records;
    private final Fields fields = new Fields();
    private long row;

    RowReader(InputStream csv) {
        InputStreamReader text = new InputStreamReader(
                csv,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
        records = CsvReader.builder()
                .skipEmptyLines(false)
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .build(fields, new StrictLines(new BufferedReader(text)))
                .iterator();
    }

    /** Returns the next record, or null at the end. */
    @Nullable
    List<@Nullable String> next() throws IOException {
        try {
            if (!records.hasNext()) {
                return null;
            }
            List<@Nullable String> values = records.next();
            row++;
            if (fields.quoteInUnquotedField > 0) {
                throw new RowException(
                        "quote inside an unquoted field, row " + row + ", column " + fields.quoteInUnquotedField);
            }
            return values;
        } catch (CsvParseException e) {
            // StrictLines throws from inside the parser, which wraps the exception.
            if (e.getCause() instanceof RowException problem) {
                throw problem;
            }
            throw malformed("malformed quoting", e);
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof CharacterCodingException) {
                throw malformed("not UTF-8", e);
            }
            throw readFailure(e.getCause());
        }
    }

    /** Returns whether the record last returned by {@link #next()} is a blank line. */
    boolean blank() {
        return fields.blank;
    }

    /** Returns the number of the record last returned by {@link #next()}, counted from 1. */
    long row() {
        return row;
    }

    @Override
    public void close() throws IOException {
        records.close();
    }

    private RowException malformed(String what, RuntimeException e) {
        RowException problem = new RowException(what + ", row " + (row + 1));
        problem.addSuppressed(e);
        return problem;
    }

    private IOException readFailure(@Nullable Throwable e) {
        if (e instanceof EOFException || e instanceof ZipException) {
            throw new RowException("corrupt gzip data after row " + row);
        }
        return e instanceof IOException io ? io : new IOException("The CSV cannot be read", e);
    }

    private static final class Fields extends AbstractBaseCsvCallbackHandler<List<@Nullable String>> {
        private List<@Nullable String> values = new ArrayList<>();
        private int quoteInUnquotedField;
        private boolean blank;

        @Override
        protected void handleBegin(long startingLineNumber) {
            values = new ArrayList<>(values.size());
            quoteInUnquotedField = 0;
            blank = false;
        }

        @Override
        protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
            String value = new String(buffer, offset, length);
            if (!quoted && quoteInUnquotedField == 0 && value.indexOf('"') >= 0) {
                quoteInUnquotedField = index + 1;
            }
            values.add(!quoted && (value.isEmpty() || value.equals(NULL_MARK)) ? null : value);
        }

        @Override
        protected void handleEmpty() {
            values.add(null);
            blank = true;
        }

        @Override
        protected List<@Nullable String> buildRecord() {
            return values;
        }
    }
}
