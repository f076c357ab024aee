package io.github.domojvm.schema;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.github.domojvm.error.CsvException;
import io.github.domojvm.error.DomoIoException;
import io.github.domojvm.rest.model.Schema;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Guesses a schema from a CSV file with a header line. Careful: a column is a number only when writing the number gives the
 * text back, so ids with leading zeros and integers of more than 18 digits stay text, and a date only when all its values
 * are ISO dates that exist.
 */
public final class SchemaInference {
    private static final int BYTE_ORDER_MARK = 0xFEFF;
    /** The width of rows is checked here, where the line can be told. */
    private static final CsvReader.CsvReaderBuilder READER = CsvReader.builder()
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .allowUnclosedQuote(false);

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
        try (CsvReader<CsvRecord> reader = READER.ofCsvRecord(open(csv))) {
            Iterator<CsvRecord> records = reader.iterator();
            if (!records.hasNext()) {
                throw new CsvException(
                        "No schema can be guessed from " + csv
                                + ": it is empty. It needs a line with the column names.",
                        0,
                        null);
            }
            List<String> names = records.next().getFields();
            List<TypeGuess> guesses = new ArrayList<>();
            names.forEach(name -> guesses.add(new TypeGuess()));
            for (long row = 0; row < rows && records.hasNext(); row++) {
                look(csv, records.next(), guesses);
            }
            SchemaBuilder schema = SchemaBuilder.create();
            for (int i = 0; i < names.size(); i++) {
                schema.column(names.get(i), guesses.get(i).type());
            }
            return schema.build();
        } catch (CsvParseException e) {
            throw new CsvException("No schema can be guessed from " + csv + ": " + e.getMessage(), 0, e);
        } catch (UncheckedIOException | IOException e) {
            throw new DomoIoException("Cannot read " + csv + " as CSV in UTF-8: " + e.getMessage(), true, e);
        }
    }

    private static void look(Path csv, CsvRecord row, List<TypeGuess> guesses) {
        if (row.getFieldCount() != guesses.size()) {
            throw new CsvException(
                    "Line " + row.getStartingLineNumber() + " of " + csv + " has " + row.getFieldCount()
                            + " columns where the header has " + guesses.size() + ".",
                    row.getStartingLineNumber(),
                    null);
        }
        for (int i = 0; i < guesses.size(); i++) {
            guesses.get(i).see(row.getField(i));
        }
    }

    /** Strict: a replaced byte would go unnoticed. */
    private static Reader open(Path csv) throws IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(
                Files.newInputStream(csv),
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK) {
            reader.reset();
        }
        return reader;
    }
}
