package io.github.domojvm.dataset;

import io.github.domojvm.rows.Rows;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** The three ways to read all rows of a DataSet; each checks the response in the same way. */
enum ExportForm {
    FILE {
        @Override
        String run(DataSets dataSets, String id, ByteArrayOutputStream written) {
            try {
                Path folder = Files.createTempDirectory("export");
                Path target = folder.resolve("out.csv");
                try {
                    dataSets.export(id, target);
                    return Files.readString(target);
                } finally {
                    Files.deleteIfExists(target);
                    // Fails if a partial file remains.
                    Files.delete(folder);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    },
    STREAM {
        @Override
        String run(DataSets dataSets, String id, ByteArrayOutputStream written) {
            dataSets.export(id, written);
            return written.toString(StandardCharsets.UTF_8);
        }
    },
    ROWS {
        @Override
        String run(DataSets dataSets, String id, ByteArrayOutputStream written) {
            try (Rows rows = dataSets.rows(id)) {
                return rows.stream().map(row -> row.values() + "\n").collect(Collectors.joining());
            }
        }
    };

    /**
     * Exports the DataSet and returns the CSV, or the rows as lists.
     *
     * @param written the target of {@link #STREAM}; unused by the others
     */
    abstract String run(DataSets dataSets, String id, ByteArrayOutputStream written);

    String run(DataSets dataSets, String id) {
        return run(dataSets, id, new ByteArrayOutputStream());
    }
}
