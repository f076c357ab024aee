package io.github.domojvm.cli.command;

import io.github.domojvm.error.CsvException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Checks a file from which a DataSet is created. The messages name the options of the command. */
final class NewFile {
    private NewFile() {}

    static void requireRegular(Path file) {
        if (Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file)) {
            throw new IllegalArgumentException("Cannot create a DataSet from " + file
                    + ". It is not a regular file, and --create reads the file more than once: to check it, to infer its"
                    + " columns and to upload it. Nothing was created. Save the rows to a file, or create the DataSet first"
                    + " and upload with --dataset.");
        }
    }

    static void requireRows(Path file, long rows, boolean allowEmpty) {
        if (rows == 0 && !allowEmpty) {
            throw new CsvException(
                    "Cannot create a DataSet from " + file
                            + ". It has no rows after its header line. Nothing was created. To create an empty DataSet,"
                            + " specify --allow-empty.",
                    0,
                    null);
        }
    }
}
