package io.github.domojvm.cli.command;

import io.github.domojvm.csv.CsvSource;
import io.github.domojvm.error.CsvException;
import io.github.domojvm.error.DomoIoException;
import io.github.domojvm.internal.parts.CsvFormatException;
import io.github.domojvm.internal.parts.PartCutter;
import io.github.domojvm.internal.parts.PartOptions;
import io.github.domojvm.internal.parts.PendingPart;
import io.github.domojvm.rest.model.Schema;
import io.github.domojvm.schema.SchemaInference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The schema of a DataSet that is to be created from a file. The whole file is checked before, as strictly as the
 * upload will be: what the upload would refuse must not leave a new Stream behind.
 */
final class NewDataSet {
    /** Small parts: only their number of rows counts. */
    private static final int PART_BYTES = 1 << 20;

    private NewDataSet() {}

    /** Returns the schema. The source reads the file, more than once. */
    static Schema schema(Path file, CsvSource csv, boolean allowEmpty) {
        if (Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file)) {
            throw new IllegalArgumentException(file + " is no regular file. --create reads the file more than once, to"
                    + " check it, to guess its columns and to upload it: save the rows in a file, or create the DataSet"
                    + " first and upload with --dataset. Nothing was created.");
        }
        if (rows(file, csv) == 0 && !allowEmpty) {
            throw new CsvException(
                    file + " has no rows under its header line, so nothing was created. With --allow-empty the new"
                            + " DataSet begins empty.",
                    0,
                    null);
        }
        return SchemaInference.infer(csv);
    }

    private static long rows(Path file, CsvSource csv) {
        PartOptions options = PartOptions.builder()
                .header(true)
                .uncompressed()
                .maxBytes(PART_BYTES)
                .build();
        try (PartCutter cutter = new PartCutter(csv.open(), options, Runnable::run)) {
            refuseNameless(file, cutter.columnNames());
            long rows = 0;
            for (PendingPart part = cutter.next(); part != null; part = cutter.next()) {
                rows += part.records();
            }
            return rows;
        } catch (CsvFormatException e) {
            throw new CsvException(
                    "The CSV of " + file + " is not what Domo accepts, so nothing was created. " + e.getMessage(),
                    e.line(),
                    e);
        } catch (IOException e) {
            throw new DomoIoException(
                    "Cannot read " + file + ": " + e.getClass().getSimpleName() + " " + e.getMessage()
                            + ". Check the path and the rights.",
                    true,
                    e);
        }
    }

    private static void refuseNameless(Path file, List<String> names) {
        if (names.isEmpty()) {
            throw new CsvException(
                    "No DataSet can be made from " + file
                            + ": it is empty. It needs a first line with the column names.",
                    0,
                    null);
        }
        if (names.stream().anyMatch(String::isBlank)) {
            throw new CsvException(
                    "No DataSet can be made from " + file + ": a column has no name in the header line " + names + ".",
                    1,
                    null);
        }
    }
}
