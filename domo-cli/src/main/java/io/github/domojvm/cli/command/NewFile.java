package io.github.domojvm.cli.command;

import io.github.domojvm.error.CsvException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a file must be for a DataSet to be created from it, in the words of the command. */
final class NewFile {
    private NewFile() {}

    static void requireRegular(Path file) {
        if (Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file)) {
            throw new IllegalArgumentException(file + " is no regular file. --create reads the file more than once, to"
                    + " check it, to infer its columns and to upload it: save the rows in a file, or create the DataSet"
                    + " first and upload with --dataset. Nothing was created.");
        }
    }

    static void requireRows(Path file, long rows, boolean allowEmpty) {
        if (rows == 0 && !allowEmpty) {
            throw new CsvException(
                    file + " has no rows under its header line, so nothing was created. With --allow-empty the new"
                            + " DataSet begins empty.",
                    0,
                    null);
        }
    }
}
