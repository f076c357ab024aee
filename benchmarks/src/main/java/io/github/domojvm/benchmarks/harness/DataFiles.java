package io.github.domojvm.benchmarks.harness;

import io.github.domojvm.benchmarks.data.DataFile;
import io.github.domojvm.benchmarks.data.Generator;
import io.github.domojvm.benchmarks.data.SampleRows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The generated files of a folder, one for each number of rows. */
final class DataFiles {
    private DataFiles() {}

    /** Returns the file, which is generated if it does not exist. */
    static DataFile generated(Path folder, long rows) throws IOException {
        Path path = folder.resolve("rows-" + rows + ".csv");
        if (!Files.exists(path)) {
            System.out.println("Generating " + rows + " rows ...");
            return Generator.write(path, SampleRows.SEED, rows);
        }
        return DataFile.read(path);
    }

    /** Deletes a folder and its files. */
    static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
