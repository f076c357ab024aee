package io.github.domojvm.schema;

import io.github.domojvm.csv.CsvSource;
import io.github.domojvm.error.CsvException;
import io.github.domojvm.error.DomoIoException;
import io.github.domojvm.internal.Args;
import io.github.domojvm.internal.csv.CsvRecords;
import io.github.domojvm.internal.csv.DomoNull;
import io.github.domojvm.internal.csv.Unreadable;
import io.github.domojvm.internal.source.Reading;
import io.github.domojvm.rest.model.Schema;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Infers a schema from CSV with a header line. The inference is conservative:
 *
 * <ul>
 *   <li>A column is numeric only if writing each number reproduces its text, except for trailing zeros of a fraction.
 *       Ids with leading zeros, integers of more than 18 digits, numbers with a plus sign or an exponent, and fractions
 *       with more digits than a {@code double} preserves remain text: {@code 0.30000000000000004} is {@code DOUBLE},
 *       {@code 0.1234567890123456789} is {@code STRING}. The result does not depend on the version of Java.
 *   <li>A column has dates or times only if all its values are valid and in a form that Domo accepts:
 *       {@code yyyy-MM-dd}; {@code yyyy-MM-dd HH:mm:ss}; or {@code yyyy-MM-ddTHH:mm:ss}, which may be followed by three
 *       digits of a fraction and then {@code Z} or an offset such as {@code +02:00}.
 * </ul>
 *
 * <p>The first record is the header line, with or without {@link CsvSource#withHeader()}. The source is opened and
 * closed once; a source that can be read only once, such as a stream, cannot be uploaded afterwards.
 *
 * <p>The CSV must be UTF-8 with commas. Convert another dialect first:
 * {@code CsvDialect.defaults().separator(';').convert(CsvSource.fromFile(path))}. A single column with a semicolon, a
 * tab or a bar in its name is rejected, since the CSV probably has another separator; if the character is part of the
 * name, specify the schema with {@link SchemaBuilder}.
 */
public final class SchemaInference {
    private static final List<String> OTHER_SEPARATORS = List.of(";", "\t", "|");

    private SchemaInference() {}

    /**
     * Infers the schema from the first rows.
     *
     * @param csv the CSV with a header line
     * @param rows the number of rows to read, 1 or more; the service rejects a later value that does not fit its column
     * @return the schema, with the columns in the order of the CSV; a column without values is text
     * @throws CsvException if there is no header line, the CSV seems to have another separator, it is malformed, or its
     *     records have different numbers of fields
     * @throws DomoIoException if the source cannot be read or changes while it is read
     * @throws IllegalArgumentException if a column name is blank or used twice, or {@code rows} is below 1
     */
    public static Schema inferFromSample(CsvSource csv, int rows) {
        return infer(Args.notNull("csv", csv), Args.positive("rows", (long) rows));
    }

    /**
     * Infers the schema from all rows. Reads the complete source once.
     *
     * @param csv the CSV with a header line
     * @return the schema, with the columns in the order of the CSV; a column without values is text
     * @throws CsvException if there is no header line, the CSV seems to have another separator, it is malformed, or its
     *     records have different numbers of fields
     * @throws DomoIoException if the source cannot be read or changes while it is read
     * @throws IllegalArgumentException if a column name is blank or used twice
     */
    public static Schema infer(CsvSource csv) {
        return infer(Args.notNull("csv", csv), Long.MAX_VALUE);
    }

    private static Schema infer(CsvSource csv, long rows) {
        return Reading.of(csv).whole(() -> read(csv, rows));
    }

    private static Schema read(CsvSource csv, long rows) {
        try (CsvRecords records =
                new CsvRecords(csv.toString(), csv.open(), StandardCharsets.UTF_8, ',', '"', DomoNull.FIELDS, 0)) {
            List<String> names = names(csv, records);
            List<TypeGuess> guesses =
                    names.stream().map(name -> new TypeGuess()).toList();
            for (long row = 0; row < rows && records.hasNext(); row++) {
                List<@Nullable String> values = records.next();
                for (int i = 0; i < guesses.size(); i++) {
                    guesses.get(i).see(Objects.requireNonNullElse(values.get(i), ""));
                }
            }
            SchemaBuilder schema = SchemaBuilder.builder();
            for (int i = 0; i < names.size(); i++) {
                schema.column(names.get(i), guesses.get(i).type());
            }
            return schema.build();
        } catch (IOException e) {
            throw Unreadable.source(csv, e, "");
        }
    }

    private static List<String> names(CsvSource csv, CsvRecords records) {
        if (!records.hasNext()) {
            throw refused(csv, "it is empty. Add a line with the column names.", 0);
        }
        List<String> names = records.names();
        for (String other : OTHER_SEPARATORS) {
            if (names.size() == 1 && names.get(0).contains(other)) {
                String shown = "'" + other.replace("\t", "\\t") + "'";
                throw refused(
                        csv,
                        "its only column has " + shown + " in its name. Convert CSV with this separator first:"
                                + " CsvDialect.defaults().separator(" + shown
                                + ").convert(source). If it is part of the"
                                + " name, specify the schema with SchemaBuilder.",
                        1);
            }
        }
        return names;
    }

    private static CsvException refused(CsvSource csv, String what, long line) {
        return new CsvException("The schema of " + csv + " cannot be inferred: " + what, line, null);
    }
}
