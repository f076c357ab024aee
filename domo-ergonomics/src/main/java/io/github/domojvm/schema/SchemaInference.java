package io.github.domojvm.schema;

import io.github.domojvm.error.CsvException;
import io.github.domojvm.error.DomoIoException;
import io.github.domojvm.internal.csv.CsvRecords;
import io.github.domojvm.rest.model.Schema;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Guesses a schema from a CSV file with a header line. Careful: a column is a number only when writing the number gives the
 * text back, so ids with leading zeros and integers of more than 18 digits stay text, and a date only when all its values
 * are ISO dates that exist.
 */
public final class SchemaInference {
    private SchemaInference() {}

    /**
     * Guesses from the first rows.
     *
     * @param csv a file in UTF-8 whose first line names the columns; a byte order mark is skipped
     * @param rows how many rows to look at, 1 or more; a later value that does not fit is refused by the service
     * @return the schema, columns in the order of the file; a column without any value is text
     * @throws CsvException when the file has no header line, or the CSV is broken or ragged
     * @throws DomoIoException when the file cannot be read
     * @throws IllegalArgumentException when a column name is blank or stands twice
     */
    public static Schema sample(Path csv, int rows) {
        if (rows < 1) {
            throw new IllegalArgumentException("rows must be at least 1: " + rows);
        }
        return infer(csv, rows);
    }

    /**
     * Guesses from all rows; reads the file once.
     *
     * @param csv a file in UTF-8 whose first line names the columns; a byte order mark is skipped
     * @return the schema, columns in the order of the file; a column without any value is text
     * @throws CsvException when the file has no header line, or the CSV is broken or ragged
     * @throws DomoIoException when the file cannot be read
     * @throws IllegalArgumentException when a column name is blank or stands twice
     */
    public static Schema whole(Path csv) {
        return infer(csv, Long.MAX_VALUE);
    }

    private static Schema infer(Path csv, long rows) {
        try (CsvRecords records = new CsvRecords(
                csv.toString(), Files.newInputStream(csv), StandardCharsets.UTF_8, ',', '"', Set.of(""))) {
            if (!records.hasNext()) {
                throw new CsvException(
                        "No schema can be guessed from " + csv
                                + ": it is empty. It needs a line with the column names.",
                        0,
                        null);
            }
            List<@Nullable String> names = records.next();
            List<TypeGuess> guesses = new ArrayList<>();
            names.forEach(name -> guesses.add(new TypeGuess()));
            for (long row = 0; row < rows && records.hasNext(); row++) {
                List<@Nullable String> values = records.next();
                for (int i = 0; i < guesses.size(); i++) {
                    guesses.get(i).see(Objects.requireNonNullElse(values.get(i), ""));
                }
            }
            SchemaBuilder schema = SchemaBuilder.create();
            for (int i = 0; i < names.size(); i++) {
                schema.column(
                        Objects.requireNonNullElse(names.get(i), ""),
                        guesses.get(i).type());
            }
            return schema.build();
        } catch (IOException e) {
            throw new DomoIoException("Cannot read " + csv + ": " + e.getMessage(), true, e);
        }
    }
}
