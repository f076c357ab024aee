package io.github.domojvm.cli.command;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.github.domojvm.DomoClient;
import io.github.domojvm.error.DomoDataException;
import io.github.domojvm.rest.model.Column;
import io.github.domojvm.rest.model.DomoStream;
import io.github.domojvm.rest.model.Schema;
import io.github.domojvm.rows.Row;
import io.github.domojvm.rows.Rows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the rows of a CSV file by the columns of a DataSet, without uploading them. */
final class LocalCheck {
    private final Path file;
    private final boolean header;

    LocalCheck(Path file, boolean header) {
        this.file = file;
        this.header = header;
    }

    /** Reads all rows by the columns of the target, which must exist, and returns their number. */
    long rows(DomoClient domo, UploadTarget target) throws IOException {
        String dataSetId = target.dataSetId;
        if (dataSetId == null) {
            DomoStream stream = domo.streams().get(Objects.requireNonNull(target.streamId));
            dataSetId = Objects.requireNonNull(stream.dataSet(), "The Stream has no DataSet")
                    .id();
        }
        return rows(Objects.requireNonNull(domo.dataSets().get(dataSetId).schema(), "The DataSet has no columns"));
    }

    /**
     * Reads all rows and returns their number.
     *
     * @throws IllegalStateException if a row does not fit the columns, with the line and the column but not the value
     */
    long rows(Schema schema) throws IOException {
        long row = 0;
        try (Rows rows = Rows.fromCsv(Files.newInputStream(file), header ? named(schema) : schema, header)) {
            for (Iterator<Row> each = rows.iterator(); each.hasNext(); each.next()) {
                row++;
            }
            return row;
        } catch (DomoDataException e) {
            Throwable reason = Objects.requireNonNullElse(e.getCause(), e);
            throw new IllegalStateException(
                    "Row " + row + " of " + file + ", which begins on line " + line(row)
                            + ", does not fit the columns of the DataSet: " + reason.getMessage()
                            + ". Fix it and check again. Nothing was uploaded.",
                    e);
        }
    }

    /** Returns the columns with the names of the header line, which the upload compares or ignores. */
    private Schema named(Schema schema) throws IOException {
        List<Column> columns = Objects.requireNonNullElse(schema.columns(), List.of());
        try (CsvRows records = new CsvRows(file)) {
            List<@Nullable String> names = Objects.requireNonNullElse(records.next(), List.of());
            if (names.size() != columns.size()) {
                throw new IllegalStateException("The header line of " + file + " has " + names.size()
                        + " columns, and the DataSet has " + columns.size() + ". Nothing was uploaded.");
            }
            List<Column> renamed = new ArrayList<>();
            for (int i = 0; i < names.size(); i++) {
                String name = Objects.requireNonNullElse(names.get(i), "");
                renamed.add(
                        Column.builder().name(name).type(columns.get(i).type()).build());
            }
            return Schema.builder().columns(renamed).build();
        }
    }

    private long line(long row) throws IOException {
        try (CsvReader<CsvRecord> records =
                CsvReader.builder().skipEmptyLines(false).ofCsvRecord(file)) {
            return records.stream()
                    .skip(header ? row : row - 1)
                    .findFirst()
                    .map(CsvRecord::getStartingLineNumber)
                    .orElse(0L);
        }
    }
}
