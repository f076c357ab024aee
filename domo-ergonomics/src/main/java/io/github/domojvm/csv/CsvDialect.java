package io.github.domojvm.csv;

import io.github.domojvm.internal.Args;
import io.github.domojvm.internal.csv.CsvRecords;
import io.github.domojvm.internal.csv.DomoNull;
import io.github.domojvm.internal.csv.EncodedRecords;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A kind of CSV other than Domo's, and the way from it into Domo's.
 *
 * <pre>{@code
 * CsvSource source = CsvDialect.defaults().separator(';').charset(ISO_8859_1).convert(CsvSource.fromFile(path).withHeader());
 * }</pre>
 *
 * <p>Reading is strict: a quote inside a bare field, an open quote, a record of another width than the first, a
 * carriage return alone, a blank line between records, and bytes that the charset does not have are refused before
 * anything of them is sent, with their line and the byte where it begins (in charsets such as UTF-16 the line alone).
 * Blank lines after the last record are dropped; where there is one column, a blank line is an empty field.
 *
 * <p>Immutable.
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
     * Starts with Domo's own: commas, double quotes, UTF-8, a bare empty field or a bare {@code \\N} for null.
     *
     * @return the dialect
     */
    public static CsvDialect defaults() {
        return new CsvDialect(',', '"', StandardCharsets.UTF_8, DomoNull.FIELDS);
    }

    /**
     * Says what stands between fields.
     *
     * @param character for instance a semicolon or a tab
     * @return a dialect that differs in this
     * @throws IllegalArgumentException when it ends lines or is the quote
     */
    public CsvDialect separator(char character) {
        return new CsvDialect(usable("separator", character, quote), quote, charset, nulls);
    }

    /**
     * Says what stands around a quoted field, and doubled within one.
     *
     * @param character for instance an apostrophe
     * @return a dialect that differs in this
     * @throws IllegalArgumentException when it ends lines or is the separator
     */
    public CsvDialect quote(char character) {
        return new CsvDialect(separator, usable("quote", character, separator), charset, nulls);
    }

    /**
     * Says how the bytes are encoded. A byte order mark is dropped.
     *
     * @param encoding the charset
     * @return a dialect that differs in this
     */
    public CsvDialect charset(Charset encoding) {
        return new CsvDialect(separator, quote, Args.notNull("encoding", encoding), nulls);
    }

    /**
     * Says which bare fields are null, instead of the empty one and {@code \\N}; quoted ones never are. Leave the empty
     * text out, and empty fields are empty text.
     *
     * @param texts for instance an empty text, {@code NULL} and {@code \N}
     * @return a dialect that differs in this
     */
    public CsvDialect nulls(String... texts) {
        return new CsvDialect(separator, quote, charset, Set.copyOf(Args.listOf("texts", texts)));
    }

    /**
     * Makes a source in Domo's CSV of one in this dialect. It is converted while it is read.
     *
     * @param source the CSV in this dialect; whether it has a header line is kept
     * @return the same rows for an import or an upload
     */
    public CsvSource convert(CsvSource source) {
        return Args.notNull("source", source).mapped(this::domo);
    }

    /**
     * Shows what is said of it.
     *
     * @return separator, quote, charset, and what is null, for messages and logs
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

    private InputStream domo(String name, InputStream csv) {
        CsvRecords records = new CsvRecords(name, csv, charset, separator, quote, nulls);
        return new EncodedRecords(List.of(), records, records);
    }

    private static char usable(String property, char character, char other) {
        if (character == '\n' || character == '\r' || character == other) {
            throw new IllegalArgumentException(
                    property + " must be neither a line end nor what separator and quote are already, and is character "
                            + (int) character);
        }
        return character;
    }
}
