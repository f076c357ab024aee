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
 * Guesses a schema from CSV with a header line. Careful: a column is a number only when writing the number gives the
 * text back but for zeros at the end of a fraction, so ids with leading zeros and integers of more than 18 digits stay
 * text, and a date or a time only when all its values exist and are written as Domo takes them: {@code yyyy-MM-dd};
 * {@code yyyy-MM-dd HH:mm:ss}; or {@code yyyy-MM-ddTHH:mm:ss}, where three digits of a fraction and then {@code Z} or
 * an offset such as {@code +02:00} may follow.
 *
 * <p>The first record is the header line, whether or not {@link CsvSource#withHeader()} was said. A source is opened
 * and closed once; one that comes once, such as a stream, is used up by the guess and cannot be sent afterwards.
 *
 * <p>The CSV has commas and is UTF-8. Convert another dialect first:
 * {@code CsvDialect.defaults().separator(';').convert(CsvSource.fromFile(path))}. A single column with a semicolon, a
 * tab or a bar in its name is refused, as the separator was surely forgotten; when the name is meant, say the schema
 * with {@link SchemaBuilder}.
 */
public final class SchemaInference {
    private static final List<String> OTHER_SEPARATORS = List.of(";", "\t", "|");

    private SchemaInference() {}

    /**
     * Guesses from the first rows.
     *
     * @param csv the CSV with a header line; used up when it comes once
     * @param rows how many rows to look at, 1 or more; a later value that does not fit is refused by the service
     * @return the schema, columns in the order of the CSV; a column without any value is text
     * @throws CsvException when there is no header line, the separator seems to be another, or the CSV is broken or
     *     ragged
     * @throws DomoIoException when the source cannot be read, or changed while it was read
     * @throws IllegalArgumentException when a column name is blank or stands twice, or rows is below 1
     */
    public static Schema inferFromSample(CsvSource csv, int rows) {
        return infer(Args.notNull("csv", csv), Args.positive("rows", (long) rows));
    }

    /**
     * Guesses from all rows; reads the source once.
     *
     * @param csv the CSV with a header line; used up when it comes once
     * @return the schema, columns in the order of the CSV; a column without any value is text
     * @throws CsvException when there is no header line, the separator seems to be another, or the CSV is broken or
     *     ragged
     * @throws DomoIoException when the source cannot be read, or changed while it was read
     * @throws IllegalArgumentException when a column name is blank or stands twice
     */
    public static Schema infer(CsvSource csv) {
        return infer(Args.notNull("csv", csv), Long.MAX_VALUE);
    }

    private static Schema infer(CsvSource csv, long rows) {
        return Reading.of(csv).whole(() -> read(csv, rows));
    }

    private static Schema read(CsvSource csv, long rows) {
        try (CsvRecords records =
                new CsvRecords(csv.toString(), csv.open(), StandardCharsets.UTF_8, ',', '"', DomoNull.FIELDS)) {
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
            throw refused(csv, "it is empty. It needs a line with the column names.", 0);
        }
        List<String> names = records.names();
        for (String other : OTHER_SEPARATORS) {
            if (names.size() == 1 && names.get(0).contains(other)) {
                String shown = "'" + other.replace("\t", "\\t") + "'";
                throw refused(
                        csv,
                        "its only column has " + shown + " in its name. Convert CSV with this separator first:"
                                + " CsvDialect.defaults().separator(" + shown
                                + ").convert(source). If it belongs to the"
                                + " name, say the schema with SchemaBuilder.",
                        1);
            }
        }
        return names;
    }

    private static CsvException refused(CsvSource csv, String what, long line) {
        return new CsvException("No schema can be guessed from " + csv + ": " + what, line, null);
    }
}
