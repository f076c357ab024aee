package io.github.domojvm.csv;

import io.github.domojvm.internal.Args;
import io.github.domojvm.internal.Members;
import io.github.domojvm.internal.csv.CsvRecords;
import io.github.domojvm.internal.csv.DomoNull;
import io.github.domojvm.internal.csv.EncodedRecords;
import io.github.domojvm.rest.model.Schema;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A CSV format other than Domo's, such as one with semicolons, and its conversion to Domo's format.
 *
 * <pre>{@code
 * CsvSource source = CsvDialect.defaults().separator(';').charset(ISO_8859_1).convert(CsvSource.fromFile(path).withHeader());
 * }</pre>
 *
 * <p>Reading is strict. A {@link io.github.domojvm.error.CsvException} reports a quote inside an unquoted field, an
 * unclosed quote, a record with another number of fields than the first, a carriage return without line feed, a blank
 * line between records, and bytes that are invalid in the charset, before the record is sent. It states the line and
 * the byte where the line begins (in charsets such as UTF-16 only the line). Blank lines after the last record are
 * dropped; with one column, a blank line is an empty field, except before the first record of a source without schema,
 * where it is rejected as in an upload.
 *
 * <p>Immutable and thread-safe.
 */
public final class CsvDialect {
    private final char separator;
    private final char quote;
    private final Charset charset;
    private final Set<String> nulls;

    private CsvDialect(char separator, char quote, Charset charset, Set<String> nulls) {
        this.separator = separator;
        this.quote = quote;
        this.charset = charset;
        this.nulls = nulls;
    }

    /**
     * Returns Domo's format: commas, double quotes, UTF-8, an unquoted empty field or unquoted {@code \N} for null.
     *
     * @return the dialect
     */
    public static CsvDialect defaults() {
        return new CsvDialect(',', '"', StandardCharsets.UTF_8, DomoNull.FIELDS);
    }

    /**
     * Sets the separator of fields.
     *
     * @param character the separator, such as a semicolon or a tab
     * @return a copy of this dialect with the new setting
     * @throws IllegalArgumentException if it is a line break or the quote
     */
    public CsvDialect separator(char character) {
        return new CsvDialect(usable("separator", character, quote), quote, charset, nulls);
    }

    /**
     * Sets the quote character, which is doubled inside a quoted field.
     *
     * @param character the quote, such as an apostrophe
     * @return a copy of this dialect with the new setting
     * @throws IllegalArgumentException if it is a line break or the separator
     */
    public CsvDialect quote(char character) {
        return new CsvDialect(separator, usable("quote", character, separator), charset, nulls);
    }

    /**
     * Sets the charset of the bytes. A byte order mark is dropped.
     *
     * @param encoding the charset
     * @return a copy of this dialect with the new setting
     */
    public CsvDialect charset(Charset encoding) {
        return new CsvDialect(separator, quote, Args.notNull("encoding", encoding), nulls);
    }

    /**
     * Sets the unquoted fields that are null, instead of the empty field and {@code \N}; quoted fields are never null.
     * Without the empty text among them, empty fields are empty text.
     *
     * @param texts the fields, such as an empty text, {@code NULL} and {@code \N}
     * @return a copy of this dialect with the new setting
     */
    public CsvDialect nulls(String... texts) {
        return new CsvDialect(separator, quote, charset, Set.copyOf(Args.listOf("texts", texts)));
    }

    /**
     * Converts a source in this dialect to Domo's format. The conversion is done while the source is read.
     *
     * @param source the CSV in this dialect; a declared header line is preserved
     * @return the same rows for an import or an upload
     */
    public CsvSource convert(CsvSource source) {
        int columns = Args.notNull("source", source)
                .schema()
                .map(schema -> Members.orNull(schema, Schema::columns))
                .map(List::size)
                .orElse(0);
        return source.mapped((name, csv) -> domo(name, csv, columns));
    }

    /**
     * Returns the settings for messages and logs.
     *
     * @return separator, quote, charset and nulls
     */
    @Override
    public String toString() {
        return "CSV with separator " + shown(separator) + ", quote " + shown(quote) + ", charset " + charset
                + ", nulls " + nulls.stream().sorted().toList();
    }

    private static String shown(char character) {
        return character > ' ' && character < 0x7f
                ? String.valueOf(character)
                : String.format(Locale.ROOT, "U+%04X", (int) character);
    }

    private InputStream domo(String name, InputStream csv, int columns) {
        CsvRecords records = new CsvRecords(name, csv, charset, separator, quote, nulls, columns);
        return new EncodedRecords(records, records);
    }

    private static char usable(String property, char character, char other) {
        if (character == '\n' || character == '\r' || character == other) {
            throw new IllegalArgumentException(property
                    + " must not be a line break, and separator and quote must differ: character " + (int) character);
        }
        return character;
    }
}
